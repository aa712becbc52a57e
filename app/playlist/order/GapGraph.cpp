// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/GapGraph.h"

#include "app/playlist/order/CycleGraph.h"

#include <algorithm>

namespace segue::playlist::order
{

namespace
{
std::vector<int> allGaps(std::span<const int> order)
{
    std::vector<int> gaps(order.begin(), order.end());
    gaps.push_back(static_cast<int>(order.size()) + 1);
    return gaps;
}
} // namespace

GapGraph::GapGraph(std::span<const int> order, std::span<const int> lengths)
    : m_next(nextGaps(order)), m_gaps(allGaps(order)), m_lengths(lengths.begin(), lengths.end()),
      m_list(m_gaps, static_cast<int>(m_next.size()), m_lengths),
      m_open(static_cast<int>(std::count_if(m_gaps.begin(), m_gaps.end(), [this](int gap) { return isOpen(gap); })))
{
    std::sort(m_gaps.begin(), m_gaps.end());
}

Swap GapGraph::Rest::named(const Swap &swap) const
{
    return {names[static_cast<std::size_t>(swap.a)], names[static_cast<std::size_t>(swap.b)],
            names[static_cast<std::size_t>(swap.c)]};
}

GapGraph::Rest GapGraph::rest() const
{
    Rest rest;
    rest.names.push_back(0);
    for (const int gap : m_gaps) {
        if (isOpen(gap))
            rest.names.push_back(gap);
    }
    std::vector<int> number(m_next.size(), 0);
    for (std::size_t i = 1; i < rest.names.size(); ++i)
        number[static_cast<std::size_t>(rest.names[i])] = static_cast<int>(i);
    for (const int gap : m_list.inOrder()) {
        if (isOpen(gap))
            rest.order.push_back(number[static_cast<std::size_t>(gap)]);
    }
    // The rightmost open gap is the end of what is left.
    if (!rest.order.empty())
        rest.order.pop_back();
    return rest;
}

void GapGraph::carryOut(const Swap &swap)
{
    int &a = m_next[static_cast<std::size_t>(swap.a)];
    int &b = m_next[static_cast<std::size_t>(swap.b)];
    int &c = m_next[static_cast<std::size_t>(swap.c)];
    m_open -= int(a != swap.a) + int(b != swap.b) + int(c != swap.c);
    const int oldA = a;
    a = c;
    c = b;
    b = oldA;
    m_open += int(a != swap.a) + int(b != swap.b) + int(c != swap.c);
    m_list.swap(swap);
}

int GapGraph::shorterBlock(const Swap &swap) const
{
    const int middle = m_list.weightBefore(swap.b);
    return std::min(middle - m_list.weightBefore(swap.a), m_list.weightBefore(swap.c) - middle);
}

void GapGraph::apply(const Swap &swap)
{
    carryOut(swap);
    m_swaps.push_back(swap);
}

void GapGraph::rollBack(std::size_t count)
{
    while (m_swaps.size() > count) {
        carryOut(m_swaps.back().inverse());
        m_swaps.pop_back();
    }
}

void GapGraph::compact()
{
    if (m_open * 2 > m_list.size() || m_list.size() < 32)
        return;
    std::vector<int> order;
    for (const int gap : m_list.inOrder()) {
        if (isOpen(gap))
            order.push_back(gap);
        else if (!order.empty() && !m_lengths.empty())
            m_lengths[static_cast<std::size_t>(order.back())] += m_lengths[static_cast<std::size_t>(gap)];
    }
    std::erase_if(m_gaps, [this](int gap) { return !isOpen(gap); });
    m_list = GapList(order, static_cast<int>(m_next.size()), m_lengths);
}

} // namespace segue::playlist::order
