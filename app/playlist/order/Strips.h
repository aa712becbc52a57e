// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace segue::playlist::order
{

/// A permutation without what needs no move: the fixed beginning and end are left out, and each run of items that
/// stand together in both orders is one strip.
struct Strips {
    int offset = 0;              ///< items left out at the beginning
    std::vector<int> order;      ///< strips by position; their values are 1…m by wanted place
    std::vector<int> lengths;    ///< items of strip v, at [v]; [0] is unused
    std::vector<int> firstItems; ///< position of the first item of strip v in the list given, at [v]

    [[nodiscard]] int count() const { return static_cast<int>(order.size()); }
};

/// `ranks[i]` = wanted place of the item now at i; a permutation of 0…n-1.
[[nodiscard]] Strips stripsOf(std::span<const int> ranks);

[[nodiscard]] bool isPermutation(std::span<const int> ranks);

/// The place of each value; values are 1…m, and so are the places in the answer.
[[nodiscard]] std::vector<int> inverseOf(std::span<const int> order);

} // namespace segue::playlist::order
