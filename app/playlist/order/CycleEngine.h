// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/Cycles.h"
#include "app/playlist/order/Effort.h"
#include "app/playlist/order/GapGraph.h"
#include "app/playlist/order/Random.h"

#include <cstdint>
#include <optional>
#include <span>

namespace segue::playlist::order
{

/// Puts strips in order with few swaps. A swap that adds two odd cycles is taken wherever one is found; when there is
/// none, the one after which most such swaps follow.
class CycleEngine
{
public:
    /// `order`: the values 1…m by position. `effort` outlives the engine.
    CycleEngine(std::span<const int> order, std::uint64_t seed, Effort &effort);

    /// Of local swaps, take those with a short block first.
    struct ShortBlocks {
        std::span<const int> lengths; ///< by value, with one more for the end
        int enough = 100;             ///< shorter does not matter
        int compared = 100;           ///< how many are looked at for one that is short enough
    };
    CycleEngine(std::span<const int> order, const ShortBlocks &shortBlocks, std::uint64_t seed, Effort &effort);

    /// For openings that are better than what the engine would do itself.
    void begin(const Swaps &opening);

    /// All swaps, the opening's among them; fewer than `limit`. Nothing when that cannot be reached this way, or the
    /// effort is exhausted.
    [[nodiscard]] std::optional<Swaps> finish(int limit);

    /// The swaps so far, and a calm plan for the rest: for when finish() gave up.
    [[nodiscard]] Swaps endCalmly() const;

private:
    /// When few gaps are open; false when it cannot be done in fewer than `limit`, or it would take too long to know.
    bool finishExactly(int limit);
    /// Makes a swap that adds two odd cycles; false when none was found.
    bool gain();
    bool gainLocally();
    bool gainWithShortBlock();
    bool gainInOddCycle(const Cycles &cycles);
    bool gainFromEvenPair(const Cycles &cycles);
    /// How many of the next gaps, from a random one on, have a local swap.
    [[nodiscard]] int localSwaps(int sample);
    /// Makes the swap that adds none but makes room for most that do, and those.
    void makeRoom();
    [[nodiscard]] std::optional<Swap> roomMaker(int kind);
    [[nodiscard]] bool isLocal(int gap) const;
    [[nodiscard]] int randomOpenGap();
    [[nodiscard]] int openNeighbour(int gap, int steps) const;
    void apply(const Swap &swap);
    void rollBack(std::size_t count);

    Effort &m_effort;
    Random m_random;
    GapGraph m_graph;
    std::size_t m_cursor = 0;
    bool m_trying = false;
    int m_shortEnough = 0;
    int m_compared = 0; // 0: any block will do
};

} // namespace segue::playlist::order
