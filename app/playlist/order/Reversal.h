// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Swap.h"

#include <span>
#include <vector>

namespace segue::playlist::order
{

/// Swaps that put `count` strips in exact reverse order right: floor(count / 2) + 1 of them, which is the fewest.
[[nodiscard]] Swaps reversalSwaps(int count);

/// Positions in `order` of a longest decreasing subsequence, ascending.
[[nodiscard]] std::vector<int> longestDecreasing(std::span<const int> order);

/// Turns the strips of a longest decreasing subsequence round; what stands between them is carried along.
[[nodiscard]] Swaps skeletonReversal(std::span<const int> order);

} // namespace segue::playlist::order
