// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CappedPlan.h"

#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/CycleEngine.h"
#include "app/playlist/order/Portfolio.h"
#include "app/playlist/order/ShortRanges.h"

#include <limits>
#include <numeric>

namespace segue::playlist::order
{

namespace
{

/// What is left to do after some swaps, as strips of its own.
class Rest
{
public:
    Rest(const Strips &strips, std::vector<int> order)
    {
        std::vector<int> ranks = order;
        for (int &rank : ranks)
            --rank;
        m_strips = stripsOf(ranks);
        m_names.push_back(0);
        int end = m_strips.offset;
        for (int v = 1; v <= m_strips.count(); ++v) {
            int &length = m_strips.lengths[static_cast<std::size_t>(v)];
            const auto first = order.begin() + m_strips.firstItems[static_cast<std::size_t>(v)];
            end += length;
            // From strips of strips to strips of items.
            length = std::accumulate(first, first + length, 0, [&strips](int sum, int value) {
                return sum + strips.lengths[static_cast<std::size_t>(value)];
            });
            m_names.push_back(*first);
        }
        m_names.push_back(end + 1);
    }

    [[nodiscard]] const Strips &strips() const { return m_strips; }
    /// The first swaps and these, which are for strips().
    [[nodiscard]] Swaps behind(std::span<const Swap> first, const Swaps &swaps) const
    {
        Swaps all(first.begin(), first.end());
        const auto name = [this](int gap) { return m_names[static_cast<std::size_t>(gap)]; };
        for (const Swap &swap : swaps)
            all.push_back({name(swap.a), name(swap.b), name(swap.c)});
        return all;
    }

private:
    Strips m_strips;
    std::vector<int> m_names; // the gaps of strips() in the names of the whole
};

/// The beginnings of a plan, each followed by a calm plan for the rest.
void addCalmEndings(std::vector<Swaps> &plans, const Strips &strips, int cap, const Swaps &swaps, const Effort &effort)
{
    constexpr std::size_t stages = 8;
    const Replay replay(strips, cap, {});
    for (std::size_t stage = 1; stage <= stages && !effort.stopped(); ++stage) {
        const auto first = std::span(swaps).first(swaps.size() * stage / stages);
        if (const auto soFar = replay.run(first)) {
            const Rest rest(strips, soFar->order);
            plans.push_back(rest.behind(first, calmSwaps(rest.strips(), cap, {})));
        }
    }
}

} // namespace

std::vector<Swaps> cappedSwaps(const Strips &strips, int cap, std::uint64_t seed, Effort &effort)
{
    std::vector<Swaps> plans;
    std::vector<int> lengths = strips.lengths;
    lengths.push_back(0);
    CycleEngine engine(strips.order, {.lengths = lengths, .enough = std::max(1, cap / 3)}, seed, effort);
    const std::optional<Swaps> whole = engine.finish(std::numeric_limits<int>::max());
    addCalmEndings(plans, strips, cap, whole ? *whole : engine.endCalmly(), effort);

    Effort part = effort.part(effort.left() / 2);
    ShortRanges shortRanges(strips, cap, part);
    shortRanges.run();
    effort.spend(part.used());
    addCalmEndings(plans, strips, cap, shortRanges.swaps(), effort);
    if (effort.stopped())
        return plans;
    if (const auto soFar = Replay(strips, cap, {}).run(shortRanges.swaps())) {
        const Rest rest(strips, soFar->order);
        for (const Swaps &swaps : fewestSwaps(rest.strips(), rest.strips().count() + 1, seed, effort))
            plans.push_back(rest.behind(shortRanges.swaps(), swaps));
    }
    return plans;
}

} // namespace segue::playlist::order
