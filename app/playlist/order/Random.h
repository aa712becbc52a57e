// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace segue::playlist::order
{

/// SplitMix64. The standard's distributions differ between libraries, and a plan must not.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// In [0, bound); bound > 0. The bias of 2^-32 does not matter here.
    int below(int bound) { return static_cast<int>(((next() >> 32U) * static_cast<std::uint64_t>(bound)) >> 32U); }

private:
    std::uint64_t m_state;
};

} // namespace segue::playlist::order
