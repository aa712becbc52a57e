// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <span>
#include <vector>

/// Lists of rows in, lists of rows out: what edits and merges are made of. No state, no Qt objects, any thread.
namespace segue::playlist
{

/// Sorted, each once, and within [0, size).
[[nodiscard]] std::vector<int> normalised(std::vector<int> positions, std::size_t size);

/// Where these rows are in the list, sorted; those that are not in it are left out.
[[nodiscard]] std::vector<int> positionsOf(RowList rows, const RowList &list);

/// Brings the rows at `positions` together, in their order, in front of what is now at `before` (size = the end).
[[nodiscard]] RowList withMoved(const RowList &list, const std::vector<int> &positions, int before);
[[nodiscard]] RowList withRemoved(const RowList &list, const std::vector<int> &positions);
[[nodiscard]] RowList withInserted(const RowList &list, int before, const RowList &rows);

/// A heavy strictly increasing subsequence of `values`. Weights are compared as `WeightedItem` orders them.
struct WeightedItem {
    int value = 0;
    int first = 0;  ///< counts most
    int second = 0; ///< decides among equals
    int third = 0;  ///< decides what is still equal
};
/// Indexes of the items of a heaviest increasing subsequence, ascending. O(n log n). Values must differ.
[[nodiscard]] std::vector<int> heaviestIncreasing(std::span<const WeightedItem> items);

/// Rows of `to` that do not stand in the same order as in `from`, as few as can be (rows missing from either list do
/// not count). Indexed by row id up to `ids`.
[[nodiscard]] std::vector<bool> movedRows(const RowList &from, const RowList &to, std::size_t ids);

/// What has to be done to `from` to make it `to`, in rows.
struct Difference {
    int added = 0;
    int removed = 0;
    int moved = 0; ///< as few as can be
    [[nodiscard]] int total() const { return added + removed + moved; }
};
[[nodiscard]] Difference difference(const RowList &from, const RowList &to);

/// Three-way merge. `ours` and `theirs` both come from `base`; the outcome has
///  - every row that we added or they added, theirs behind the row it follows there;
///  - no row that either side removed;
///  - rows that we moved (or both did) where we put them, rows that only they moved where they put them.
[[nodiscard]] RowList merged(const RowList &base, const RowList &ours, const RowList &theirs);

} // namespace segue::playlist
