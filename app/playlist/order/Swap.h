// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace segue::playlist::order
{

/// Two neighbouring blocks that change places: those between the gaps `a` and `b` and between `b` and `c`. A gap is
/// named by the value to its right, which stays to its right whatever is moved; the end of the list is the gap m + 1.
/// By position a < b < c. One swap is one reorder call, whichever of the two blocks is sent as the range.
struct Swap {
    int a = 0;
    int b = 0;
    int c = 0;

    /// Undoes this swap, right after it.
    [[nodiscard]] Swap inverse() const { return {b, a, c}; }
};

using Swaps = std::vector<Swap>;

} // namespace segue::playlist::order
