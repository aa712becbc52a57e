// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <span>
#include <vector>

/// Several playlists into one. Pure; any thread.
namespace segue::playlist
{

/// A playlist to merge. Row ids are those of its own document: equal ids of two sources mean nothing.
struct MergeSource {
    RowList list;
    RowLookup row;
};

enum class MergeOrder {
    Concatenate, ///< one source behind the other
    Alternate,   ///< one row of each in turn; what a longer one has left stands at the end
    Spread,      ///< each source evenly over the whole length
};

struct MergeOptions {
    MergeOrder order = MergeOrder::Concatenate;
    /// The first source is the playlist that the others go into: each of its rows stays, in order, null entries and
    /// local files too. Otherwise the outcome is a new playlist, and the first source is one like the others.
    bool intoFirst = true;
    /// Rows whose URI stands in the outcome already are left out.
    bool skipPresent = true;
};

struct MergedRow {
    int source = 0; ///< index of the MergeSource
    RowId row = 0;  ///< in that source

    friend bool operator==(const MergedRow &, const MergedRow &) = default;
};

struct MergeResult {
    std::vector<MergedRow> rows;
    int present = 0;    ///< left out: there already
    int notAddable = 0; ///< left out: null entries, local files and rows not loaded, which no call can add
};

[[nodiscard]] MergeResult mergePlaylists(std::span<const MergeSource> sources, const MergeOptions &options);

} // namespace segue::playlist
