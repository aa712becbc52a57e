// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QObject>
#include <QTimer>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;
class PlaylistPage;

/// What verbs on whole lists have in common: the editor of the playlist that is shown, what they act on, and when they
/// cannot. GUI thread.
class ListVerbs : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ListVerbs(Commands &commands, PlaylistPage &page, QObject *parent = nullptr);

protected:
    /// Null while no playlist is shown.
    [[nodiscard]] playlist::Editor *editor() const;
    [[nodiscard]] PlaylistPage &page() const { return m_page; }
    [[nodiscard]] Commands &commands() const { return m_commands; }
    /// The selected rows if there are two or more; none stands for the whole list.
    [[nodiscard]] playlist::RowList selectedRows() const;
    /// Why the list cannot be looked through, or not be edited, just now; empty when it can.
    [[nodiscard]] QString reasonAgainstReading() const;
    [[nodiscard]] QString reasonAgainstEditing() const;
    /// A sentence above the list.
    void say(const QString &text) const;

    /// Another playlist is shown; editor() is that.
    virtual void reopened() {}
    /// The list, the selection, or what may be done has changed: once per turn of the event loop.
    virtual void update() = 0;

private:
    void follow();

    Commands &m_commands;
    PlaylistPage &m_page;
    QTimer m_updateTimer;
};

} // namespace segue::ui
