// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/UiTestSupport.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Workspace.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QMainWindow>

namespace segue::test
{

/// A window with a workspace in it. It has to go before the services that it stands on.
struct WorkspaceWindow {
    /// Shows the window, with the playlist of that id or name (or the first one), and waits for nothing.
    void show(UiFixture &services, const QString &playlist = {});
    /// Waits until all of the playlist on screen has been read.
    [[nodiscard]] bool waitForList();

    [[nodiscard]] ui::TrackView &view() const { return work->page().view(); }
    [[nodiscard]] playlist::Editor &editor() const { return view().tracks()->editor(); }
    [[nodiscard]] bool shownComplete() const { return view().tracks() && editor().document().isComplete(); }
    [[nodiscard]] QAction *action(ui::CommandId id) const { return commands.action(id); }
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        return window.findChild<T *>();
    }
    /// Waits until every playlist is saved.
    [[nodiscard]] bool saved() const;

    ui::Commands commands;
    QMainWindow window;
    ui::Workspace *work = nullptr; ///< the window's; null before show()
};

/// An account with the playlists "p", "q" ("Sunday", three tracks) and "f" ("Not mine", four tracks of somebody else),
/// and a window on them.
struct WorkspaceFixture : UiFixture, WorkspaceWindow {
    explicit WorkspaceFixture(int tracks = 5, const QString &name = QStringLiteral("Night drive"));

    /// Shows the window, waits for the list and forgets the calls that took.
    [[nodiscard]] bool start(const QString &playlist = {});
};

/// Clicks a button of a message; false without such a message or button.
bool press(const ui::MessageBar *message, const QString &button);

/// The newest message whose text contains this; null without one.
[[nodiscard]] ui::MessageBar *messageSaying(const ui::MessageArea &area, const QString &text);

} // namespace segue::test
