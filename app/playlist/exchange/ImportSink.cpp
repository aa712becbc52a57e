// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/ImportSink.h"

#include "app/playlist/exchange/Formats.h"

#include <QLocale>

namespace segue::playlist
{

namespace
{

constexpr qsizetype shownCharacters = 80;

bool isVoid(const ExchangeList &list)
{
    return list == ExchangeList{};
}

} // namespace

void ImportSink::beginList(const QString &name, const QString &description)
{
    if (!isVoid(m_found.lists.at(m_current))) {
        m_current = m_found.lists.size();
        m_found.lists.append(ExchangeList{});
    }
    describe(name, description);
}

void ImportSink::continueList(const QString &name)
{
    const auto known = m_listByName.constFind(name);
    if (known != m_listByName.constEnd()) {
        m_current = *known;
        return;
    }
    beginList(name);
    m_listByName.insert(name, m_current);
}

void ImportSink::describe(const QString &name, const QString &description)
{
    m_found.lists[m_current].name = name;
    m_found.lists[m_current].description = description;
}

void ImportSink::add(const ExchangeRow &row, int line)
{
    if (row.namesNothing()) {
        skip(line, {}, SkippedLine::Why::Empty);
        return;
    }
    if (++m_rows <= maxImportRows)
        m_found.lists[m_current].rows.append(row);
}

void ImportSink::skip(int line, QStringView text, SkippedLine::Why why)
{
    ++m_found.skippedCount;
    if (m_found.skipped.size() >= maxSkippedLines)
        return;
    // Twice as much, because what is simplified becomes shorter.
    QString beginning = text.left(2 * shownCharacters).toString().simplified().left(shownCharacters);
    if (!beginning.isEmpty() && beginning.back().isHighSurrogate())
        beginning.chop(1);
    m_found.skipped.append(SkippedLine{line, beginning, why});
}

Result<ImportedPlaylists> ImportSink::finish(ExchangeFormat format)
{
    if (overflowed()) {
        return Unexpected(unreadable(
            ExchangeTexts::tr("This file has more than %1 entries, which is more than Segue imports at once. "
                              "Split it into several files.")
                .arg(QLocale().toString(maxImportRows))));
    }
    if (!hasRows()) {
        const QString detail = m_found.skipped.isEmpty() ? QString() : m_found.skipped.first().beginning;
        return Unexpected(unreadable(ExchangeTexts::tr("There are no tracks in this file."), detail));
    }
    m_found.format = format;
    m_found.lists.removeIf(isVoid);
    return std::move(m_found);
}

} // namespace segue::playlist
