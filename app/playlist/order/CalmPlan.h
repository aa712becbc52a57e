// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Strips.h"
#include "app/playlist/order/Swap.h"

#include <cstdint>
#include <span>

namespace segue::playlist::order
{

/// Moves each strip outside a heaviest increasing subsequence of strips once, to behind its wanted neighbour. At every
/// step the strips moved so far stand where they belong. See PlanRequest for the cap and for what is preferred.
[[nodiscard]] Swaps calmSwaps(const Strips &strips, int rangeCap, std::span<const std::uint8_t> preferToMove);

/// The same for strips of one item each; `order`: the values 1…m by position.
[[nodiscard]] Swaps calmSwaps(std::span<const int> order);

} // namespace segue::playlist::order
