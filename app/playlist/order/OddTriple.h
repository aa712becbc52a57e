// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Effort.h"
#include "app/playlist/order/GapList.h"
#include "app/playlist/order/Random.h"

#include <optional>
#include <span>

namespace segue::playlist::order
{

/// A swap within one odd cycle that makes three odd cycles of it: three gaps in ascending position whose distances
/// along the cycle are all odd. Nothing if there is none. `cycle`: its gaps, each followed by its next.
[[nodiscard]] std::optional<Swap> oddTriple(const GapList &list, std::span<const int> cycle, Random &random,
                                            Effort &effort);

} // namespace segue::playlist::order
