// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

/// The fewest reorder calls from one order to another. Known in the literature as sorting permutations by
/// transpositions. Pure functions; any thread, no shared state.
namespace segue::playlist::order
{

/// One reorder call as the Web API counts: `length` items from `start` on go in front of the item that is at `before`
/// ahead of the call; `before` is never within the range, and may be the length of the list.
struct BlockMove {
    int start = 0;
    int length = 0;
    int before = 0;

    friend bool operator==(const BlockMove &, const BlockMove &) = default;
};

enum class Style {
    Fewest, ///< as few calls as can be found; half-way through, the list may look shuffled
    Calm,   ///< each run that is out of place moves once, straight to its place
};

struct PlanRequest {
    /// ranks[i] = wanted place of the item now at i: a permutation of 0…n-1. Anything else is a bug of the caller:
    /// it asserts, and in a release build gives a plan without moves whose `valid` is false.
    std::span<const int> ranks;
    Style style = Style::Fewest;
    /// Longest range that a call may move; 0 = any. Longer blocks go in several calls.
    int rangeCap = 0;
    /// Two plans of one request are equal; another seed may give another plan.
    std::uint64_t seed = 1;
    /// How long to search for a better plan, in comparisons of positions: about 500 million a second. There is a
    /// complete plan whatever the budget.
    std::int64_t budget = 150'000'000;
    /// When it is requested, the best plan so far is the answer: complete, but perhaps not the one that the same
    /// request gives otherwise.
    std::stop_token stop = {};
    /// Items to move rather than their neighbours where that costs no more calls, such as those that the user has just
    /// dragged: not 0 at their positions. Empty, or as long as `ranks`.
    std::span<const std::uint8_t> preferToMove = {};
};

struct ReorderPlan {
    bool valid = true;
    std::vector<BlockMove> moves;
    /// No plan has fewer moves.
    int lowerBound = 0;
    /// Sum of the lengths of all moves.
    std::int64_t itemsMoved = 0;
    /// Calm where that costs no more calls, even if the fewest were asked for.
    Style style = Style::Fewest;
};

[[nodiscard]] ReorderPlan planReorder(const PlanRequest &request);

} // namespace segue::playlist::order
