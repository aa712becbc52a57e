// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditWays.h"

#include "tests/app/playlist/Chance.h"

#include <algorithm>

namespace segue::playlist::test
{

QString EditWays::choose(QRandomGenerator &random, bool mayReplace)
{
    const SaveWay ways[] = {SaveWay::KeepDates, SaveWay::Calm, SaveWay::Fast, SaveWay::Fast};
    const SaveWay way = ways[below(random, mayReplace ? 4 : 2)];
    const bool asks = chance(random, 50);
    m_saving = {.way = asks ? std::nullopt : std::optional(way), .answer = way, .answersAtOnce = chance(random, 50)};
    m_used.insert(way);
    m_rig.setSaving(m_saving);
    return QStringLiteral("  saves %1%2")
        .arg(nameOf(way), !asks                    ? QString()
                          : m_saving.answersAtOnce ? QStringLiteral(", when asked")
                                                   : QStringLiteral(", when asked for long"));
}

EditWays::Calls EditWays::callsFor(const RowList &server, const RowList &wanted, const RowLookup &row,
                                   PlanOptions options) const
{
    const auto count = [](const Plan &plan) { return static_cast<int>(plan.steps.size()); };
    options.style = order::Style::Fewest;
    const int fewest = count(makePlan(server, wanted, row, options));
    Calls calls{.least = fewest, .most = fewest};
    if (m_used.contains(SaveWay::Calm)) {
        options.style = order::Style::Calm;
        calls.most = std::max(calls.most, count(makePlan(server, wanted, row, options)));
    }
    if (mayReplace() && canReplaceWith(wanted, row))
        calls.least = std::min(calls.least, count(planReplacing(wanted, row)));
    return calls;
}

} // namespace segue::playlist::test
