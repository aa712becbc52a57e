// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/OddTriple.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace segue::playlist::order
{

namespace
{

/// A cycle that goes down but once ends where it began: no three of its gaps ascend.
bool hasTwoAscents(const GapList &list, std::span<const int> cycle)
{
    int ascents = 0;
    for (std::size_t i = 0; i < cycle.size(); ++i)
        ascents += int(list.before(cycle[i], cycle[i + 1 < cycle.size() ? i + 1 : 0]));
    return ascents > 1;
}

std::optional<Swap> randomTriple(const GapList &list, std::span<const int> cycle, Random &random)
{
    constexpr int tries = 32;
    const int length = static_cast<int>(cycle.size());
    const auto gap = [cycle, length](int i) { return cycle[static_cast<std::size_t>(i % length)]; };
    for (int t = 0; t < tries; ++t) {
        const int first = random.below(length);
        // Odd distances d1 + d2 < length; with an odd length the third is odd by itself.
        const int odds = (length - 1) / 2;
        const int d1 = 2 * random.below(odds) + 1;
        const int d2 = 2 * random.below(odds) + 1;
        if (d1 + d2 < length && list.ascending(gap(first), gap(first + d1), gap(first + d1 + d2)))
            return list.swapAt(gap(first), gap(first + d1), gap(first + d1 + d2));
    }
    return std::nullopt;
}

/// Indexes along the cycle, by the positions of their gaps.
std::vector<int> sortedByPosition(const GapList &list, std::span<const int> cycle)
{
    std::vector<int> byPosition(cycle.size());
    std::iota(byPosition.begin(), byPosition.end(), 0);
    std::sort(byPosition.begin(), byPosition.end(), [&list, cycle](int a, int b) {
        return list.before(cycle[static_cast<std::size_t>(a)], cycle[static_cast<std::size_t>(b)]);
    });
    return byPosition;
}

/// The places of the gaps with even or odd indexes, from which some are taken away; finds the nearest that is left, in
/// nearly constant time.
class Remaining
{
public:
    Remaining(const std::vector<int> &places, int parity) : m_forward(places.size() + 1)
    {
        std::iota(m_forward.begin(), m_forward.end(), 0);
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (static_cast<int>(i % 2) != parity)
                take(places[i]);
        }
    }
    void take(int place) { m_forward[static_cast<std::size_t>(place)] = place + 1; }
    /// The lowest that is not below `place`; the number of places when there is none.
    int atLeast(int place)
    {
        auto root = static_cast<std::size_t>(place);
        while (m_forward[root] != static_cast<int>(root))
            root = static_cast<std::size_t>(m_forward[root]);
        for (auto at = static_cast<std::size_t>(place); at != root;) {
            const auto following = static_cast<std::size_t>(m_forward[at]);
            m_forward[at] = static_cast<int>(root);
            at = following;
        }
        return static_cast<int>(root);
    }

private:
    std::vector<int> m_forward;
};

/// Places of three gaps i < j < k along the cycle, i and k of another parity than j: either i, j, k ascend by place, or
/// j, k, i do.
std::optional<std::array<int, 3>> tripleWithHighEnd(const std::vector<int> &places)
{
    const int length = static_cast<int>(places.size());
    std::array<Remaining, 2> right{Remaining(places, 0), Remaining(places, 1)};
    std::array<int, 2> lowest{length, length};
    std::array<int, 2> highest{-1, -1};
    for (std::size_t j = 0; j < places.size(); ++j) {
        const int place = places[j];
        const std::size_t own = j % 2;
        const std::size_t other = 1 - own;
        right[own].take(place);
        const int above = right[other].atLeast(place);
        if (above < length) {
            if (lowest[other] < place)
                return std::array{lowest[other], place, above};
            if (highest[other] > above)
                return std::array{place, above, highest[other]};
        }
        lowest[own] = std::min(lowest[own], place);
        highest[own] = std::max(highest[own], place);
    }
    return std::nullopt;
}

std::optional<std::array<int, 3>> exactTriple(const std::vector<int> &places)
{
    if (const auto found = tripleWithHighEnd(places))
        return found;
    // What is left is k, i, j ascending: with the places counted from the other end and the cycle walked the other way
    // that is j, k, i again.
    const int last = static_cast<int>(places.size()) - 1;
    std::vector<int> mirrored(places.rbegin(), places.rend());
    for (int &place : mirrored)
        place = last - place;
    auto found = tripleWithHighEnd(mirrored);
    if (found) {
        for (int &place : *found)
            place = last - place;
    }
    return found;
}

} // namespace

std::optional<Swap> oddTriple(const GapList &list, std::span<const int> cycle, Random &random, Effort &effort)
{
    effort.spend(static_cast<std::int64_t>(cycle.size()));
    if (cycle.size() < 5 || !hasTwoAscents(list, cycle))
        return std::nullopt;
    effort.spend(100);
    if (const auto found = randomTriple(list, cycle, random))
        return found;
    effort.spend(static_cast<std::int64_t>(cycle.size()) * 20);
    const std::vector<int> byPosition = sortedByPosition(list, cycle);
    std::vector<int> places(cycle.size());
    for (std::size_t place = 0; place < cycle.size(); ++place)
        places[static_cast<std::size_t>(byPosition[place])] = static_cast<int>(place);
    const auto found = exactTriple(places);
    if (!found)
        return std::nullopt;
    const auto gap = [cycle, &byPosition](int place) {
        return cycle[static_cast<std::size_t>(byPosition[static_cast<std::size_t>(place)])];
    };
    return list.swapAt(gap((*found)[0]), gap((*found)[1]), gap((*found)[2]));
}

} // namespace segue::playlist::order
