// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <vector>

/// Which rows are of a kind, and parts of a list. Pure; any thread. Positions that are taken must be in the list,
/// ascending, each once (see normalised()); positions that are given are so.
namespace segue::playlist
{

/// What can be done with a row. The first that applies.
enum class RowKind {
    NotLoaded,   ///< only its position is known so far
    Null,        ///< Spotify has nothing to tell about it any more
    Local,       ///< a file on somebody's machine: moved, never added
    Unavailable, ///< known, but Spotify says that it cannot be played
    Playable,
};

[[nodiscard]] RowKind kindOf(const Row &row);
[[nodiscard]] std::vector<int> positionsOfKind(const RowList &list, const RowLookup &row, RowKind kind);

/// The rows at these positions, in the order of the list.
[[nodiscard]] RowList rowsAt(const RowList &list, const std::vector<int> &positions);
/// Puts `rows` into the places at `positions`, one each in turn; what stands elsewhere stays. As many of both.
[[nodiscard]] RowList withRowsAt(const RowList &list, const std::vector<int> &positions, const RowList &rows);

struct Split {
    RowList picked; ///< the rows at the positions
    RowList rest;   ///< all others
};
[[nodiscard]] Split split(const RowList &list, const std::vector<int> &positions);

} // namespace segue::playlist
