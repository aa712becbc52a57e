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

/// More disorder than this is worth another thread.
constexpr int quickStrips = 6;

int stripsIn(const std::vector<int> &ranks)
{
    int strips = ranks.empty() ? 0 : 1;
    for (std::size_t i = 1; i < ranks.size(); ++i)
        strips += ranks[i] != ranks[i - 1] + 1;
    return strips;
}

/// Where the rows of `current` belong, which are those of `wanted`.
std::vector<int> ranksOf(const RowList &current, const RowList &wanted, std::size_t ids)
{
    std::vector<int> rank(ids, -1);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        rank[wanted[i]] = static_cast<int>(i);
    std::vector<int> ranks;
    ranks.reserve(current.size());
    for (const RowId id : current)
        ranks.push_back(rank[id]);
    return ranks;
}

/// Takes the rows that must go out of `current`; rows of which another copy goes may have to go along.
void planRemovals(RowList &current, const std::vector<bool> &keep, const RowLookup &row, const PlanOptions &options,
                  Plan &plan)
{
    const auto stays = [&keep](RowId id) { return id < keep.size() && keep[id]; };
    if (std::all_of(current.begin(), current.end(), stays))
        return; // as with every mere order: the copies of ten thousand rows need not be told apart
    struct Copies {
        RowList going;
        RowList staying;
    };
    QHash<QString, Copies> copies;
    QStringList order;
    for (const RowId id : current) {
        const QString uri = row(id).uri();
        const bool stay = stays(id);
        if (!stay && (uri.isEmpty() || (row(id).isLocal() && !options.positionsHonoured))) {
            plan.impossible.push_back(id);
            continue;
        }
        Copies &entry = copies[uri];
        if (!stay && entry.going.empty())
            order.append(uri);
        (stay ? entry.staying : entry.going).push_back(id);
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

bool usesPositions(const Step &step)
{
    const auto *remove = std::get_if<RemoveStep>(&step);
    return remove && remove->usesPositions();
}

order::ReorderPlan MoveTask::run(std::stop_token stop) const
{
    return order::planReorder(
        {.ranks = ranks, .style = style, .rangeCap = rangeCap, .stop = std::move(stop), .preferToMove = preferToMove});
}

bool MoveTask::isQuick() const
{
    return stripsIn(ranks) <= quickStrips;
}

PlanDraft::PlanDraft(const RowList &server, const RowList &wanted, const RowLookup &row, const PlanOptions &options)
    : m_reachable(wanted)
{
    RowList current = server;
    RowId highest = 0;
    for (const RowId id : server)
        highest = std::max(highest, id);
    for (const RowId id : wanted)
        highest = std::max(highest, id);
    const std::size_t ids = static_cast<std::size_t>(highest) + 1;
    std::vector<bool> keep(ids, false);
    for (const RowId id : wanted)
        keep[id] = true;
    planRemovals(current, keep, row, options, m_plan);

    // What cannot be removed stays behind the row it follows now.
    for (const RowId id : m_plan.impossible) {
        const auto at = std::find(current.begin(), current.end(), id);
        auto target = m_reachable.begin();
        for (auto before = at; before != current.begin();) {
            --before;
            const auto found = std::find(m_reachable.begin(), m_reachable.end(), *before);
            if (found != m_reachable.end()) {
                target = found + 1;
                break;
            }
        }
        m_reachable.insert(target, id);
    }

    std::vector<bool> present(ids, false);
    for (const RowId id : current)
        present[id] = true;
    m_ordered.reserve(current.size());
    for (const RowId id : m_reachable) {
        if (present[id])
            m_ordered.push_back(id);
    }
    m_moves.ranks = ranksOf(current, m_ordered, ids);
    m_moves.rangeCap = options.rangeCap;
    m_moves.style = options.style;
    if (!options.preferToMove.empty()) {
        std::vector<bool> preferred(ids, false);
        for (const RowId id : options.preferToMove) {
            if (id < ids)
                preferred[id] = true;
        }
        m_moves.preferToMove.reserve(current.size());
        for (const RowId id : current)
            m_moves.preferToMove.push_back(preferred[id] ? 1 : 0);
    }
}

Plan PlanDraft::finished(const order::ReorderPlan &moves, const RowLookup &row) const
{
    Plan plan = m_plan;
    for (const order::BlockMove &move : moves.moves) {
        plan.steps.emplace_back(
            MoveStep{{.rangeStart = move.start, .rangeLength = move.length, .insertBefore = move.before}});
    }
    RowList current = m_ordered;
    planAdditions(current, m_reachable, row, plan);
    return plan;
}

Plan makePlan(const RowList &server, const RowList &wanted, const RowLookup &row, const PlanOptions &options)
{
    const PlanDraft draft(server, wanted, row, options);
    return draft.finished(draft.moves().run(), row);
}

bool canReplaceWith(const RowList &wanted, const RowLookup &row)
{
    return std::all_of(wanted.begin(), wanted.end(), [&row](RowId id) {
        const Row &each = row(id);
        return !each.isLocal() && !each.uri().isEmpty();
    });
}

Plan planReplacing(const RowList &wanted, const RowLookup &row)
{
    ReplaceStep step;
    const std::size_t count = std::min<std::size_t>(wanted.size(), web::maxUrisPerCall);
    step.rows.assign(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(count));
    for (const RowId id : step.rows)
        step.uris.append(row(id).uri());
    Plan plan;
    RowList current = step.rows;
    plan.steps.emplace_back(std::move(step));
    planAdditions(current, wanted, row, plan);
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
    if (const auto *replace = std::get_if<ReplaceStep>(&step))
        return replace->rows;
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
