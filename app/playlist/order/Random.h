// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/SplitMix.h"

#include <cstdint>

namespace segue::playlist::order
{

/// Chance for the planner, cheap to draw. The standard's distributions differ between libraries, and a plan must not.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_numbers(seed) {}

    /// In [0, bound); bound > 0. The bias of 2^-32 does not matter here.
    int below(int bound)
    {
        return static_cast<int>(((m_numbers.next() >> 32U) * static_cast<std::uint64_t>(bound)) >> 32U);
    }

private:
    SplitMix m_numbers;
};

} // namespace segue::playlist::order
