// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Windows.h"

#include <algorithm>
#include <map>

namespace segue::playlist::order
{

std::vector<Window> windowsOf(std::span<const int> order, int width)
{
    const int size = static_cast<int>(order.size());
    const auto value = [order](int i) { return order[static_cast<std::size_t>(i)]; };
    std::vector<Window> windows;
    for (int begin = 0; begin < size;) {
        int lowest = value(begin);
        int highest = lowest;
        int end = begin + 1;
        for (int i = begin + 1; i < std::min(size, begin + width); ++i) {
            lowest = std::min(lowest, value(i));
            highest = std::max(highest, value(i));
            if (highest - lowest == i - begin)
                end = i + 1;
        }
        if (end > begin + 1)
            windows.push_back({begin, end});
        begin = end;
    }
    return windows;
}

Swaps windowSwaps(std::span<const int> order, const std::vector<Window> &windows, const WindowPlan &plan)
{
    struct Planned {
        Window window;
        int base = 0; ///< its lowest value less one
        const Swaps *swaps = nullptr;
    };
    std::map<std::vector<int>, Swaps> plans;
    std::vector<Planned> all;
    for (const Window &window : windows) {
        std::vector<int> values(order.begin() + window.begin, order.begin() + window.end);
        const int base = *std::min_element(values.begin(), values.end()) - 1;
        for (int &value : values)
            value -= base;
        all.push_back({window, base, &plans.try_emplace(std::move(values)).first->second});
    }
    for (auto &[values, swaps] : plans)
        swaps = plan(values, static_cast<int>(plans.size()));

    const int size = static_cast<int>(order.size());
    Swaps joined;
    for (const Planned &planned : all) {
        const auto &[window, base, swaps] = planned;
        // The gap behind the window is named by what stands there now, which its own turn may replace later.
        const int after = window.end < size ? order[static_cast<std::size_t>(window.end)] : size + 1;
        const int last = window.end - window.begin;
        for (const Swap &swap : *swaps) {
            const auto name = [last, after, lowest = base](int gap) { return gap <= last ? gap + lowest : after; };
            joined.push_back({name(swap.a), name(swap.b), name(swap.c)});
        }
    }
    return joined;
}

} // namespace segue::playlist::order
