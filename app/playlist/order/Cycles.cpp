// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Cycles.h"

namespace segue::playlist::order
{

Cycles::Cycles(const GapGraph &graph)
{
    m_gaps.reserve(graph.gaps().size());
    std::vector<bool> seen(graph.gaps().empty() ? 0 : static_cast<std::size_t>(graph.gaps().back()) + 1, false);
    for (const int start : graph.gaps()) {
        if (!graph.isOpen(start) || seen[static_cast<std::size_t>(start)])
            continue;
        m_starts.push_back(static_cast<int>(m_gaps.size()));
        int v = start;
        do {
            seen[static_cast<std::size_t>(v)] = true;
            m_gaps.push_back(v);
            v = graph.next(v);
        } while (v != start);
        if ((static_cast<int>(m_gaps.size()) - m_starts.back()) % 2 == 0)
            m_even.push_back(static_cast<int>(m_starts.size()) - 1);
    }
    m_starts.push_back(static_cast<int>(m_gaps.size()));
}

std::span<const int> Cycles::cycle(int index) const
{
    const auto i = static_cast<std::size_t>(index);
    return std::span(m_gaps).subspan(static_cast<std::size_t>(m_starts[i]),
                                     static_cast<std::size_t>(m_starts[i + 1] - m_starts[i]));
}

} // namespace segue::playlist::order
