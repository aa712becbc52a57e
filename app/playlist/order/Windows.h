// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Swap.h"

#include <functional>
#include <span>
#include <vector>

namespace segue::playlist::order
{

/// Where the permutation falls into parts that keep to themselves, each of which holds the values of its own places:
/// the ends of these parts, ascending; the last is its size.
[[nodiscard]] std::vector<int> partEnds(std::span<const int> order);

/// A complete plan for one window; its values are 1…m by position. `windows`: how many different ones there are to
/// plan.
using WindowPlan = std::function<Swaps(std::span<const int> order, int windows)>;

/// Puts together the plans for windows of neighbouring parts, each of at most `width` strips unless a single part has
/// more. Equal windows are planned once.
[[nodiscard]] Swaps windowSwaps(std::span<const int> order, const std::vector<int> &partEnds, int width,
                                const WindowPlan &plan);

} // namespace segue::playlist::order
