// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CycleGraph.h"

namespace segue::playlist::order
{

std::vector<int> nextGaps(std::span<const int> order)
{
    std::vector<int> next(order.size() + 2, 0);
    int left = 0;
    for (const int value : order) {
        next[static_cast<std::size_t>(value)] = left + 1;
        left = value;
    }
    next.back() = left + 1;
    return next;
}

int oddCycles(std::span<const int> next)
{
    std::vector<bool> seen(next.size(), false);
    int odd = 0;
    for (std::size_t start = 1; start < next.size(); ++start) {
        int length = 0;
        for (std::size_t v = start; !seen[v]; v = static_cast<std::size_t>(next[v])) {
            seen[v] = true;
            ++length;
        }
        odd += length % 2;
    }
    return odd;
}

int lowerBound(std::span<const int> order)
{
    return (static_cast<int>(order.size()) + 1 - oddCycles(nextGaps(order))) / 2;
}

} // namespace segue::playlist::order
