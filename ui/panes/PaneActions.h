// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace segue::ui
{

class Commands;
class Panes;

/// The commands that open a second pane, go to the other one, and close one. GUI thread.
class PaneActions : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PaneActions(Commands &commands, Panes &panes, QObject *parent = nullptr);

Q_SIGNALS:
    /// There is a pane without a playlist, which is the active one.
    void choiceWanted();

private:
    void openBeside();
    void goToOther();
    void update();

    Commands &m_commands;
    Panes &m_panes;
};

} // namespace segue::ui
