// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Portfolio.h"

#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/CycleEngine.h"
#include "app/playlist/order/CycleGraph.h"
#include "app/playlist/order/ExactSearch.h"
#include "app/playlist/order/Replay.h"
#include "app/playlist/order/Reversal.h"
#include "app/playlist/order/Strips.h"
#include "app/playlist/order/Windows.h"

#include <algorithm>
#include <cmath>

namespace segue::playlist::order
{

namespace
{

/// Up to here the exact search nearly always ends in good time.
constexpr std::size_t exactStrips = 16;
/// Up to here it is worth a try when nothing else reaches the bound.
constexpr std::size_t exactTryStrips = 26;
constexpr int windowWidths[] = {12, 24, 48, 100};
constexpr std::int64_t windowEffort = 4'000'000;

class Portfolio
{
public:
    Portfolio(std::span<const int> order, std::span<const int> lengths, int limit, std::uint64_t seed, Effort &effort)
        : m_order(order), m_lengths(lengths), m_limit(limit), m_bound(lowerBound(order)), m_seed(seed), m_effort(effort)
    {
    }

    std::vector<Swaps> run()
    {
        if (m_order.size() <= exactStrips) {
            tryExact();
            if (!m_effort.exhausted())
                return std::move(m_found);
        }
        tryOpenings();
        if (!done())
            tryWindows();
        for (std::uint64_t attempt = 0; !done(); ++attempt)
            trySeed(attempt);
        return std::move(m_found);
    }

    /// Without windows in windows, and with few attempts: what counts is the sum over all windows.
    std::vector<Swaps> runInWindow()
    {
        if (m_order.size() <= exactStrips) {
            tryExact();
            if (!m_effort.exhausted())
                return std::move(m_found);
        }
        tryOpenings();
        for (std::uint64_t attempt = 0; !done() && attempt < 8; ++attempt)
            trySeed(attempt);
        if (!done() && m_order.size() <= exactTryStrips)
            tryExact();
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool done() const { return m_limit <= m_bound + m_bound / 400 || m_effort.exhausted(); }

    void enter(std::optional<Swaps> swaps)
    {
        if (!swaps || static_cast<int>(swaps->size()) >= m_limit)
            return;
        m_limit = static_cast<int>(swaps->size());
        m_found.push_back(std::move(*swaps));
    }

    void tryExact() { enter(exactSwaps(m_order, m_limit, m_effort)); }

    void tryOpenings()
    {
        // In a random order a longest decreasing subsequence has about 2 sqrt(m).
        const auto decrease = static_cast<double>(longestDecreasing(m_order).size());
        if (decrease > 3 * std::sqrt(static_cast<double>(m_order.size())))
            tryEngine(m_seed, skeletonReversal(m_order));
    }

    /// Every fourth attempt on the inverse permutation.
    void trySeed(std::uint64_t attempt)
    {
        if (attempt % 4 == 1)
            tryInverse(m_seed + attempt);
        else
            tryEngine(m_seed + attempt, {});
    }

    void tryEngine(std::uint64_t seed, const Swaps &opening)
    {
        // Fewer in long lists, so that the time does not grow with the square of their length.
        const int compared = m_lengths.empty() ? 0 : std::clamp(320'000 / static_cast<int>(m_order.size()), 2, 32);
        CycleEngine engine(m_order, {.lengths = m_lengths, .compared = compared}, seed, m_effort);
        engine.begin(opening);
        std::optional<Swaps> swaps = engine.finish(m_limit);
        // What has been done is worth keeping when there is no effort left to do better.
        if (!swaps && m_effort.exhausted())
            swaps = engine.endCalmly();
        enter(std::move(swaps));
    }

    /// A plan for the inverse permutation, read backwards, is one for this.
    void tryInverse(std::uint64_t seed)
    {
        const std::vector<int> inverse = inverseOf(m_order);
        CycleEngine engine(inverse, seed, m_effort);
        const auto swaps = engine.finish(m_limit);
        if (!swaps)
            return;
        std::vector<PlaceSwap> places = placesOf(inverse, *swaps);
        std::reverse(places.begin(), places.end());
        for (PlaceSwap &place : places)
            place.second = place.first + place.end - place.second;
        enter(swapsAt(m_order, places));
    }

    void tryWindows()
    {
        for (const int width : windowWidths) {
            if (done())
                return;
            const std::vector<Window> windows = windowsOf(m_order, width);
            m_effort.spend(std::ssize(m_order) * width);
            if (windows.empty())
                continue;
            const std::int64_t granted = m_effort.left() / 2;
            const auto plan = [this, granted](std::span<const int> window, int count) {
                Effort effort = m_effort.part(std::min(windowEffort, granted / count));
                Swaps calm = calmSwaps(window);
                Portfolio portfolio(window, {}, static_cast<int>(calm.size()), m_seed, effort);
                std::vector<Swaps> plans = portfolio.runInWindow();
                m_effort.spend(effort.used());
                return plans.empty() ? std::move(calm) : std::move(plans.back());
            };
            tryEngine(m_seed, windowSwaps(m_order, windows, plan));
        }
    }

    std::span<const int> m_order;
    std::span<const int> m_lengths; // with one for the end; empty: they do not matter
    int m_limit;
    int m_bound;
    std::uint64_t m_seed;
    Effort &m_effort;
    std::vector<Swaps> m_found;
};

} // namespace

std::vector<Swaps> fewestSwaps(const Strips &strips, int limit, std::uint64_t seed, Effort &effort)
{
    std::vector<int> lengths = strips.lengths;
    lengths.push_back(0);
    return Portfolio(strips.order, lengths, limit, seed, effort).run();
}

} // namespace segue::playlist::order
