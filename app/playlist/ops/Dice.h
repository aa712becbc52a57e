// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <utility>

namespace segue::playlist
{

/// Chance out of a seed: SplitMix64, drawn without bias. The standard's engines would do, but not its distributions and
/// its shuffle, which differ between libraries.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    /// In [0, bound), each as likely as the others; bound > 0.
    std::uint64_t below(std::uint64_t bound)
    {
        // What would make the first few numbers likelier is drawn again.
        const std::uint64_t uneven = (std::numeric_limits<std::uint64_t>::max() % bound + 1) % bound;
        std::uint64_t drawn = next();
        while (drawn < uneven)
            drawn = next();
        return drawn % bound;
    }

    /// Fisher and Yates: every order is as likely as any other.
    template <typename List>
    void shuffle(List &list)
    {
        for (std::size_t left = list.size(); left > 1; --left)
            std::swap(list[left - 1], list[static_cast<std::size_t>(below(left))]);
    }

private:
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state;
};

} // namespace segue::playlist
