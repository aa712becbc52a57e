// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Effort.h"
#include "app/playlist/order/GapList.h"
#include "app/playlist/order/Strips.h"

#include <vector>

namespace segue::playlist::order
{

/// Swaps of which one block is within the cap, so that each is one call. First those that add two odd cycles: of three
/// gaps, two stand near each other by position, and the third is next to one of them along the cycle. In long cycles
/// nearly any two near gaps will do. Then those that add none but close a gap and make one long cycle of two.
class ShortRanges
{
public:
    /// `cap` > 0. `effort` outlives this.
    ShortRanges(const Strips &strips, int cap, Effort &effort);

    /// Makes such swaps until there are no more, or the effort is exhausted.
    void run();

    /// What run() did; not a whole plan as a rule.
    [[nodiscard]] const Swaps &swaps() const { return m_swaps; }

private:
    /// One swap, from the cursor on; false if there is none.
    bool step(bool gaining);
    [[nodiscard]] int thirdGap(int left, int right, bool gaining) const;
    [[nodiscard]] bool isOpen(int gap) const { return m_next[static_cast<std::size_t>(gap)] != gap; }
    void apply(const Swap &swap);
    void measureCycle(int gap);
    void compact();

    struct Member {
        int cycle = 0; ///< one of the cycle's gaps
        int index = 0; ///< steps from that one
        int length = 0;
    };
    [[nodiscard]] const Member &member(int gap) const { return m_members[static_cast<std::size_t>(gap)]; }

    int m_cap;
    Effort &m_effort;
    std::vector<int> m_next;
    std::vector<int> m_previous;
    std::vector<int> m_weights;
    std::vector<Member> m_members;
    std::vector<int> m_open; // with some that have closed
    int m_openCount = 0;
    GapList m_list;
    std::size_t m_cursor = 0;
    Swaps m_swaps;
};

} // namespace segue::playlist::order
