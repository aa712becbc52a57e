// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Merge.h"

#include "app/playlist/ops/Select.h"

#include <QSet>

#include <algorithm>
#include <cstdint>

namespace segue::playlist
{

namespace
{

bool isAddable(RowKind kind)
{
    switch (kind) {
    case RowKind::NotLoaded:
    case RowKind::Null:
    case RowKind::Local:
        return false;
    case RowKind::Unavailable: // elsewhere or later it may play
    case RowKind::Playable:
        break;
    }
    return true;
}

/// What each source contributes, in its own order.
using Contributions = std::vector<RowList>;

Contributions contributions(std::span<const MergeSource> sources, const MergeOptions &options, MergeResult &result)
{
    Contributions out(sources.size());
    QSet<QString> present;
    for (std::size_t s = 0; s < sources.size(); ++s) {
        const bool isTarget = options.intoFirst && s == 0;
        for (const RowId id : sources[s].list) {
            const Row &row = sources[s].row(id);
            const QString uri = row.uri();
            if (!isTarget && !(isAddable(kindOf(row)) && !uri.isEmpty())) {
                ++result.notAddable;
                continue;
            }
            if (!isTarget && options.skipPresent && present.contains(uri)) {
                ++result.present;
                continue;
            }
            present.insert(uri);
            out[s].push_back(id);
        }
    }
    return out;
}

/// Where a row wants to stand: a fraction, so that sources of any length can be compared without rounding.
struct Place {
    std::int64_t above = 0;
    std::int64_t below = 1;
    MergedRow row;
};

Place placeOf(MergeOrder order, std::size_t index, std::size_t length)
{
    const auto i = static_cast<std::int64_t>(index);
    switch (order) {
    case MergeOrder::Concatenate:
        return {};
    case MergeOrder::Alternate:
        return {.above = i};
    case MergeOrder::Spread:
        break;
    }
    return {.above = 2 * i + 1, .below = static_cast<std::int64_t>(length)};
}

} // namespace

MergeResult mergePlaylists(std::span<const MergeSource> sources, const MergeOptions &options)
{
    MergeResult result;
    const Contributions lists = contributions(sources, options, result);
    std::vector<Place> places;
    for (std::size_t s = 0; s < lists.size(); ++s) {
        for (std::size_t i = 0; i < lists[s].size(); ++i) {
            Place place = placeOf(options.order, i, lists[s].size());
            place.row = {.source = static_cast<int>(s), .row = lists[s][i]};
            places.push_back(place);
        }
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Place &a, const Place &b) { return a.above * b.below < b.above * a.below; });
    result.rows.reserve(places.size());
    for (const Place &place : places)
        result.rows.push_back(place.row);
    return result;
}

} // namespace segue::playlist
