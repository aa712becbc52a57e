// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/JournalBase.h"

#include "app/playlist/Document.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace segue::playlist
{

namespace
{

/// Rows that are being added have no date of Spotify's yet, and ours is of no use to recognise them by.
store::ListRow listRow(const Row &row)
{
    return row.confirmed ? store::ListRow{.uri = row.uri(), .addedAt = row.entry.addedAt, .addedBy = row.entry.addedBy}
                         : store::ListRow{.uri = row.uri(), .addedAt = {}, .addedBy = {}};
}

RowId highestOf(const RowList &list)
{
    return list.empty() ? 0 : *std::max_element(list.begin(), list.end());
}

/// Where each row stands, by its id; -1 for those that do not.
std::vector<int> placesIn(const RowList &list, RowId highest)
{
    std::vector<int> places(static_cast<std::size_t>(highest) + 1, -1);
    for (std::size_t i = 0; i < list.size(); ++i)
        places[list[i]] = static_cast<int>(i);
    return places;
}

bool haveSameRows(const RowList &a, const RowList &b)
{
    if (a.size() != b.size())
        return false;
    const std::vector<int> places = placesIn(a, std::max(highestOf(a), highestOf(b)));
    return std::all_of(b.begin(), b.end(), [&places](RowId id) { return places[id] >= 0; });
}

QList<store::WantedRow> wantedRows(const Document &document, const RowList &base)
{
    const std::vector<int> places = placesIn(base, std::max(highestOf(base), highestOf(document.wanted())));
    QList<store::WantedRow> wanted;
    wanted.reserve(document.size());
    for (const RowId id : document.wanted()) {
        store::WantedRow row{.serverIndex = places[id], .added = {}};
        if (row.serverIndex < 0)
            row.added = document.row(id).entry;
        wanted.append(std::move(row));
    }
    return wanted;
}

QList<int> allPositions(qsizetype size)
{
    QList<int> positions(size);
    std::iota(positions.begin(), positions.end(), 0);
    return positions;
}

} // namespace

JournalBase::JournalBase(const Document &document, const std::vector<RowList> &possible) : m_list(document.server())
{
    const RowList &server = document.server();
    for (const RowList &other : possible) {
        const RowId highest = std::max(highestOf(m_list), highestOf(other));
        const std::vector<int> known = placesIn(m_list, highest);
        std::copy_if(other.begin(), other.end(), std::back_inserter(m_list),
                     [&known](RowId id) { return known[id] < 0; });
        const std::vector<int> stays = placesIn(other, highest);
        for (std::size_t i = 0; i < server.size(); ++i) {
            if (stays[server[i]] < 0)
                m_doubtful.append(static_cast<int>(i));
        }
    }
    // A call that adds rows may not have arrived: then they are not there, which is nobody's removal either.
    for (std::size_t i = server.size(); i < m_list.size(); ++i)
        m_doubtful.append(static_cast<int>(i));
    std::sort(m_doubtful.begin(), m_doubtful.end());
    m_doubtful.erase(std::unique(m_doubtful.begin(), m_doubtful.end()), m_doubtful.end());
    m_rows = listRowsOf(document, m_list);
    // Rows that were just added are dated soon.
    m_lasts = m_doubtful.isEmpty() &&
              std::all_of(m_list.begin(), m_list.end(), [&document](RowId id) { return document.row(id).confirmed; });
}

bool JournalBase::servesFor(const RowList &server, const std::vector<RowList> &possible) const
{
    return m_lasts && haveSameRows(m_list, server) &&
           std::all_of(possible.begin(), possible.end(),
                       [this](const RowList &other) { return haveSameRows(m_list, other); });
}

store::JournalEntry entryOf(const Document &document, const JournalBase &base, JournalForm form)
{
    store::JournalEntry entry;
    entry.playlistId = document.details().id;
    entry.playlistName = document.details().name;
    entry.savedAt = QDateTime::currentDateTimeUtc();
    entry.snapshotId = document.details().snapshotId;
    entry.server = base.rows();
    entry.doubtful = form == JournalForm::Replacement ? allPositions(base.rows().size()) : base.doubtful();
    entry.wanted = wantedRows(document, base.list());
    return entry;
}

store::ListRows listRowsOf(const Document &document, const RowList &list)
{
    store::ListRows rows;
    rows.reserve(static_cast<qsizetype>(list.size()));
    for (const RowId id : list)
        rows.append(listRow(document.row(id)));
    return rows;
}

} // namespace segue::playlist
