// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoGroup>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;

/// Undo and redo of one playlist at a time; each keeps its own steps. GUI thread.
class UndoActions : public QObject
{
    Q_OBJECT

public:
    /// The commands must outlive this.
    explicit UndoActions(Commands &commands, QObject *parent = nullptr);

    /// The one that the commands mean from now on; null: none. It may go at any time.
    void setEditor(playlist::Editor *editor);

private:
    void update();

    Commands &m_commands;
    QUndoGroup m_group;
};

} // namespace segue::ui
