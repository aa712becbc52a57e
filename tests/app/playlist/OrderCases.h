// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/ReorderPlan.h"

#include <cstdint>
#include <string>
#include <vector>

/// Orders as people make them, to plan from; and what a service does with a plan, by rules of its own.
namespace segue::test
{

/// Names of all cases, in the order of the tables.
[[nodiscard]] const std::vector<std::string> &orderCases();

/// ranks[i] = wanted place of the item at i; the same for the same arguments everywhere. Empty for an unknown name.
[[nodiscard]] std::vector<int> orderCase(const std::string &name, int size, std::uint64_t seed);

/// The list after all calls, as the API's pages tell it: the range is taken out, and goes in front of what was at
/// `before`. Empty if a call is not within the list, moves nothing, or moves more than `cap` items (0 = any).
[[nodiscard]] std::vector<int> carriedOut(std::vector<int> list, const std::vector<playlist::order::BlockMove> &moves,
                                          int cap = 0);

} // namespace segue::test
