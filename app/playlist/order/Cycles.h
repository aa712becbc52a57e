// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/GapGraph.h"

#include <span>
#include <vector>

namespace segue::playlist::order
{

/// The cycles of the open gaps, as they are at one moment.
class Cycles
{
public:
    explicit Cycles(const GapGraph &graph);

    [[nodiscard]] int count() const { return static_cast<int>(m_starts.size()) - 1; }
    /// The gaps of one cycle, each followed by its `next`.
    [[nodiscard]] std::span<const int> cycle(int index) const;
    /// Those of even length; there are none or at least two.
    [[nodiscard]] const std::vector<int> &even() const { return m_even; }

private:
    std::vector<int> m_gaps;
    std::vector<int> m_starts;
    std::vector<int> m_even;
};

} // namespace segue::playlist::order
