// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/ReducedOrder.h"

#include <algorithm>
#include <cassert>

namespace segue::playlist::order
{

namespace
{

using Numbers = std::array<std::uint8_t, ReducedOrder::maxGaps>;

/// Of the gap at each place: its cycle, its index along that cycle, and that cycle's length.
struct PlacesInCycles {
    Numbers cycle{};
    Numbers index{};
    Numbers length{};
    int odd = 0;

    PlacesInCycles(const Numbers &gaps, int count)
    {
        Numbers placeOf{};
        for (int place = 0; place < count; ++place)
            placeOf[gaps[static_cast<std::size_t>(place)] - 1U] = static_cast<std::uint8_t>(place);
        std::array<bool, ReducedOrder::maxGaps> seen{};
        std::uint8_t cycles = 0;
        for (int start = 0; start < count; ++start) {
            if (seen[static_cast<std::size_t>(start)])
                continue;
            Numbers members{};
            std::uint8_t size = 0;
            for (auto place = static_cast<std::uint8_t>(start); !seen[place];) {
                seen[place] = true;
                cycle[place] = cycles;
                index[place] = size;
                members[size++] = place;
                // What has to come to the left of this gap is the strip whose left neighbour stands there now.
                place = placeOf[place == 0 ? 0 : gaps[place - 1U]];
            }
            for (std::uint8_t i = 0; i < size; ++i)
                length[members[i]] = size;
            odd += size % 2;
            ++cycles;
        }
    }

    /// Steps along the cycle from one of its gaps to another.
    [[nodiscard]] int distance(int from, int to) const
    {
        const int steps = index[static_cast<std::size_t>(to)] - index[static_cast<std::size_t>(from)];
        return steps >= 0 ? steps : steps + length[static_cast<std::size_t>(from)];
    }
    [[nodiscard]] int lengthAt(int place) const { return length[static_cast<std::size_t>(place)]; }
    [[nodiscard]] bool together(int a, int b) const
    {
        return cycle[static_cast<std::size_t>(a)] == cycle[static_cast<std::size_t>(b)];
    }

    [[nodiscard]] int gain(int i, int j, int k) const
    {
        if (together(i, j) && together(j, k)) {
            const int first = distance(i, j);
            const int second = distance(j, k);
            if (first + second >= lengthAt(i))
                return 0; // they descend along the cycle: it stays one
            return first % 2 + second % 2 + (lengthAt(i) - first - second) % 2 - lengthAt(i) % 2;
        }
        if (together(i, j))
            return gainOfTwo(i, j, k);
        if (together(j, k))
            return gainOfTwo(j, k, i);
        if (together(k, i))
            return gainOfTwo(k, i, j);
        const int sum = lengthAt(i) + lengthAt(j) + lengthAt(k);
        return sum % 2 - lengthAt(i) % 2 - lengthAt(j) % 2 - lengthAt(k) % 2;
    }

private:
    /// `from` and `to` in one cycle, `to` the next of the three by position, going round; `other` in another.
    [[nodiscard]] int gainOfTwo(int from, int to, int other) const
    {
        const int part = distance(from, to);
        const int rest = lengthAt(from) + lengthAt(other) - part;
        return part % 2 + rest % 2 - lengthAt(from) % 2 - lengthAt(other) % 2;
    }
};

} // namespace

ReducedOrder::ReducedOrder(std::span<const int> order)
{
    assert(order.size() < maxGaps);
    for (const int value : order)
        m_gaps[static_cast<std::size_t>(m_count++)] = static_cast<std::uint8_t>(value);
    m_gaps[static_cast<std::size_t>(m_count)] = static_cast<std::uint8_t>(order.size() + 1);
    ++m_count;
    m_names = m_gaps;
    dropClosed();
}

void ReducedOrder::dropClosed()
{
    std::uint64_t closed = 0; // by number
    int kept = 0;
    int left = 0;
    for (int place = 0; place < m_count; ++place) {
        const int gap = m_gaps[static_cast<std::size_t>(place)];
        if (gap == left + 1) {
            closed |= std::uint64_t(1) << (gap - 1);
        } else {
            m_gaps[static_cast<std::size_t>(kept)] = static_cast<std::uint8_t>(gap);
            m_names[static_cast<std::size_t>(kept)] = m_names[static_cast<std::size_t>(place)];
            ++kept;
        }
        left = gap;
    }
    if (kept == m_count)
        return;
    m_count = kept;
    for (int place = 0; place < m_count; ++place) {
        std::uint8_t &gap = m_gaps[static_cast<std::size_t>(place)];
        gap = static_cast<std::uint8_t>(gap - __builtin_popcountll(closed & ((std::uint64_t(1) << (gap - 1)) - 1)));
    }
}

std::uint64_t ReducedOrder::key() const
{
    std::uint64_t key = 0;
    for (int place = 0; place < m_count; ++place) {
        const std::uint64_t number = m_gaps[static_cast<std::size_t>(place)] - 1U;
        if (m_count <= 16)
            key = key << 4U | number;
        else
            key = (key ^ (number + 1)) * 0x9e3779b97f4a7c15U + (key >> 29U);
    }
    return m_count <= 16 ? key : key | std::uint64_t(1) << 63U;
}

std::vector<ReducedOrder::Move> ReducedOrder::moves(int gain) const
{
    const PlacesInCycles cycles(m_gaps, m_count);
    std::vector<Move> found;
    for (int i = 0; i < m_count; ++i) {
        for (int j = i + 1; j < m_count; ++j) {
            for (int k = j + 1; k < m_count; ++k) {
                const int gained = cycles.gain(i, j, k);
                if (gained >= gain)
                    found.push_back({static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j),
                                     static_cast<std::uint8_t>(k), static_cast<std::int8_t>(gained)});
            }
        }
    }
    if (gain < 2)
        std::stable_sort(found.begin(), found.end(), [](const Move &a, const Move &b) { return a.gain > b.gain; });
    return found;
}

int ReducedOrder::lowerBound() const
{
    return (m_count - PlacesInCycles(m_gaps, m_count).odd) / 2;
}

Swap ReducedOrder::named(const Move &move) const
{
    return {m_names[move.i], m_names[move.j], m_names[move.k]};
}

void ReducedOrder::apply(const Move &move)
{
    std::rotate(m_gaps.begin() + move.i, m_gaps.begin() + move.j, m_gaps.begin() + move.k);
    std::rotate(m_names.begin() + move.i, m_names.begin() + move.j, m_names.begin() + move.k);
    dropClosed();
}

} // namespace segue::playlist::order
