// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Effort.h"
#include "app/playlist/order/Replay.h"

#include <cstdint>
#include <vector>

namespace segue::playlist::order
{

/// Plans for a cap on the range: short ranges as far as they go, then a calm plan or the fewest swaps for the rest.
/// Which of these costs the fewest calls is for a replay to tell.
[[nodiscard]] std::vector<Swaps> cappedSwaps(const Strips &strips, int cap, std::uint64_t seed, Effort &effort);

} // namespace segue::playlist::order
