// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/EarlyReads.h"

#include "app/playlist/Document.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace segue::playlist
{

namespace
{

constexpr std::chrono::milliseconds catchUpTime = std::chrono::seconds(30);
constexpr std::size_t mostRemembered = 8;
constexpr int mostInARow = 5;

size_t withUri(size_t sum, const web::PlaylistEntry &entry)
{
    return entry.medium ? qHash(entry.medium->uri, sum) : sum + 1;
}

size_t hashOfUris(const QList<web::PlaylistEntry> &entries)
{
    return std::accumulate(entries.begin(), entries.end(), size_t(0), withUri);
}

size_t hashOfUris(const Document &document, const RowList &list)
{
    return std::accumulate(list.begin(), list.end(), size_t(0),
                           [&document](size_t sum, RowId id) { return withUri(sum, document.row(id).entry); });
}

size_t hashOf(const QList<web::PlaylistEntry> &entries)
{
    size_t sum = 1; // 0 stands for none
    for (const web::PlaylistEntry &entry : entries)
        sum = qHashMulti(sum, entry.medium ? entry.medium->uri : QString(), entry.addedAt, entry.addedBy) | 1U;
    return sum;
}

} // namespace

void EarlyReads::changed(const Document &document, const RowList &before)
{
    m_before.push_back(hashOfUris(document, before));
    if (m_before.size() > mostRemembered)
        m_before.pop_front();
    m_sinceChange.start();
}

bool EarlyReads::isEarly(const QList<web::PlaylistEntry> &entries)
{
    if (!m_sinceChange.isValid() || m_sinceChange.elapsed() > catchUpTime.count() || m_inARow >= mostInARow)
        return false;
    const bool wasThere = std::find(m_before.begin(), m_before.end(), hashOfUris(entries)) != m_before.end();
    const size_t hash = hashOf(entries);
    // What is whole reads the same a second time.
    if (!wasThere && std::exchange(m_unbelieved, hash) == hash)
        return false;
    ++m_inARow;
    return true;
}

void EarlyReads::settled()
{
    m_inARow = 0;
    m_unbelieved = 0;
}

} // namespace segue::playlist
