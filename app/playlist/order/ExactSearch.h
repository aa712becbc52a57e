// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Effort.h"
#include "app/playlist/order/Swap.h"

#include <optional>
#include <span>

namespace segue::playlist::order
{

/// A plan with the fewest swaps of all for a small permutation, if that is fewer than `limit`. Nothing if it is not, or
/// if the effort was exhausted before it was clear. `order`: the values 1…m by position, m < ReducedOrder::maxGaps.
/// The effort grows fast with m and with how far the optimum is above the lower bound: 12 strips are mostly easy.
[[nodiscard]] std::optional<Swaps> exactSwaps(std::span<const int> order, int limit, Effort &effort);

} // namespace segue::playlist::order
