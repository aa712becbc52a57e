// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Replay.h"

#include "app/playlist/order/GapList.h"

#include <algorithm>

namespace segue::playlist::order
{

namespace
{

/// A list of all strips and the end of the list, with weights by value.
GapList listOf(std::span<const int> order, std::vector<int> weights)
{
    std::vector<int> gaps(order.begin(), order.end());
    const int end = static_cast<int>(order.size()) + 1;
    gaps.push_back(end);
    weights.push_back(1); // the end; so that an offset behind the last strip is there
    return {gaps, end + 1, weights};
}

void emitBlock(std::vector<BlockMove> &moves, int start, int length, int before, int cap)
{
    const int piece = cap > 0 ? cap : length;
    for (int done = 0; done < length; done += piece) {
        // Moving down, each piece leaves and the next one takes its place; moving up, both ends advance.
        const bool down = before > start;
        moves.push_back({.start = down ? start : start + done,
                         .length = std::min(piece, length - done),
                         .before = down ? before : before + done});
    }
}

} // namespace

Replay::Replay(const Strips &strips, int rangeCap, std::span<const std::uint8_t> preferToMove)
    : m_strips(strips), m_rangeCap(rangeCap)
{
    if (preferToMove.empty())
        return;
    m_preferred.assign(strips.lengths.size(), 0);
    for (std::size_t v = 1; v < strips.lengths.size(); ++v) {
        const auto items = preferToMove.subspan(static_cast<std::size_t>(strips.firstItems[v]),
                                                static_cast<std::size_t>(strips.lengths[v]));
        m_preferred[v] =
            static_cast<int>(items.size() - static_cast<std::size_t>(std::count(items.begin(), items.end(), 0)));
    }
}

int Replay::callsFor(int length) const
{
    return m_rangeCap > 0 ? (length + m_rangeCap - 1) / m_rangeCap : 1;
}

std::optional<Emission> Replay::run(std::span<const Swap> swaps) const
{
    GapList list = listOf(m_strips.order, m_strips.lengths);
    std::optional<GapList> preferred;
    if (!m_preferred.empty())
        preferred = listOf(m_strips.order, m_preferred);

    Emission emission;
    emission.moves.reserve(swaps.size());
    for (const Swap &swap : swaps) {
        if (!list.before(swap.a, swap.b) || !list.before(swap.b, swap.c))
            return std::nullopt;
        const int first = list.weightBefore(swap.a);
        const int second = list.weightBefore(swap.b);
        const int end = list.weightBefore(swap.c);
        const int left = second - first;
        const int right = end - second;
        bool moveLeft = callsFor(left) < callsFor(right);
        if (callsFor(left) == callsFor(right)) {
            const int leftPreferred = preferred ? preferred->weightBefore(swap.b) - preferred->weightBefore(swap.a) : 0;
            const int rightPreferred =
                preferred ? preferred->weightBefore(swap.c) - preferred->weightBefore(swap.b) : 0;
            // By share: a block is preferred when it is what the user took, not because it is large.
            const std::int64_t leftShare = std::int64_t(leftPreferred) * right;
            const std::int64_t rightShare = std::int64_t(rightPreferred) * left;
            moveLeft = leftShare != rightShare ? leftShare > rightShare : left <= right;
        }
        const int start = m_strips.offset;
        if (moveLeft)
            emitBlock(emission.moves, start + first, left, start + end, m_rangeCap);
        else
            emitBlock(emission.moves, start + second, right, start + first, m_rangeCap);
        emission.itemsMoved += moveLeft ? left : right;
        list.swap(swap);
        if (preferred)
            preferred->swap(swap);
    }
    emission.order = list.inOrder();
    emission.order.pop_back();
    return emission;
}

bool Emission::isInOrder() const
{
    return std::is_sorted(order.begin(), order.end());
}

std::vector<PlaceSwap> placesOf(std::span<const int> order, const Swaps &swaps)
{
    GapList list = listOf(order, std::vector<int>(order.size() + 1, 1));
    std::vector<PlaceSwap> places;
    places.reserve(swaps.size());
    for (const Swap &swap : swaps) {
        places.push_back({list.weightBefore(swap.a), list.weightBefore(swap.b), list.weightBefore(swap.c)});
        list.swap(swap);
    }
    return places;
}

Swaps swapsAt(std::span<const int> order, std::span<const PlaceSwap> places)
{
    GapList list = listOf(order, std::vector<int>(order.size() + 1, 1));
    Swaps swaps;
    swaps.reserve(places.size());
    for (const PlaceSwap &place : places) {
        swaps.push_back({list.gapAt(place.first), list.gapAt(place.second), list.gapAt(place.end)});
        list.swap(swaps.back());
    }
    return swaps;
}

} // namespace segue::playlist::order
