// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "ui/Commands.h"

#include <QObject>
#include <QTimer>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class PlaylistPage;

/// What verbs on whole lists have in common: the editor of the playlist that is shown, what they act on, and when they
/// cannot. The commands are one for the window, a page has verbs of its own: only those of the active page run, and say
/// what is possible. GUI thread.
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
    /// Runs `slot` on the command while the page is the active one.
    template <typename Slot>
    void wire(CommandId id, Slot slot)
    {
        connect(m_commands.action(id), &QAction::triggered, this, [this, slot] {
            if (isActive())
                slot();
        });
    }
    /// Gives the command its keys in the table only: in a text field or another list they mean something else.
    void keepToTable(CommandId id) const;
    /// The selected rows if there are two or more; none stands for the whole list.
    [[nodiscard]] playlist::RowList selectedRows() const;
    /// Why the list cannot be looked through, or not be edited, just now; empty when it can.
    [[nodiscard]] QString reasonAgainstReading() const;
    [[nodiscard]] QString reasonAgainstEditing() const;
    /// A sentence above the list.
    void say(const QString &text) const;

    /// Another playlist is shown; editor() is that.
    virtual void reopened() {}
    /// Tells the commands what is possible now; called by refresh() alone.
    virtual void update() = 0;
    /// update(), if the page is the active one. Comes by itself after the list, the selection, or what may be done has
    /// changed, once per turn of the event loop.
    void refresh();

private:
    void follow();
    [[nodiscard]] bool isActive() const;

    Commands &m_commands;
    PlaylistPage &m_page;
    QTimer m_updateTimer;
};

} // namespace segue::ui
