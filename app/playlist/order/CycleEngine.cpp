// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CycleEngine.h"

#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/ExactSearch.h"
#include "app/playlist/order/OddTriple.h"

#include <algorithm>

namespace segue::playlist::order
{

namespace
{
constexpr int exactBelow = 13;

int oddCyclesOf(const Cycles &cycles)
{
    return cycles.count() - static_cast<int>(cycles.even().size());
}
} // namespace

CycleEngine::CycleEngine(std::span<const int> order, std::uint64_t seed, Effort &effort)
    : CycleEngine(order, ShortBlocks{.lengths = {}, .compared = 0}, seed, effort)
{
}

CycleEngine::CycleEngine(std::span<const int> order, const ShortBlocks &shortBlocks, std::uint64_t seed, Effort &effort)
    : m_effort(effort), m_random(seed), m_graph(order, shortBlocks.lengths), m_shortEnough(shortBlocks.enough),
      m_compared(shortBlocks.compared)
{
    if (!m_graph.gaps().empty())
        m_cursor = static_cast<std::size_t>(m_random.below(static_cast<int>(m_graph.gaps().size())));
}

void CycleEngine::begin(const Swaps &opening)
{
    for (const Swap &swap : opening)
        apply(swap);
}

void CycleEngine::apply(const Swap &swap)
{
    m_graph.apply(swap);
    m_effort.spend(m_graph.list().swapCost());
}

void CycleEngine::rollBack(std::size_t count)
{
    m_effort.spend(static_cast<std::int64_t>(m_graph.swaps().size() - count) * m_graph.list().swapCost());
    m_graph.rollBack(count);
}

std::optional<Swaps> CycleEngine::finish(int limit)
{
    while (m_graph.openCount() > 0) {
        if (m_effort.exhausted())
            return std::nullopt;
        m_graph.compact();
        if (m_graph.openCount() <= exactBelow && finishExactly(limit))
            break;
        if (gain())
            continue;
        const Cycles cycles(m_graph);
        const int bound = (m_graph.openCount() - oddCyclesOf(cycles)) / 2;
        if (static_cast<int>(m_graph.swaps().size()) + bound + 1 >= limit)
            return std::nullopt;
        makeRoom();
    }
    if (static_cast<int>(m_graph.swaps().size()) >= limit)
        return std::nullopt;
    return m_graph.swaps();
}

Swaps CycleEngine::endCalmly() const
{
    Swaps swaps = m_graph.swaps();
    const GapGraph::Rest rest = m_graph.rest();
    for (const Swap &swap : calmSwaps(rest.order))
        swaps.push_back(rest.named(swap));
    return swaps;
}

bool CycleEngine::finishExactly(int limit)
{
    Effort effort = m_effort.part(200'000);
    const GapGraph::Rest rest = m_graph.rest();
    const auto end = exactSwaps(rest.order, limit - static_cast<int>(m_graph.swaps().size()), effort);
    m_effort.spend(effort.used());
    if (!end)
        return false;
    for (const Swap &swap : *end)
        apply(rest.named(swap));
    return true;
}

bool CycleEngine::gain()
{
    if (gainLocally())
        return true;
    if (m_graph.openCount() == 0)
        return false;
    const Cycles cycles(m_graph);
    m_effort.spend(m_graph.openCount());
    return gainInOddCycle(cycles) || gainFromEvenPair(cycles);
}

bool CycleEngine::isLocal(int gap) const
{
    const int second = m_graph.next(gap);
    const int third = m_graph.next(second);
    return second != gap && third != gap && third != second && m_graph.list().ascending(gap, second, third);
}

bool CycleEngine::gainWithShortBlock()
{
    const std::vector<int> &gaps = m_graph.gaps();
    std::optional<Swap> best;
    int shortest = 0;
    int found = 0;
    for (std::size_t tried = 0; tried < gaps.size() && found < m_compared; ++tried) {
        m_cursor = m_cursor + 1 < gaps.size() ? m_cursor + 1 : 0;
        const int gap = gaps[m_cursor];
        m_effort.spend(2);
        if (!isLocal(gap))
            continue;
        ++found;
        m_effort.spend(m_graph.list().swapCost());
        const int second = m_graph.next(gap);
        const Swap swap = m_graph.list().swapAt(gap, second, m_graph.next(second));
        const int length = m_graph.shorterBlock(swap);
        if (!best || length < shortest) {
            best = swap;
            shortest = length;
            if (length <= m_shortEnough)
                break;
        }
    }
    if (best)
        apply(*best);
    return best.has_value();
}

bool CycleEngine::gainLocally()
{
    if (m_compared > 0 && !m_trying)
        return gainWithShortBlock();
    const std::vector<int> &gaps = m_graph.gaps();
    for (std::size_t tried = 0; tried < gaps.size(); ++tried) {
        if (m_cursor >= gaps.size())
            m_cursor = 0;
        const int gap = gaps[m_cursor];
        if (isLocal(gap)) {
            const int second = m_graph.next(gap);
            m_effort.spend(static_cast<std::int64_t>(tried) * 2);
            apply(m_graph.list().swapAt(gap, second, m_graph.next(second)));
            return true;
        }
        ++m_cursor;
    }
    m_effort.spend(static_cast<std::int64_t>(gaps.size()) * 2);
    return false;
}

bool CycleEngine::gainInOddCycle(const Cycles &cycles)
{
    for (int i = 0; i < cycles.count(); ++i) {
        const std::span<const int> cycle = cycles.cycle(i);
        if (cycle.size() % 2 == 0)
            continue;
        if (const auto swap = oddTriple(m_graph.list(), cycle, m_random, m_effort)) {
            apply(*swap);
            return true;
        }
    }
    return false;
}

int CycleEngine::localSwaps(int sample)
{
    const std::vector<int> &gaps = m_graph.gaps();
    const int size = static_cast<int>(gaps.size());
    const int from = sample < size ? m_random.below(size) : 0;
    m_effort.spend(std::min(sample, size) * 2);
    int count = 0;
    for (int i = 0; i < std::min(sample, size); ++i)
        count += int(isLocal(gaps[static_cast<std::size_t>((from + i) % size)]));
    return count;
}

bool CycleEngine::gainFromEvenPair(const Cycles &cycles)
{
    const std::vector<int> &even = cycles.even();
    if (even.size() < 2)
        return false;
    const int tries = m_trying ? 2 : std::clamp(40000 / m_graph.openCount(), 3, 24);
    const std::size_t mark = m_graph.swaps().size();
    Swap best;
    int bestCount = -1;
    for (int t = 0; t < tries; ++t) {
        const int first = m_random.below(static_cast<int>(even.size()));
        int second = m_random.below(static_cast<int>(even.size()) - 1);
        second += int(second >= first);
        const auto one = cycles.cycle(even[static_cast<std::size_t>(first)]);
        const auto other = cycles.cycle(even[static_cast<std::size_t>(second)]);
        const int gap = one[static_cast<std::size_t>(m_random.below(static_cast<int>(one.size())))];
        const int far = other[static_cast<std::size_t>(m_random.below(static_cast<int>(other.size())))];
        const Swap swap = m_graph.list().swapAt(gap, m_graph.next(gap), far);
        apply(swap);
        const int count = localSwaps(2000);
        rollBack(mark);
        if (count > bestCount) {
            best = swap;
            bestCount = count;
        }
    }
    apply(best);
    return true;
}

int CycleEngine::randomOpenGap()
{
    const std::vector<int> &gaps = m_graph.gaps();
    for (;;) {
        const int gap = gaps[static_cast<std::size_t>(m_random.below(static_cast<int>(gaps.size())))];
        if (m_graph.isOpen(gap))
            return gap;
    }
}

int CycleEngine::openNeighbour(int gap, int steps) const
{
    int at = gap;
    while (steps > 0) {
        at = m_graph.list().following(at);
        steps -= int(m_graph.isOpen(at));
    }
    return at;
}

std::optional<Swap> CycleEngine::roomMaker(int kind)
{
    const int gap = randomOpenGap();
    const int second = m_graph.next(gap);
    int third = 0;
    switch (kind % 4) {
    case 0:
        third = openNeighbour(kind % 8 < 4 ? gap : second, 1 + m_random.below(3));
        break;
    case 1:
        third = openNeighbour(m_graph.list().opposite(gap), 1);
        break;
    case 2:
        third = m_graph.next(second);
        break;
    default:
        third = randomOpenGap();
        break;
    }
    if (third == gap || third == second)
        return std::nullopt;
    return m_graph.list().swapAt(gap, second, third);
}

void CycleEngine::makeRoom()
{
    constexpr int tries = 16;
    constexpr std::size_t farEnough = 64;
    const std::size_t mark = m_graph.swaps().size();
    const std::size_t cursor = m_cursor;
    Swaps best;
    m_trying = true;
    for (int t = 0; t < tries && best.size() < farEnough; ++t) {
        const auto swap = roomMaker(t);
        if (!swap)
            continue;
        apply(*swap);
        while (m_graph.swaps().size() - mark < farEnough && gain()) {
        }
        if (m_graph.swaps().size() - mark > best.size() || m_graph.openCount() == 0)
            best.assign(m_graph.swaps().begin() + static_cast<std::ptrdiff_t>(mark), m_graph.swaps().end());
        if (m_graph.openCount() == 0)
            break;
        rollBack(mark);
        m_cursor = cursor;
    }
    m_trying = false;
    rollBack(mark);
    for (const Swap &swap : best)
        apply(swap);
}

} // namespace segue::playlist::order
