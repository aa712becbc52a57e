// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace segue::playlist::order
{

/// Which value has to come to the left of each gap: `next[v]` is 1 + the left neighbour of value v. Indexed 1…m+1, [0]
/// is unused. A gap with next[v] == v is closed: its neighbours stand together in the wanted order too.
/// `order` holds the values 1…m by position.
[[nodiscard]] std::vector<int> nextGaps(std::span<const int> order);

/// How many cycles of `next` have an odd length; the closed gaps are among them.
[[nodiscard]] int oddCycles(std::span<const int> next);

/// No plan for these strips has fewer swaps: each adds two odd cycles at most, and in order all gaps are closed.
[[nodiscard]] int lowerBound(std::span<const int> order);

} // namespace segue::playlist::order
