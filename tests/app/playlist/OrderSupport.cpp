// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/OrderSupport.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace segue::test
{

using namespace segue::playlist::order;

std::vector<int> shuffled(int size, Random &random)
{
    std::vector<int> order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), 1);
    for (int i = size - 1; i > 0; --i)
        std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(random.below(i + 1))]);
    return order;
}

std::vector<int> swapped(std::vector<int> order, const Swaps &swaps)
{
    order.push_back(static_cast<int>(order.size()) + 1);
    for (const Swap &swap : swaps) {
        const auto a = std::find(order.begin(), order.end(), swap.a);
        const auto b = std::find(order.begin(), order.end(), swap.b);
        const auto c = std::find(order.begin(), order.end(), swap.c);
        if (!(a < b && b < c && c != order.end()))
            return {};
        std::rotate(a, b, c);
    }
    order.pop_back();
    return order;
}

std::vector<int> sorted(std::vector<int> order)
{
    std::sort(order.begin(), order.end());
    return order;
}

Effort endless()
{
    return {std::numeric_limits<std::int64_t>::max(), {}};
}

} // namespace segue::test
