// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Planner.h"
#include "tests/app/playlist/EditRig.h"

#include <QRandomGenerator>
#include <QSet>
#include <QString>

namespace segue::playlist::test
{

/// How the user of a rig has orders saved: as chance has it, a setting or an answer to the question.
class EditWays
{
public:
    explicit EditWays(EditRig &rig) : m_rig(rig) {}

    /// Another way from now on. Returns what it is, for a person to read.
    QString choose(QRandomGenerator &random, bool mayReplace);
    /// Everything is saved.
    void beginAnew() { m_used = {m_saving.way.value_or(m_saving.answer)}; }
    /// Whether the user wanted a list replaced since everything was saved last.
    [[nodiscard]] bool mayReplace() const { return m_used.contains(SaveWay::Fast); }

    /// How many calls a list can take, by the ways that were wanted since everything was saved last.
    struct Calls {
        int least = 0;
        int most = 0;
    };
    [[nodiscard]] Calls callsFor(const RowList &server, const RowList &wanted, const RowLookup &row,
                                 PlanOptions options) const;

private:
    EditRig &m_rig;
    EditRig::Saving m_saving;
    QSet<SaveWay> m_used{SaveWay::KeepDates};
};

} // namespace segue::playlist::test
