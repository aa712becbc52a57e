// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Planner.h"

#include "app/playlist/ListOps.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace segue::playlist
{

namespace
{

/// A run of rows that stand together in both lists; moved as one.
struct Strip {
    int rank = 0; ///< wanted position of its first row
    int begin = 0;
    int length = 0;
};

std::vector<Strip> stripsOf(const std::vector<int> &ranks)
{
    std::vector<Strip> strips;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (i > 0 && ranks[i] == ranks[i - 1] + 1)
            ++strips.back().length;
        else
            strips.push_back({.rank = ranks[i], .begin = static_cast<int>(i), .length = 1});
    }
    return strips;
}

/// Appends the call that moves a block, or the calls when it is longer than the cap.
void emitMove(std::vector<Step> &steps, int start, int length, int before, int cap)
{
    const int piece = cap > 0 ? cap : length;
    for (int done = 0; done < length; done += piece) {
        web::ReorderCall call;
        call.rangeLength = std::min(piece, length - done);
        // Moving down, each piece leaves and the next one takes its place; moving up, both ends advance.
        const bool down = before > start;
        call.rangeStart = down ? start : start + done;
        call.insertBefore = down ? before : before + done;
        steps.emplace_back(MoveStep{call});
    }
}

/// Moves each strip outside a heaviest increasing subsequence of strips once, to behind its wanted neighbour.
void planMoves(RowList &current, const RowList &wanted, const PlanOptions &options, std::vector<Step> &steps)
{
    RowId highest = 0;
    for (const RowId id : wanted)
        highest = std::max(highest, id);
    std::vector<int> rank(static_cast<std::size_t>(highest) + 1, -1);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        rank[wanted[i]] = static_cast<int>(i);
    std::vector<bool> preferred(rank.size(), false);
    for (const RowId id : options.preferToMove) {
        if (id < preferred.size())
            preferred[id] = true;
    }

    std::vector<int> ranks;
    ranks.reserve(current.size());
    for (const RowId id : current)
        ranks.push_back(rank[id]);
    const std::vector<Strip> strips = stripsOf(ranks);
    if (strips.size() <= 1)
        return;

    std::vector<WeightedItem> items;
    items.reserve(strips.size());
    for (const Strip &strip : strips) {
        const int marked =
            static_cast<int>(std::count_if(current.begin() + strip.begin, current.begin() + strip.begin + strip.length,
                                           [&preferred](RowId id) { return preferred[id]; }));
        items.push_back({.value = strip.rank, .first = 1, .second = -marked, .third = strip.length});
    }
    std::vector<bool> stays(strips.size(), false);
    for (const int index : heaviestIncreasing(items))
        stays[static_cast<std::size_t>(index)] = true;

    std::vector<std::size_t> movers;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        if (!stays[i])
            movers.push_back(i);
    }
    // In wanted order: whatever a strip has to follow is in place when its turn comes.
    std::sort(movers.begin(), movers.end(),
              [&strips](std::size_t a, std::size_t b) { return strips[a].rank < strips[b].rank; });
    for (const std::size_t index : movers) {
        const Strip &strip = strips[index];
        const auto find = [&current](RowId id) {
            return static_cast<int>(std::find(current.begin(), current.end(), id) - current.begin());
        };
        const int start = find(wanted[static_cast<std::size_t>(strip.rank)]);
        const int before = strip.rank == 0 ? 0 : find(wanted[static_cast<std::size_t>(strip.rank) - 1]) + 1;
        emitMove(steps, start, strip.length, before, options.rangeCap);
        const auto at = current.begin();
        if (before > start)
            std::rotate(at + start, at + start + strip.length, at + before);
        else
            std::rotate(at + before, at + start, at + start + strip.length);
    }
}

/// Takes the rows that must go out of `current`; rows of which another copy goes may have to go along.
void planRemovals(RowList &current, const std::vector<bool> &keep, const RowLookup &row, const PlanOptions &options,
                  Plan &plan)
{
    struct Copies {
        RowList going;
        RowList staying;
    };
    QHash<QString, Copies> copies;
    QStringList order;
    for (const RowId id : current) {
        const QString uri = row(id).uri();
        const bool stays = id < keep.size() && keep[id];
        if (!stays && (uri.isEmpty() || (row(id).isLocal() && !options.positionsHonoured))) {
            plan.impossible.push_back(id);
            continue;
        }
        Copies &entry = copies[uri];
        if (!stays && entry.going.empty())
            order.append(uri);
        (stays ? entry.staying : entry.going).push_back(id);
    }

    struct Removal {
        QString uri;
        RowList rows;
        bool byPosition;
    };
    std::vector<Removal> removals;
    for (const QString &uri : std::as_const(order)) {
        Copies &entry = copies[uri];
        const bool local = row(entry.going.front()).isLocal();
        if (local || (!entry.staying.empty() && options.positionsHonoured)) {
            removals.push_back({uri, entry.going, true});
            continue;
        }
        plan.readded.insert(plan.readded.end(), entry.staying.begin(), entry.staying.end());
        entry.going.insert(entry.going.end(), entry.staying.begin(), entry.staying.end());
        removals.push_back({uri, entry.going, false});
    }

    for (std::size_t first = 0; first < removals.size(); first += web::maxUrisPerCall) {
        const std::size_t last = std::min(removals.size(), first + web::maxUrisPerCall);
        RemoveStep step;
        std::vector<bool> gone(keep.size(), false);
        for (std::size_t i = first; i < last; ++i) {
            web::RemoveTarget target{.uri = removals[i].uri, .positions = {}};
            for (const RowId id : removals[i].rows) {
                if (id >= gone.size())
                    gone.resize(static_cast<std::size_t>(id) + 1, false);
                gone[id] = true;
                if (removals[i].byPosition) {
                    target.positions.append(
                        static_cast<int>(std::find(current.begin(), current.end(), id) - current.begin()));
                }
                step.rows.push_back(id);
            }
            std::sort(target.positions.begin(), target.positions.end());
            step.targets.append(target);
        }
        std::erase_if(current, [&gone](RowId id) { return id < gone.size() && gone[id]; });
        plan.steps.emplace_back(std::move(step));
    }
}

void planAdditions(RowList &current, const RowList &wanted, const RowLookup &row, Plan &plan)
{
    // `current` is `wanted` without the rows to add, so a position that differs is a row that is missing.
    std::size_t position = 0;
    while (position < wanted.size()) {
        if (position < current.size() && current[position] == wanted[position]) {
            ++position;
            continue;
        }
        const RowId resume = position < current.size() ? current[position] : RowId(0);
        const bool more = position < current.size();
        AddStep step;
        step.position = static_cast<int>(position);
        while (position < wanted.size() && !(more && wanted[position] == resume) &&
               step.uris.size() < web::maxUrisPerCall) {
            step.uris.append(row(wanted[position]).uri());
            step.rows.push_back(wanted[position]);
            ++position;
        }
        current.insert(current.begin() + step.position, step.rows.begin(), step.rows.end());
        plan.steps.emplace_back(std::move(step));
    }
}

} // namespace

bool RemoveStep::usesPositions() const
{
    return std::any_of(targets.begin(), targets.end(),
                       [](const web::RemoveTarget &target) { return !target.positions.isEmpty(); });
}

Plan makePlan(const RowList &server, const RowList &wanted, const RowLookup &row, const PlanOptions &options)
{
    Plan plan;
    RowId highest = 0;
    for (const RowId id : server)
        highest = std::max(highest, id);
    for (const RowId id : wanted)
        highest = std::max(highest, id);
    const std::size_t ids = static_cast<std::size_t>(highest) + 1;
    std::vector<bool> keep(ids, false);
    for (const RowId id : wanted)
        keep[id] = true;

    RowList current = server;
    planRemovals(current, keep, row, options, plan);

    // What cannot be removed stays behind the row it follows now.
    RowList reachable = wanted;
    for (const RowId id : plan.impossible) {
        const auto at = std::find(current.begin(), current.end(), id);
        auto target = reachable.begin();
        for (auto before = at; before != current.begin();) {
            --before;
            const auto found = std::find(reachable.begin(), reachable.end(), *before);
            if (found != reachable.end()) {
                target = found + 1;
                break;
            }
        }
        reachable.insert(target, id);
    }

    std::vector<bool> present(ids, false);
    for (const RowId id : current)
        present[id] = true;
    RowList common;
    common.reserve(current.size());
    for (const RowId id : reachable) {
        if (present[id])
            common.push_back(id);
    }
    planMoves(current, common, options, plan.steps);
    planAdditions(current, reachable, row, plan);
    return plan;
}

RowList applied(const RowList &list, const Step &step)
{
    if (const auto *move = std::get_if<MoveStep>(&step)) {
        std::vector<int> positions(static_cast<std::size_t>(move->call.rangeLength));
        std::iota(positions.begin(), positions.end(), move->call.rangeStart);
        return withMoved(list, positions, move->call.insertBefore);
    }
    if (const auto *add = std::get_if<AddStep>(&step))
        return withInserted(list, add->position, add->rows);
    const auto &remove = std::get<RemoveStep>(step);
    RowList out = list;
    std::erase_if(out, [&remove](RowId id) {
        return std::find(remove.rows.begin(), remove.rows.end(), id) != remove.rows.end();
    });
    return out;
}

RowList appliedWithoutPositions(const RowList &list, const RemoveStep &step, const RowLookup &row)
{
    RowList out = list;
    std::erase_if(out, [&](RowId id) {
        const QString uri = row(id).uri();
        return std::any_of(step.targets.begin(), step.targets.end(),
                           [&uri](const web::RemoveTarget &target) { return target.uri == uri; });
    });
    return out;
}

} // namespace segue::playlist
