// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/PaneActions.h"

#include "ui/Commands.h"
#include "ui/panes/Panes.h"

namespace segue::ui
{

PaneActions::PaneActions(Commands &commands, Panes &panes, QObject *parent)
    : QObject(parent), m_commands(commands), m_panes(panes)
{
    connect(commands.action(CommandId::OpenBeside), &QAction::triggered, this, &PaneActions::openBeside);
    connect(commands.action(CommandId::OtherSide), &QAction::triggered, this, &PaneActions::goToOther);
    connect(commands.action(CommandId::CloseSide), &QAction::triggered, this,
            [this] { m_panes.close(m_panes.active()); });
    connect(&panes, &Panes::countChanged, this, &PaneActions::update);
    update();
}

void PaneActions::openBeside()
{
    m_panes.openBeside().setHint(tr("Choose a playlist in the side bar."));
    Q_EMIT choiceWanted();
}

void PaneActions::goToOther()
{
    if (Pane *pane = m_panes.other()) {
        m_panes.activate(*pane);
        pane->takeFocus();
    }
}

void PaneActions::update()
{
    const QString reason = m_panes.other() ? QString() : tr("Only one playlist is shown.");
    for (const CommandId id : {CommandId::OtherSide, CommandId::CloseSide})
        m_commands.setPossible(id, reason);
}

} // namespace segue::ui
