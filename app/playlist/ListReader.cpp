// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ListReader.h"

#include <QCoreApplication>

namespace segue::playlist
{

namespace
{

constexpr int pageLimit = web::itemsPageLimit;
constexpr int maxRestarts = 4;

int pagesFor(int total)
{
    return (total + pageLimit - 1) / pageLimit;
}

} // namespace

ListReader::ListReader(web::Api &api, QString playlistId, As as, QObject *parent)
    : QObject(parent), m_api(api), m_playlistId(std::move(playlistId)), m_as(as)
{
}

ListReader::~ListReader()
{
    stop();
}

void ListReader::start(int expectedTotal)
{
    stop();
    m_running = true;
    m_restarts = 0;
    restart(expectedTotal);
}

void ListReader::stop()
{
    m_running = false;
    end();
}

void ListReader::end()
{
    for (const web::Call &call : std::as_const(m_calls))
        call.cancel();
    m_calls.clear();
}

void ListReader::restart(int expectedTotal)
{
    end();
    m_total = -1;
    m_missingPages = 0;
    m_answered.clear();
    ask(0, web::Priority::Visible);
    // An expected total is only a guess; a page past the real end answers empty and costs little.
    for (int page = 1; page < pagesFor(expectedTotal); ++page)
        ask(page * pageLimit, web::Priority::Background);
}

void ListReader::ask(int offset, web::Priority priority)
{
    const bool visible = offset <= m_visibleLast && offset + pageLimit > m_visibleFirst;
    const web::Priority soon = visible ? web::Priority::Visible : priority;
    const auto taken = [this, offset](const Result<web::EntryPage> &result) { take(offset, result); };
    m_calls.insert(offset, m_as == As::Edited
                               ? m_api.entries(m_playlistId, offset, pageLimit, soon, this, taken)
                               : m_api.entriesInMarket(m_playlistId, offset, pageLimit, soon, this, taken));
}

void ListReader::prioritise(int first, int last)
{
    m_visibleFirst = first;
    m_visibleLast = last;
    for (auto it = m_calls.cbegin(); it != m_calls.cend(); ++it) {
        const bool visible = it.key() <= last && it.key() + pageLimit > first;
        it->setPriority(visible ? web::Priority::Visible : web::Priority::Background);
    }
}

void ListReader::take(int offset, const Result<web::EntryPage> &result)
{
    m_calls.remove(offset);
    if (!result) {
        stop();
        Q_EMIT failed(result.error());
        return;
    }

    const int total = result->total;
    const bool first = m_total < 0;
    const auto expected = static_cast<qsizetype>(std::clamp(total - offset, 0, pageLimit));
    if ((!first && total != m_total) || result->entries.size() != expected) {
        if (++m_restarts > maxRestarts) {
            stop();
            Q_EMIT failed(Error{.kind = ErrorKind::BadAnswer,
                                .userText = QCoreApplication::translate(
                                    "ListReader", "The playlist kept changing while it was being read. Read it again "
                                                  "when the other edits are done."),
                                .detail = QStringLiteral("totals differ between pages")});
            return;
        }
        restart(total);
        return;
    }

    if (first) {
        m_total = total;
        m_missingPages = pagesFor(total);
        m_answered.assign(static_cast<std::size_t>(m_missingPages), false);
        for (auto it = m_calls.begin(); it != m_calls.end();) {
            if (it.key() >= total) {
                it->cancel();
                it = m_calls.erase(it);
            } else {
                ++it;
            }
        }
        Q_EMIT totalKnown(total);
        if (!m_running)
            return;
        for (int page = 0; page < m_missingPages; ++page) {
            if (page * pageLimit != offset && !m_calls.contains(page * pageLimit))
                ask(page * pageLimit, web::Priority::Background);
        }
    }

    const auto page = static_cast<std::size_t>(offset / pageLimit);
    if (page < m_answered.size() && !m_answered[page]) {
        m_answered[page] = true;
        --m_missingPages;
        Q_EMIT this->page(offset, result->entries);
    }
    if (m_running && m_missingPages == 0) {
        stop();
        Q_EMIT finished();
    }
}

} // namespace segue::playlist
