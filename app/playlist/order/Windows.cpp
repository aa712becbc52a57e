// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Windows.h"

#include <algorithm>
#include <map>

namespace segue::playlist::order
{

std::vector<int> partEnds(std::span<const int> order)
{
    std::vector<int> ends;
    int highest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        highest = std::max(highest, order[i]);
        if (highest == static_cast<int>(i) + 1)
            ends.push_back(highest);
    }
    return ends;
}

Swaps windowSwaps(std::span<const int> order, const std::vector<int> &partEnds, int width, const WindowPlan &plan)
{
    const int size = static_cast<int>(order.size());
    struct Window {
        int begin = 0;
        int end = 0;
        const Swaps *swaps = nullptr;
    };
    std::map<std::vector<int>, Swaps> plans;
    std::vector<Window> windows;
    int begin = 0;
    for (std::size_t i = 0; i < partEnds.size(); ++i) {
        const int end = partEnds[i];
        if (i + 1 < partEnds.size() && partEnds[i + 1] - begin <= width)
            continue;
        std::vector<int> values(order.begin() + begin, order.begin() + end);
        for (int &value : values)
            value -= begin;
        const auto entry = plans.try_emplace(std::move(values)).first;
        windows.push_back({begin, end, &entry->second});
        begin = end;
    }
    for (auto &[values, swaps] : plans)
        swaps = plan(values, static_cast<int>(plans.size()));

    Swaps all;
    for (const Window &window : windows) {
        // The gap behind the window is named by what stands there now, which its own turn may replace later.
        const int after = window.end < size ? order[static_cast<std::size_t>(window.end)] : size + 1;
        const auto name = [&window, after](int gap) {
            return gap + window.begin <= window.end ? gap + window.begin : after;
        };
        for (const Swap &swap : *window.swaps)
            all.push_back({name(swap.a), name(swap.b), name(swap.c)});
    }
    return all;
}

} // namespace segue::playlist::order
