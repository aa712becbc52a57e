// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Duplicates.h"

#include "app/playlist/ops/SameSong.h"
#include "app/playlist/ops/Select.h"

#include <QHash>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

namespace segue::playlist
{

namespace
{

/// Smaller is kept rather.
std::int64_t preference(const Row &row, int position, KeepRule keep)
{
    constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
    // A missing date means 2008 for a row at Spotify, and today for one that is not there yet.
    const std::int64_t added = row.entry.addedAt.isValid() ? row.entry.addedAt.toMSecsSinceEpoch()
                               : row.confirmed             ? -never
                                                           : never;
    switch (keep) {
    case KeepRule::First:
        break;
    case KeepRule::Last:
        return -position;
    case KeepRule::Oldest:
        return added;
    case KeepRule::Newest:
        return -added;
    case KeepRule::Available: {
        const RowKind kind = kindOf(row);
        return kind == RowKind::Playable ? 0 : kind == RowKind::Local ? 1 : 2;
    }
    }
    return position;
}

/// Positions by what they have in common.
class Index
{
public:
    Index(const RowList &list, const RowLookup &row, const DuplicateOptions &options) : m_songKeys(list.size())
    {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Row &known = row(list[i]);
            const web::MediumPtr &medium = known.entry.medium;
            if (!known.loaded || !medium)
                continue;
            const int position = static_cast<int>(i);
            if (options.byUri && !medium->uri.isEmpty())
                m_byUri[medium->uri].push_back(position);
            if (options.byRecording && !medium->isrc.isEmpty())
                m_byIsrc[medium->isrc].push_back(position);
            if (options.bySong) {
                m_songKeys[i] = songKey(*medium);
                if (!m_songKeys[i].isEmpty())
                    m_bySong[m_songKeys[i]].emplace_back(medium->length.count(), position);
            }
        }
        for (auto &songs : m_bySong)
            std::sort(songs.begin(), songs.end());
    }

    /// Calls `found(position, reason)` for each row that is the same as the one at `at`, itself too; the surest reason
    /// first.
    template <typename Found>
    void forEachSame(int at, const web::Medium &medium, Found found) const
    {
        if (const auto same = m_byUri.constFind(medium.uri); same != m_byUri.cend()) {
            for (const int position : *same)
                found(position, SameBecause::Uri);
        }
        if (const auto same = m_byIsrc.constFind(medium.isrc); same != m_byIsrc.cend()) {
            for (const int position : *same)
                found(position, SameBecause::Recording);
        }
        const QString &key = m_songKeys[static_cast<std::size_t>(at)];
        const auto same = key.isEmpty() ? m_bySong.cend() : m_bySong.constFind(key);
        if (same == m_bySong.cend())
            return;
        const std::int64_t length = medium.length.count();
        const std::int64_t tolerance = sameSongTolerance.count();
        for (auto song = std::lower_bound(same->begin(), same->end(), std::pair(length - tolerance, 0));
             song != same->end() && song->first <= length + tolerance; ++song)
            found(song->second, SameBecause::Song);
    }

private:
    QHash<QString, std::vector<int>> m_byUri;
    QHash<web::Isrc, std::vector<int>> m_byIsrc;
    std::vector<QString> m_songKeys;                                    ///< by position; empty where songs do not count
    QHash<QString, std::vector<std::pair<std::int64_t, int>>> m_bySong; ///< lengths in ms, and positions
};

int topmost(const DuplicateGroup &group)
{
    return std::min(group.keptPosition, group.others.front().position);
}

} // namespace

std::vector<DuplicateGroup> duplicates(const RowList &list, const RowLookup &row, const DuplicateOptions &options)
{
    const Index index(list, row, options);
    std::vector<std::int64_t> preferences;
    preferences.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        preferences.push_back(preference(row(list[i]), static_cast<int>(i), options.keep));
    std::vector<int> order(list.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&preferences](int a, int b) {
        return preferences[static_cast<std::size_t>(a)] < preferences[static_cast<std::size_t>(b)];
    });

    // The row that is most wanted stays, and takes all that are the same as it out of the game; and so on.
    std::vector<DuplicateGroup> groups;
    std::vector<bool> settled(list.size(), false);
    for (const int position : order) {
        const RowId id = list[static_cast<std::size_t>(position)];
        const Row &kept = row(id);
        if (settled[static_cast<std::size_t>(position)] || !kept.loaded || !kept.entry.medium)
            continue;
        settled[static_cast<std::size_t>(position)] = true;
        DuplicateGroup group{.keptPosition = position, .kept = id, .others = {}};
        index.forEachSame(position, *kept.entry.medium, [&](int other, SameBecause because) {
            if (settled[static_cast<std::size_t>(other)])
                return;
            settled[static_cast<std::size_t>(other)] = true;
            group.others.push_back(
                {.position = other, .row = list[static_cast<std::size_t>(other)], .because = because});
        });
        if (group.others.empty())
            continue;
        std::sort(group.others.begin(), group.others.end(),
                  [](const Duplicate &a, const Duplicate &b) { return a.position < b.position; });
        groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(),
              [](const DuplicateGroup &a, const DuplicateGroup &b) { return topmost(a) < topmost(b); });
    return groups;
}

std::vector<int> positionsToRemove(const std::vector<DuplicateGroup> &groups)
{
    std::vector<int> positions;
    for (const DuplicateGroup &group : groups) {
        for (const Duplicate &other : group.others)
            positions.push_back(other.position);
    }
    std::sort(positions.begin(), positions.end());
    return positions;
}

} // namespace segue::playlist
