// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/GapList.h"

#include <span>
#include <vector>

namespace segue::playlist::order
{

/// The cycle graph and the positions of its gaps, while swaps are made and taken back.
class GapGraph
{
public:
    /// `order`: the values 1…m by position. `lengths`, by value, may be empty; see shorterBlock().
    explicit GapGraph(std::span<const int> order, std::span<const int> lengths = {});

    [[nodiscard]] int next(int gap) const { return m_next[static_cast<std::size_t>(gap)]; }
    [[nodiscard]] bool isOpen(int gap) const { return next(gap) != gap; }
    [[nodiscard]] int openCount() const { return m_open; }
    [[nodiscard]] const GapList &list() const { return m_list; }
    /// The open gaps and some closed ones, by name. All of them until compact() forgets closed ones.
    [[nodiscard]] const std::vector<int> &gaps() const { return m_gaps; }

    /// What is left to do, as a permutation of its own: the values 1…k by position, and the name of each gap 1…k+1.
    struct Rest {
        std::vector<int> order;
        std::vector<int> names;

        /// A swap of the rest as one of the whole.
        [[nodiscard]] Swap named(const Swap &swap) const;
    };
    [[nodiscard]] Rest rest() const;

    /// Length of the shorter block of a swap. O(sqrt m).
    [[nodiscard]] int shorterBlock(const Swap &swap) const;

    void apply(const Swap &swap);
    /// Takes swaps back until `count` are left. Not beyond the last compact().
    void rollBack(std::size_t count);
    /// All swaps so far.
    [[nodiscard]] const Swaps &swaps() const { return m_swaps; }

    /// Forgets closed gaps when they are the greater part; what was done before cannot be taken back any more.
    void compact();

private:
    void carryOut(const Swap &swap);

    std::vector<int> m_next;
    std::vector<int> m_gaps;
    std::vector<int> m_lengths; // from each gap to the next that is in the list
    GapList m_list;
    Swaps m_swaps;
    int m_open = 0;
};

} // namespace segue::playlist::order
