// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/ReorderPlan.h"

#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/CappedPlan.h"
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
    assert(best && best->isInOrder());
    const auto enter = [&best, &plan](std::optional<Emission> emission) {
        // A plan that does not end in order would be a bug; the calm one stands then.
        assert(emission && emission->isInOrder());
        if (emission && emission->isInOrder() && emission->moves.size() < best->moves.size()) {
            best = std::move(emission);
            plan.style = Style::Fewest;
        }
    };
    const auto calls = [&best] { return static_cast<int>(best->moves.size()); };
    if (request.style == Style::Fewest && calls() > plan.lowerBound) {
        // Beyond that much for each strip, more effort has found next to nothing.
        const std::int64_t worthwhile = 10'000'000 + std::int64_t(5'000) * strips.count();
        Effort effort(std::min(request.budget, worthwhile), request.stop);
        Effort uncapped = effort.part(request.rangeCap > 0 ? effort.left() / 2 : effort.left());
        for (const Swaps &swaps : fewestSwaps(strips, calls(), request.seed, uncapped))
            enter(replay.run(swaps));
        effort.spend(uncapped.used());
        if (request.rangeCap > 0 && calls() > plan.lowerBound) {
            for (const Swaps &swaps : cappedSwaps(strips, request.rangeCap, request.seed, effort))
                enter(replay.run(swaps));
        }
    }
    plan.moves = std::move(best->moves);
    plan.itemsMoved = best->itemsMoved;
    assert(leadsToOrder(request.ranks, plan.moves));
    return plan;
}

} // namespace segue::playlist::order
