// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Effort.h"
#include "app/playlist/order/Strips.h"
#include "app/playlist/order/Swap.h"

#include <cstdint>
#include <vector>

namespace segue::playlist::order
{

/// Plans with fewer than `limit` swaps, each with fewer than the one before; none when none was found. Stops when it is
/// within a quarter of a percent of the lower bound, or the effort is exhausted. Where it makes no difference to their
/// number, short blocks are moved rather than long ones.
[[nodiscard]] std::vector<Swaps> fewestSwaps(const Strips &strips, int limit, std::uint64_t seed, Effort &effort);

} // namespace segue::playlist::order
