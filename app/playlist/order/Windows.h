// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Swap.h"

#include <functional>
#include <span>
#include <vector>

namespace segue::playlist::order
{

/// Strips at neighbouring positions, [begin, end), that belong together in the wanted order too: albums sorted within
/// themselves, say. What is wrong within can be put right by itself.
struct Window {
    int begin = 0;
    int end = 0;

    friend bool operator==(const Window &, const Window &) = default;
};

/// Windows of 2…width strips, each as long as it can be, from the left to the right. O(m * width).
[[nodiscard]] std::vector<Window> windowsOf(std::span<const int> order, int width);

/// A complete plan for one window; its values are 1…m by position. `windows`: how many different ones there are to
/// plan.
using WindowPlan = std::function<Swaps(std::span<const int> order, int windows)>;

/// Puts each window in order within itself. Equal windows are planned once.
[[nodiscard]] Swaps windowSwaps(std::span<const int> order, const std::vector<Window> &windows, const WindowPlan &plan);

} // namespace segue::playlist::order
