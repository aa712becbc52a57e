// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Swap.h"

#include <cstddef>
#include <span>
#include <vector>

namespace segue::playlist::order
{

/// The gaps in the order of their positions, in blocks of about sqrt(m): two are compared in O(1) and two neighbouring
/// ranges change places in O(sqrt m).
class GapList
{
public:
    /// `gaps`: names in order, each once, all in [1, names). `weights`, by name, may be empty; see weightBefore().
    GapList(std::span<const int> gaps, int names, std::span<const int> weights = {});

    [[nodiscard]] bool before(int u, int v) const
    {
        const Place &a = m_places[static_cast<std::size_t>(u)];
        const Place &b = m_places[static_cast<std::size_t>(v)];
        return a.block == b.block ? a.slot < b.slot : rankOf(a) < rankOf(b);
    }
    /// Whether u, v, w come in this order when one starts at the right one of them and goes round.
    [[nodiscard]] bool ascending(int u, int v, int w) const
    {
        return int(before(u, v)) + int(before(v, w)) + int(before(w, u)) == 2;
    }
    /// The swap at these three gaps, whatever their order.
    [[nodiscard]] Swap swapAt(int u, int v, int w) const;

    void swap(const Swap &swap);

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] int first() const { return firstOf(m_sequence.front()); }
    /// The gap to the right or left, round the ends.
    [[nodiscard]] int following(int gap) const;
    [[nodiscard]] int preceding(int gap) const;
    /// A gap about half the list away.
    [[nodiscard]] int opposite(int gap) const;
    [[nodiscard]] std::vector<int> inOrder() const;

    /// Sum of the weights of the gaps left of this one. O(sqrt m).
    [[nodiscard]] int weightBefore(int gap) const;
    /// The gap whose weight covers `offset`: weightBefore(gap) <= offset < weightBefore(gap) + its weight. O(sqrt m).
    [[nodiscard]] int gapAt(int offset) const;

    /// Work that one swap takes, in units of Effort.
    [[nodiscard]] int swapCost() const { return m_capacity; }

private:
    struct Place {
        int block = 0;
        int slot = 0;
    };
    struct Block {
        int size = 0;
        int rank = 0;
        int weight = 0;
    };

    [[nodiscard]] int rankOf(const Place &place) const { return m_blocks[static_cast<std::size_t>(place.block)].rank; }
    [[nodiscard]] int *slotsOf(int block) { return m_slots.data() + std::ptrdiff_t(block) * m_capacity; }
    [[nodiscard]] const int *slotsOf(int block) const { return m_slots.data() + std::ptrdiff_t(block) * m_capacity; }
    [[nodiscard]] int firstOf(int block) const { return *slotsOf(block); }
    int newBlock();
    void weigh(int block);
    /// Makes the gap the first of its block; returns that block's place in the sequence.
    int splitAt(int gap);
    /// Joins the blocks at `index - 1` and `index` of the sequence if both together are small.
    void joinAt(int index);

    int m_size = 0;
    int m_capacity = 0;
    std::vector<Place> m_places; // by name
    std::vector<int> m_slots;    // m_capacity for each block
    std::vector<Block> m_blocks;
    std::vector<int> m_free;     // blocks not in use
    std::vector<int> m_sequence; // blocks by position
    std::vector<int> m_weights;  // by name
};

} // namespace segue::playlist::order
