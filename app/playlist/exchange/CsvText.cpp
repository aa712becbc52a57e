// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/CsvText.h"

#include <algorithm>

namespace segue::playlist
{

namespace
{

constexpr QChar quote = u'"';
constexpr QChar apostrophe = u'\'';

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Whether the text is any number of apostrophes and then something that begins a formula.
bool isFormulaBehindApostrophes(QStringView text)
{
    static constexpr QStringView beginnings = u"=+-@\t\r\n＝＋－＠";
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != apostrophe; });
    return first != text.end() && beginnings.contains(*first);
}

} // namespace

CsvReader::CsvReader(QStringView text, QChar delimiter, Quotes quotes)
    : m_text(text), m_delimiter(delimiter), m_quotes(quotes)
{
}

bool CsvReader::next(CsvRecord *record)
{
    if (atEnd())
        return false;
    record->cells.clear();
    record->line = m_line;
    record->tooWide = false;
    const qsizetype begin = m_position;
    for (;;) {
        QString cell = takeCell();
        if (record->cells.size() < maxCsvColumns)
            record->cells.append(std::move(cell));
        else
            record->tooWide = true;
        if (atEnd() || m_text.at(m_position) != m_delimiter)
            break;
        ++m_position;
    }
    record->text = m_text.mid(begin, m_position - begin);
    takeLineEnd();
    return true;
}

qsizetype CsvReader::endOfPlainCell(qsizetype from) const
{
    while (from < m_text.size() && m_text.at(from) != m_delimiter && !endsLine(m_text.at(from)))
        ++from;
    return from;
}

QString CsvReader::takeCell()
{
    if (m_quotes == Quotes::Enclose) {
        qsizetype first = m_position;
        while (first < m_text.size() && m_text.at(first) == u' ' && m_delimiter != u' ')
            ++first;
        if (first < m_text.size() && m_text.at(first) == quote) {
            m_position = first + 1;
            return takeQuoted();
        }
    }
    const qsizetype end = endOfPlainCell(m_position);
    const QStringView cell = m_text.mid(m_position, end - m_position);
    m_position = end;
    return cell.trimmed().toString();
}

QString CsvReader::takeQuoted()
{
    const int openedAt = m_line;
    QString cell;
    for (;;) {
        qsizetype close = m_text.indexOf(quote, m_position);
        const bool open = close < 0;
        if (open)
            close = m_text.size();
        const QStringView piece = m_text.mid(m_position, close - m_position);
        cell += piece;
        for (qsizetype i = 0; i < piece.size(); ++i)
            m_line +=
                piece.at(i) == u'\n' || (piece.at(i) == u'\r' && (i + 1 == piece.size() || piece.at(i + 1) != u'\n'));
        m_position = std::min(close + 1, m_text.size());
        if (open) {
            m_unclosedQuoteLine = openedAt;
            return cell;
        }
        if (atEnd() || m_text.at(m_position) != quote)
            break;
        cell += quote;
        ++m_position;
    }
    const qsizetype end = endOfPlainCell(m_position);
    const QStringView rest = m_text.mid(m_position, end - m_position);
    if (!rest.trimmed().isEmpty())
        cell += rest;
    m_position = end;
    return cell;
}

void CsvReader::takeLineEnd()
{
    if (atEnd())
        return;
    const bool carriageReturn = m_text.at(m_position) == u'\r';
    ++m_position;
    if (carriageReturn && !atEnd() && m_text.at(m_position) == u'\n')
        ++m_position;
    ++m_line;
}

QString csvCell(const QString &text)
{
    static constexpr QStringView special = u"\",;\t\r\n";
    const bool mustQuote = std::any_of(text.begin(), text.end(), [](QChar c) { return special.contains(c); }) ||
                           (!text.isEmpty() && (text.front().isSpace() || text.back().isSpace()));
    if (!mustQuote)
        return text;
    QString quoted = text;
    quoted.replace(quote, QStringLiteral("\"\""));
    return quote + quoted + quote;
}

QString guardedFromFormulas(const QString &text)
{
    return isFormulaBehindApostrophes(text) ? QString(apostrophe + text) : text;
}

QString withoutFormulaGuard(const QString &text)
{
    return text.startsWith(apostrophe) && isFormulaBehindApostrophes(text) ? text.mid(1) : text;
}

} // namespace segue::playlist
