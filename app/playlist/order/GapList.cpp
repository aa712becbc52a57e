// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/GapList.h"

#include <algorithm>
#include <cmath>

namespace segue::playlist::order
{

GapList::GapList(std::span<const int> gaps, int names, std::span<const int> weights)
    : m_size(static_cast<int>(gaps.size())),
      m_capacity(std::max(16, static_cast<int>(std::sqrt(static_cast<double>(gaps.size()))))),
      m_places(static_cast<std::size_t>(names)), m_weights(weights.begin(), weights.end())
{
    for (int done = 0; done < m_size || m_sequence.empty();) {
        const int block = newBlock();
        Block &fresh = m_blocks[static_cast<std::size_t>(block)];
        fresh.rank = static_cast<int>(m_sequence.size());
        fresh.size = std::min(m_capacity, m_size - done);
        for (int slot = 0; slot < fresh.size; ++slot) {
            const int at = done + slot;
            const int gap = gaps[static_cast<std::size_t>(at)];
            slotsOf(block)[slot] = gap;
            m_places[static_cast<std::size_t>(gap)] = {block, slot};
        }
        weigh(block);
        m_sequence.push_back(block);
        done += fresh.size;
    }
}

int GapList::newBlock()
{
    if (!m_free.empty()) {
        const int block = m_free.back();
        m_free.pop_back();
        return block;
    }
    m_blocks.emplace_back();
    m_slots.resize(m_slots.size() + static_cast<std::size_t>(m_capacity));
    return static_cast<int>(m_blocks.size()) - 1;
}

void GapList::weigh(int block)
{
    if (m_weights.empty())
        return;
    Block &b = m_blocks[static_cast<std::size_t>(block)];
    b.weight = 0;
    for (int slot = 0; slot < b.size; ++slot)
        b.weight += m_weights[static_cast<std::size_t>(slotsOf(block)[slot])];
}

Swap GapList::swapAt(int u, int v, int w) const
{
    if (before(v, u))
        std::swap(u, v);
    if (before(w, v))
        std::swap(v, w);
    if (before(v, u))
        std::swap(u, v);
    return {u, v, w};
}

int GapList::splitAt(int gap)
{
    const Place place = m_places[static_cast<std::size_t>(gap)];
    if (place.slot == 0)
        return rankOf(place);
    const int fresh = newBlock();
    Block &left = m_blocks[static_cast<std::size_t>(place.block)];
    Block &right = m_blocks[static_cast<std::size_t>(fresh)];
    right.size = left.size - place.slot;
    left.size = place.slot;
    const int *from = slotsOf(place.block) + place.slot;
    int *to = slotsOf(fresh);
    for (int slot = 0; slot < right.size; ++slot) {
        to[slot] = from[slot];
        m_places[static_cast<std::size_t>(to[slot])] = {fresh, slot};
    }
    weigh(place.block);
    weigh(fresh);
    m_sequence.insert(m_sequence.begin() + left.rank + 1, fresh);
    return left.rank + 1;
}

void GapList::joinAt(int index)
{
    if (index <= 0 || index >= static_cast<int>(m_sequence.size()))
        return;
    const int leftBlock = m_sequence[static_cast<std::size_t>(index) - 1];
    const int rightBlock = m_sequence[static_cast<std::size_t>(index)];
    Block &left = m_blocks[static_cast<std::size_t>(leftBlock)];
    const Block &right = m_blocks[static_cast<std::size_t>(rightBlock)];
    if (left.size + right.size > m_capacity)
        return;
    const int *from = slotsOf(rightBlock);
    int *to = slotsOf(leftBlock);
    for (int slot = 0; slot < right.size; ++slot) {
        to[left.size + slot] = from[slot];
        m_places[static_cast<std::size_t>(from[slot])] = {leftBlock, left.size + slot};
    }
    left.size += right.size;
    left.weight += right.weight;
    m_free.push_back(rightBlock);
    m_sequence.erase(m_sequence.begin() + index);
}

void GapList::swap(const Swap &swap)
{
    const auto blocks = [this] { return static_cast<int>(m_sequence.size()); };
    const int before = blocks();
    // From the right, so that the ranks further left stay right while blocks are added.
    int atC = splitAt(swap.c);
    const int afterC = blocks();
    int atB = splitAt(swap.b);
    const int afterB = blocks();
    const int atA = splitAt(swap.a);
    const int afterA = blocks();
    atC += afterA - afterC;
    atB += afterA - afterB;

    const auto begin = m_sequence.begin();
    std::rotate(begin + atA, begin + atB, begin + atC);
    joinAt(atC);
    joinAt(atA + atC - atB);
    joinAt(atA);
    const int end = blocks() == before ? std::min(atC + 1, before) : blocks();
    for (int i = std::max(0, atA - 1); i < end; ++i)
        m_blocks[static_cast<std::size_t>(m_sequence[static_cast<std::size_t>(i)])].rank = i;
}

int GapList::following(int gap) const
{
    const Place place = m_places[static_cast<std::size_t>(gap)];
    const Block &block = m_blocks[static_cast<std::size_t>(place.block)];
    if (place.slot + 1 < block.size)
        return slotsOf(place.block)[place.slot + 1];
    const std::size_t next = static_cast<std::size_t>(block.rank) + 1;
    return firstOf(m_sequence[next < m_sequence.size() ? next : 0]);
}

int GapList::preceding(int gap) const
{
    const Place place = m_places[static_cast<std::size_t>(gap)];
    if (place.slot > 0)
        return slotsOf(place.block)[place.slot - 1];
    const auto rank = static_cast<std::size_t>(rankOf(place));
    const int block = m_sequence[rank > 0 ? rank - 1 : m_sequence.size() - 1];
    return slotsOf(block)[m_blocks[static_cast<std::size_t>(block)].size - 1];
}

int GapList::opposite(int gap) const
{
    const Place place = m_places[static_cast<std::size_t>(gap)];
    if (m_sequence.size() == 1) {
        const int slot = place.slot + m_size / 2;
        return slotsOf(place.block)[slot < m_size ? slot : slot - m_size];
    }
    const std::size_t rank = static_cast<std::size_t>(rankOf(place)) + m_sequence.size() / 2;
    const int block = m_sequence[rank % m_sequence.size()];
    return slotsOf(block)[std::min(place.slot, m_blocks[static_cast<std::size_t>(block)].size - 1)];
}

std::vector<int> GapList::inOrder() const
{
    std::vector<int> gaps;
    gaps.reserve(static_cast<std::size_t>(m_size));
    for (const int block : m_sequence) {
        const int *slots = slotsOf(block);
        gaps.insert(gaps.end(), slots, slots + m_blocks[static_cast<std::size_t>(block)].size);
    }
    return gaps;
}

int GapList::weightBefore(int gap) const
{
    const Place place = m_places[static_cast<std::size_t>(gap)];
    int sum = 0;
    for (int i = 0; i < rankOf(place); ++i)
        sum += m_blocks[static_cast<std::size_t>(m_sequence[static_cast<std::size_t>(i)])].weight;
    for (int slot = 0; slot < place.slot; ++slot)
        sum += m_weights[static_cast<std::size_t>(slotsOf(place.block)[slot])];
    return sum;
}

int GapList::gapAt(int offset) const
{
    std::size_t i = 0;
    const auto weightOf = [this](std::size_t index) {
        return m_blocks[static_cast<std::size_t>(m_sequence[index])].weight;
    };
    while (i + 1 < m_sequence.size() && offset >= weightOf(i))
        offset -= weightOf(i++);
    const int *slots = slotsOf(m_sequence[i]);
    while (offset >= m_weights[static_cast<std::size_t>(*slots)])
        offset -= m_weights[static_cast<std::size_t>(*slots++)];
    return *slots;
}

} // namespace segue::playlist::order
