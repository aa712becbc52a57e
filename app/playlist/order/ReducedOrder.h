// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Swap.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace segue::playlist::order
{

/// What is left to do of a small permutation: its open gaps only, by position, numbered 1…count by value. The
/// rightmost has the highest number.
class ReducedOrder
{
public:
    static constexpr int maxGaps = 64;

    /// `order`: the values 1…m by position; m < maxGaps.
    explicit ReducedOrder(std::span<const int> order);

    [[nodiscard]] int gapCount() const { return m_count; }
    [[nodiscard]] bool isSorted() const { return m_count == 0; }
    /// Equal for equal permutations; for different ones almost never, and up to 16 gaps never.
    [[nodiscard]] std::uint64_t key() const;

    /// A swap at the gaps at places i < j < k by position, and how many odd cycles it adds.
    struct Move {
        std::uint8_t i = 0;
        std::uint8_t j = 0;
        std::uint8_t k = 0;
        std::int8_t gain = 0;
    };
    /// All moves that add at least `gain` odd cycles (-2, 0 or 2), those that add most first.
    [[nodiscard]] std::vector<Move> moves(int gain) const;
    [[nodiscard]] int lowerBound() const;

    /// The swap in the names of the permutation that this began with.
    [[nodiscard]] Swap named(const Move &move) const;
    void apply(const Move &move);

private:
    void dropClosed();

    int m_count = 0;
    std::array<std::uint8_t, maxGaps> m_gaps{};  // numbers by place
    std::array<std::uint8_t, maxGaps> m_names{}; // first names by place
};

} // namespace segue::playlist::order
