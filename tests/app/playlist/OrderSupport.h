// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Effort.h"
#include "app/playlist/order/Random.h"
#include "app/playlist/order/Swap.h"

#include <vector>

/// Orders and swaps by the plainest way there is, for the planner's parts to be held against.
namespace segue::test
{

/// 1 … size, shuffled.
[[nodiscard]] std::vector<int> shuffled(int size, playlist::order::Random &random);
/// The values after the swaps; empty if a swap's gaps do not stand in order.
[[nodiscard]] std::vector<int> swapped(std::vector<int> order, const playlist::order::Swaps &swaps);
[[nodiscard]] std::vector<int> sorted(std::vector<int> order);
[[nodiscard]] playlist::order::Effort endless();

} // namespace segue::test
