// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/order/ReorderPlan.h"
#include "app/playlist/order/Strips.h"
#include "app/playlist/order/Swap.h"

#include <optional>

namespace segue::playlist::order
{

struct Emission {
    std::vector<BlockMove> moves;
    std::int64_t itemsMoved = 0;
    std::vector<int> order; ///< the strips by position afterwards, from 1

    [[nodiscard]] bool isInOrder() const;
};

/// From swaps of strips to calls that move items.
class Replay
{
public:
    /// See PlanRequest. `strips` and `preferToMove` outlive this.
    Replay(const Strips &strips, int rangeCap, std::span<const std::uint8_t> preferToMove);

    /// The calls that carry the swaps out. Nothing if the gaps of a swap do not stand in order when its turn comes.
    [[nodiscard]] std::optional<Emission> run(std::span<const Swap> swaps) const;

private:
    [[nodiscard]] int callsFor(int length) const;

    const Strips &m_strips;
    int m_rangeCap;
    std::vector<int> m_preferred; // items to prefer, by strip
};

/// A swap by positions of strips: the blocks are [first, second) and [second, end), from 0.
struct PlaceSwap {
    int first = 0;
    int second = 0;
    int end = 0;
};

[[nodiscard]] std::vector<PlaceSwap> placesOf(std::span<const int> order, const Swaps &swaps);
[[nodiscard]] Swaps swapsAt(std::span<const int> order, std::span<const PlaceSwap> places);

} // namespace segue::playlist::order
