// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/SplitMix.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace segue::playlist
{

/// Chance out of a seed, drawn without bias. The standard's distributions and its shuffle would not do: they differ
/// between libraries.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_numbers(seed) {}

    /// In [0, bound), each as likely as the others; bound > 0.
    std::uint64_t below(std::uint64_t bound)
    {
        // What would make the first few numbers likelier is drawn again.
        const std::uint64_t uneven = (std::numeric_limits<std::uint64_t>::max() % bound + 1) % bound;
        std::uint64_t drawn = m_numbers.next();
        while (drawn < uneven)
            drawn = m_numbers.next();
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
    SplitMix m_numbers;
};

} // namespace segue::playlist
