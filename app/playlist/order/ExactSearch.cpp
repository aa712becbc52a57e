// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/ExactSearch.h"

#include "app/playlist/order/ReducedOrder.h"

#include <algorithm>
#include <unordered_map>

namespace segue::playlist::order
{

namespace
{

/// Depth first, with the lower bound: a plan of `bound + slack` swaps may lose `slack` times against the bound. It is
/// enough to swap at open gaps: splitting what stands together never helps (Christie 1998).
class Search
{
public:
    explicit Search(Effort &effort) : m_effort(effort) {}

    bool run(const ReducedOrder &state, int slack)
    {
        if (state.isSorted())
            return true;
        if (m_effort.exhausted())
            return false;
        const auto [known, fresh] = m_failed.try_emplace(state.key(), -1);
        if (!fresh && known->second >= slack)
            return false;
        const int count = state.gapCount();
        m_effort.spend(count * count * count / 6 + 50);
        for (const ReducedOrder::Move &move : state.moves(2 - 2 * std::min(slack, 2))) {
            ReducedOrder child = state;
            child.apply(move);
            m_swaps.push_back(state.named(move));
            if (run(child, slack - (2 - move.gain) / 2))
                return true;
            m_swaps.pop_back();
        }
        if (!m_effort.exhausted())
            m_failed[state.key()] = slack;
        return false;
    }

    [[nodiscard]] const Swaps &swaps() const { return m_swaps; }

private:
    Effort &m_effort;
    std::unordered_map<std::uint64_t, int> m_failed; // the greatest slack that was not enough
    Swaps m_swaps;
};

} // namespace

std::optional<Swaps> exactSwaps(std::span<const int> order, int limit, Effort &effort)
{
    const ReducedOrder start(order);
    Search search(effort);
    for (int slack = 0; start.lowerBound() + slack < limit; ++slack) {
        if (search.run(start, slack))
            return search.swaps();
        if (effort.exhausted())
            break;
    }
    return std::nullopt;
}

} // namespace segue::playlist::order
