// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Reversal.h"

#include "app/playlist/order/CycleEngine.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace segue::playlist::order
{

Swaps reversalSwaps(int count)
{
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.rbegin(), order.rend(), 1);
    if (count < 2)
        return {};
    if (count == 2)
        return {{2, 1, 3}};
    Effort effort(std::numeric_limits<std::int64_t>::max(), {});
    CycleEngine engine(order, 0, effort);
    // Nearly the first half and nearly the second change places: from there, local swaps lead to the end.
    engine.begin({{order.front(), order[order.size() / 2], order.back()}});
    return engine.finish(std::numeric_limits<int>::max()).value_or(Swaps{});
}

std::vector<int> longestDecreasing(std::span<const int> order)
{
    std::vector<int> tails; // positions of the highest last values, by length
    std::vector<int> previous(order.size(), -1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), order[i], [order](int position, int value) {
            return order[static_cast<std::size_t>(position)] > value;
        });
        if (at != tails.begin())
            previous[i] = *(at - 1);
        if (at == tails.end())
            tails.push_back(static_cast<int>(i));
        else
            *at = static_cast<int>(i);
    }
    std::vector<int> positions;
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = previous[static_cast<std::size_t>(i)])
        positions.push_back(i);
    std::reverse(positions.begin(), positions.end());
    return positions;
}

Swaps skeletonReversal(std::span<const int> order)
{
    const std::vector<int> skeleton = longestDecreasing(order);
    const int count = static_cast<int>(skeleton.size());
    // Block v of the reversal begins with the skeleton's strip at count - v; the last one reaches to the end.
    const auto gapOf = [&](int v) {
        return v > count ? static_cast<int>(order.size()) + 1
                         : order[static_cast<std::size_t>(skeleton[static_cast<std::size_t>(count - v)])];
    };
    Swaps swaps = reversalSwaps(count);
    for (Swap &swap : swaps)
        swap = {gapOf(swap.a), gapOf(swap.b), gapOf(swap.c)};
    return swaps;
}

} // namespace segue::playlist::order
