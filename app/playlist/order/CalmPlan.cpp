// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CalmPlan.h"

#include "app/playlist/ListOps.h"
#include "app/playlist/order/GapList.h"

#include <algorithm>

namespace segue::playlist::order
{

namespace
{

/// Whether each strip stays, by value.
std::vector<bool> stayingStrips(const Strips &strips, int rangeCap, std::span<const std::uint8_t> preferToMove)
{
    std::vector<WeightedItem> items;
    items.reserve(strips.order.size());
    for (const int value : strips.order) {
        const int length = strips.lengths[static_cast<std::size_t>(value)];
        int preferred = 0;
        if (!preferToMove.empty()) {
            const auto marks =
                preferToMove.subspan(static_cast<std::size_t>(strips.firstItems[static_cast<std::size_t>(value)]),
                                     static_cast<std::size_t>(length));
            preferred =
                static_cast<int>(std::count_if(marks.begin(), marks.end(), [](auto mark) { return mark != 0; }));
        }
        const int calls = rangeCap > 0 ? (length + rangeCap - 1) / rangeCap : 1;
        items.push_back({.value = value, .first = calls, .second = -preferred, .third = length});
    }
    std::vector<bool> stays(strips.order.size() + 1, false);
    for (const int index : heaviestIncreasing(items))
        stays[static_cast<std::size_t>(strips.order[static_cast<std::size_t>(index)])] = true;
    return stays;
}

Swaps moveIntoPlace(std::span<const int> order, const std::vector<bool> &stays)
{
    const int count = static_cast<int>(order.size());
    std::vector<int> gaps(order.begin(), order.end());
    gaps.push_back(count + 1);
    GapList list(gaps, count + 2);

    Swaps swaps;
    // In wanted order: whatever a strip has to follow is in place when its turn comes.
    for (int value = 1; value <= count; ++value) {
        if (stays[static_cast<std::size_t>(value)])
            continue;
        const int target = value == 1 ? list.first() : list.following(value - 1);
        if (target == value)
            continue;
        const int end = list.following(value);
        const Swap swap = list.before(target, value) ? Swap{target, value, end} : Swap{value, end, target};
        list.swap(swap);
        swaps.push_back(swap);
    }
    return swaps;
}

} // namespace

Swaps calmSwaps(const Strips &strips, int rangeCap, std::span<const std::uint8_t> preferToMove)
{
    return moveIntoPlace(strips.order, stayingStrips(strips, rangeCap, preferToMove));
}

Swaps calmSwaps(std::span<const int> order)
{
    std::vector<WeightedItem> items;
    items.reserve(order.size());
    for (const int value : order)
        items.push_back({.value = value, .first = 1});
    std::vector<bool> stays(order.size() + 1, false);
    for (const int index : heaviestIncreasing(items))
        stays[static_cast<std::size_t>(order[static_cast<std::size_t>(index)])] = true;
    return moveIntoPlace(order, stays);
}

} // namespace segue::playlist::order
