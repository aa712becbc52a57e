// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "app/playlist/order/ReorderPlan.h"

#include <functional>
#include <variant>

/// From the list at Spotify to the list wanted, as calls of the Web API. Pure; any thread.
namespace segue::playlist
{

/// One reorder call.
struct MoveStep {
    web::ReorderCall call;
};

/// One remove call.
struct RemoveStep {
    QList<web::RemoveTarget> targets;
    RowList rows; ///< what is gone afterwards
    /// Whether single copies are meant by their positions; a service that ignores positions removes every copy.
    [[nodiscard]] bool usesPositions() const;
};

/// One add call.
struct AddStep {
    QStringList uris;
    int position = 0;
    RowList rows; ///< what the new entries are
};

/// One replace call: these rows, all added anew, are the whole list afterwards. Rows are never named twice in one list,
/// so what it cuts off comes back with AddSteps.
struct ReplaceStep {
    QStringList uris;
    RowList rows;
};

using Step = std::variant<MoveStep, RemoveStep, AddStep, ReplaceStep>;
/// See RemoveStep; false for the others.
[[nodiscard]] bool usesPositions(const Step &step);

struct Plan {
    std::vector<Step> steps;
    /// Rows that are to go but cannot be removed through the API: null entries, and local files where positions are
    /// not honoured. The steps leave them where they are.
    RowList impossible;
    /// Rows that stay but are removed and added again, because another copy of theirs goes: they lose their date.
    RowList readded;
};

struct PlanOptions {
    /// RemoveTarget::positions single out copies (see web::Api::honoursPositions).
    bool positionsHonoured = false;
    /// Longest range a reorder call may move; 0 = any. Longer blocks are moved in pieces.
    int rangeCap = 0;
    /// Rows the user has just moved by hand: among plans of equal cost, the one that moves these.
    RowList preferToMove;
    order::Style style = order::Style::Fewest;
};

/// What order::planReorder() has to find out, with all that takes: can be handed to another thread.
struct MoveTask {
    std::vector<int> ranks;
    std::vector<std::uint8_t> preferToMove;
    int rangeCap = 0;
    order::Style style = order::Style::Fewest;

    [[nodiscard]] order::ReorderPlan run(std::stop_token stop = {}) const;
    /// Whether it takes no longer than handing it to another thread would: a drag or two.
    [[nodiscard]] bool isQuick() const;
};

/// A plan that lacks its moves, which may take a second to find for ten thousand rows in disorder. Everything else of
/// it is made here, in the thread that owns the rows.
class PlanDraft
{
public:
    PlanDraft(const RowList &server, const RowList &wanted, const RowLookup &row, const PlanOptions &options);

    [[nodiscard]] const MoveTask &moves() const { return m_moves; }
    /// The whole plan; `moves` must be an outcome of moves().run(). Can be called again with another one.
    [[nodiscard]] Plan finished(const order::ReorderPlan &moves, const RowLookup &row) const;

private:
    Plan m_plan;         ///< removals; what is impossible or costs a date
    RowList m_ordered;   ///< the list after the removals and the moves
    RowList m_reachable; ///< wanted, with what cannot be removed
    MoveTask m_moves;
};

/// Steps in the order in which they must be sent: removals, then moves, then additions. A drag of one block is exactly
/// one MoveStep. Deterministic. PlanDraft does the same in two halves.
[[nodiscard]] Plan makePlan(const RowList &server, const RowList &wanted, const RowLookup &row,
                            const PlanOptions &options);

/// Whether a list can be put in place by naming its tracks: it has no local files, no null entries, nothing unread.
[[nodiscard]] bool canReplaceWith(const RowList &wanted, const RowLookup &row);
/// The fewest calls of all, ceil(n / 100): every row is added anew and loses its date and adder. Only for what the user
/// chose, and for an empty list; see canReplaceWith().
[[nodiscard]] Plan planReplacing(const RowList &wanted, const RowLookup &row);

/// The list after the step, when the service does what it was asked.
[[nodiscard]] RowList applied(const RowList &list, const Step &step);
/// The list after a RemoveStep when the service ignores positions: every copy of each URI is gone.
[[nodiscard]] RowList appliedWithoutPositions(const RowList &list, const RemoveStep &step, const RowLookup &row);

} // namespace segue::playlist
