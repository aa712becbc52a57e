// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/ShortRanges.h"

#include "app/playlist/order/CycleGraph.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>

namespace segue::playlist::order
{

namespace
{
constexpr int neighboursTried = 12;

std::vector<int> withEnd(std::vector<int> list, int end)
{
    list.push_back(end);
    return list;
}
} // namespace

ShortRanges::ShortRanges(const Strips &strips, int cap, Effort &effort)
    : m_cap(cap), m_effort(effort), m_next(nextGaps(strips.order)), m_previous(m_next.size()),
      m_weights(withEnd(strips.lengths, 0)), m_members(m_next.size()), m_open(m_next.size() - 1),
      m_openCount(static_cast<int>(m_open.size())),
      m_list(withEnd(strips.order, strips.count() + 1), strips.count() + 2)
{
    std::iota(m_open.begin(), m_open.end(), 1);
    for (const int gap : m_open)
        m_previous[static_cast<std::size_t>(m_next[static_cast<std::size_t>(gap)])] = gap;
    for (const int gap : m_open) {
        if (member(gap).length == 0)
            measureCycle(gap);
    }
}

void ShortRanges::measureCycle(int gap)
{
    int length = 0;
    int at = gap;
    do {
        m_members[static_cast<std::size_t>(at)] = {gap, length++, 0};
        at = m_next[static_cast<std::size_t>(at)];
    } while (at != gap);
    do {
        m_members[static_cast<std::size_t>(at)].length = length;
        at = m_next[static_cast<std::size_t>(at)];
    } while (at != gap);
    m_effort.spend(length);
}

void ShortRanges::run()
{
    for (;;) {
        if (m_effort.exhausted())
            return;
        compact();
        if (!step(true) && !step(false))
            return;
    }
}

int ShortRanges::thirdGap(int left, int right, bool gaining) const
{
    const Member &l = member(left);
    const Member &r = member(right);
    const auto next = [this](int gap) { return m_next[static_cast<std::size_t>(gap)]; };
    const auto previous = [this](int gap) { return m_previous[static_cast<std::size_t>(gap)]; };
    const auto outside = [this, left, right](int gap) {
        return gap != left && gap != right && (m_list.before(gap, left) || m_list.before(right, gap));
    };
    if (l.cycle == r.cycle) {
        // left, right and the third have to follow each other along the cycle too; of the three distances two have to
        // be odd in an even cycle, and all of them in an odd one.
        const int steps = r.index - l.index + (r.index < l.index ? l.length : 0);
        if (!gaining || (l.length % 2 != 0 && steps % 2 == 0))
            return 0;
    } else if (gaining && (l.length % 2 != 0 || r.length % 2 != 0)) {
        return 0;
    }
    // These two close a gap, whatever the cycles.
    for (const int gap : {next(right), previous(left)}) {
        if (outside(gap))
            return gap;
    }
    // Two even cycles become two odd ones with these as well.
    if (gaining && l.cycle != r.cycle) {
        for (const int gap : {previous(right), next(left)}) {
            if (outside(gap))
                return gap;
        }
    }
    return 0;
}

bool ShortRanges::step(bool gaining)
{
    for (std::size_t tried = 0; tried < m_open.size(); ++tried, ++m_cursor) {
        if (m_cursor >= m_open.size())
            m_cursor = 0;
        const int left = m_open[m_cursor];
        if (!isOpen(left))
            continue;
        int distance = m_weights[static_cast<std::size_t>(left)];
        int right = m_list.following(left);
        for (int n = 0; n < neighboursTried && distance <= m_cap && right != m_list.first();) {
            if (isOpen(right)) {
                ++n;
                m_effort.spend(4);
                if (const int third = thirdGap(left, right, gaining)) {
                    apply(m_list.swapAt(left, right, third));
                    return true;
                }
            }
            distance += m_weights[static_cast<std::size_t>(right)];
            right = m_list.following(right);
        }
    }
    return false;
}

void ShortRanges::apply(const Swap &swap)
{
    const auto next = [this](int gap) -> int & { return m_next[static_cast<std::size_t>(gap)]; };
    const int oldA = next(swap.a);
    next(swap.a) = next(swap.c);
    next(swap.c) = next(swap.b);
    next(swap.b) = oldA;
    m_list.swap(swap);
    m_effort.spend(m_list.swapCost());
    const std::initializer_list<int> gaps{swap.a, swap.b, swap.c};
    for (const int gap : gaps)
        m_previous[static_cast<std::size_t>(next(gap))] = gap;
    for (const int gap : gaps) {
        measureCycle(gap);
        m_openCount -= int(!isOpen(gap));
    }
    m_swaps.push_back(swap);
}

void ShortRanges::compact()
{
    if (m_openCount * 2 > m_list.size() || m_list.size() < 32)
        return;
    std::vector<int> kept;
    for (const int gap : m_list.inOrder()) {
        if (isOpen(gap))
            kept.push_back(gap);
        else if (!kept.empty())
            m_weights[static_cast<std::size_t>(kept.back())] += m_weights[static_cast<std::size_t>(gap)];
    }
    std::erase_if(m_open, [this](int gap) { return !isOpen(gap); });
    m_list = GapList(kept, static_cast<int>(m_next.size()));
}

} // namespace segue::playlist::order
