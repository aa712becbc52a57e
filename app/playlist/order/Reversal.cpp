// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Reversal.h"

#include <algorithm>

namespace segue::playlist::order
{

Swaps reversalSwaps(int count)
{
    if (count < 2)
        return {};
    if (count == 2)
        return {{2, 1, 3}};
    if (count == 4)
        return {{4, 2, 1}, {2, 1, 5}, {4, 3, 5}};
    // Nearly the first half and nearly the second change places. From there on each swap closes two gaps, from the
    // outside to the middle; of an even number, two odd ones are left over in the middle, and one swap more joins them.
    const int half = (count + 1) / 2;
    Swaps swaps{{count, count - count / 2, 1}};
    if (count % 2 == 0)
        swaps.push_back({half - 1, half + 1, 1});
    for (int low = 2; low < half; ++low)
        swaps.push_back({low, count + 1 - low, count + 3 - low});
    swaps.push_back({half, 1, half + 2 + (count % 2 == 0 ? 1 : 0)});
    return swaps;
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
