// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Select.h"

#include "app/playlist/ListOps.h"

#include <algorithm>

namespace segue::playlist
{

RowKind kindOf(const Row &row)
{
    if (!row.loaded)
        return RowKind::NotLoaded;
    if (!row.entry.medium)
        return RowKind::Null;
    if (row.entry.medium->isLocal)
        return RowKind::Local;
    return row.entry.medium->isPlayable ? RowKind::Playable : RowKind::Unavailable;
}

std::vector<int> positionsOfKind(const RowList &list, const RowLookup &row, RowKind kind)
{
    std::vector<int> positions;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (kindOf(row(list[i])) == kind)
            positions.push_back(static_cast<int>(i));
    }
    return positions;
}

RowList rowsAt(const RowList &list, const std::vector<int> &positions)
{
    RowList rows;
    rows.reserve(positions.size());
    for (const int position : positions)
        rows.push_back(list[static_cast<std::size_t>(position)]);
    return rows;
}

RowList withRowsAt(const RowList &list, const std::vector<int> &positions, const RowList &rows)
{
    RowList out = list;
    for (std::size_t i = 0; i < std::min(positions.size(), rows.size()); ++i)
        out[static_cast<std::size_t>(positions[i])] = rows[i];
    return out;
}

Split split(const RowList &list, const std::vector<int> &positions)
{
    return {.picked = rowsAt(list, positions), .rest = withRemoved(list, positions)};
}

} // namespace segue::playlist
