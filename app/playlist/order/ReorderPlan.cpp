// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/ReorderPlan.h"

#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/CycleGraph.h"
#include "app/playlist/order/Portfolio.h"
#include "app/playlist/order/Replay.h"
#include "app/playlist/order/Strips.h"

#include <algorithm>
#include <cassert>

namespace segue::playlist::order
{

namespace
{

[[maybe_unused]] bool leadsToOrder(std::span<const int> ranks, const std::vector<BlockMove> &moves)
{
    std::vector<int> list(ranks.begin(), ranks.end());
    for (const BlockMove &move : moves) {
        const auto start = list.begin() + move.start;
        const auto before = list.begin() + move.before;
        if (move.before > move.start)
            std::rotate(start, start + move.length, before);
        else
            std::rotate(before, start, start + move.length);
    }
    return std::is_sorted(list.begin(), list.end());
}

} // namespace

ReorderPlan planReorder(const PlanRequest &request)
{
    ReorderPlan plan;
    plan.valid = isPermutation(request.ranks);
    assert(plan.valid);
    if (!plan.valid)
        return plan;
    const Strips strips = stripsOf(request.ranks);
    plan.lowerBound = lowerBound(strips.order);
    plan.style = Style::Calm;
    if (strips.count() == 0)
        return plan;

    const Replay replay(strips, request.rangeCap, request.preferToMove);
    std::optional<Emission> best = replay.run(calmSwaps(strips, request.rangeCap, request.preferToMove));
    assert(best);
    const auto calls = [&best] { return static_cast<int>(best->moves.size()); };
    if (request.style == Style::Fewest && calls() > plan.lowerBound) {
        const std::int64_t worthwhile = 2'000'000 + std::int64_t(30'000) * strips.count();
        Effort effort(std::min(request.budget, worthwhile), request.stop);
        for (const Swaps &swaps : fewestSwaps(strips.order, calls(), request.seed, effort)) {
            // A plan that does not end in order would be a bug; the calm one stands then.
            std::optional<Emission> fewer = replay.run(swaps);
            assert(fewer);
            if (fewer && fewer->moves.size() < best->moves.size()) {
                best = std::move(fewer);
                plan.style = Style::Fewest;
            }
        }
    }
    plan.moves = std::move(best->moves);
    plan.itemsMoved = best->itemsMoved;
    assert(leadsToOrder(request.ranks, plan.moves));
    return plan;
}

} // namespace segue::playlist::order
