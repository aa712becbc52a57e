// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Workspace.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QMainWindow>

namespace segue::test
{

/// A window with a workspace on the playlist "p", whose tracks the test has made, and "q" with three tracks.
struct ListWindow : UiFixture {
    /// "b/Zed" is the track "b" by the artist "Zed".
    explicit ListWindow(const QStringList &tracks, bool ours = true)
    {
        QStringList uris;
        for (int i = 0; i < tracks.size(); ++i)
            uris.append(QStringLiteral("spotify:track:%1").arg(i));
        web::Playlist &playlist = api.addPlaylist(QStringLiteral("p"), uris);
        if (!ours)
            playlist.ownerId = QStringLiteral("somebody");
        for (int i = 0; i < tracks.size(); ++i) {
            const QString &track = tracks.at(i);
            change(i, [&track](web::Medium &medium) {
                medium.title = track.section(u'/', 0, 0);
                medium.artists = {{track.section(u'/', 1, 1), {}}};
            });
        }
        api.addPlaylist(QStringLiteral("q"), 3);
    }
    /// Before open().
    template <typename Change>
    void change(int position, Change change)
    {
        web::PlaylistEntry &entry = api.entriesOf(QStringLiteral("p"))[position];
        auto medium = std::make_shared<web::Medium>(*entry.medium);
        change(*medium);
        entry.medium = medium;
    }
    [[nodiscard]] bool open()
    {
        work = new ui::Workspace(account, commands, seams, settings);
        window.setCentralWidget(work);
        window.resize(1100, 700);
        window.show();
        work->start(QStringLiteral("p"));
        const bool ok =
            QTest::qWaitForWindowActive(&window) &&
            QTest::qWaitFor([this] { return view().tracks() && editor().document().isComplete(); }, 10000) &&
            QTest::qWaitFor([this] {
                return !commands.action(ui::CommandId::SortByTitle)
                            ->toolTip()
                            .contains(QStringLiteral("not been read"));
            });
        api.log.clear();
        return ok;
    }
    [[nodiscard]] ui::TrackView &view() const { return work->page().view(); }
    [[nodiscard]] playlist::Editor &editor() const { return view().tracks()->editor(); }
    [[nodiscard]] QAction *action(ui::CommandId id) const { return commands.action(id); }
    [[nodiscard]] QString undoText() const { return editor().undoStack().undoText(); }
    [[nodiscard]] QString titles() const
    {
        QStringList out;
        for (int i = 0; i < editor().document().size(); ++i) {
            const web::MediumPtr &medium = editor().document().rowAt(i).entry.medium;
            out.append(medium ? medium->title : QStringLiteral("-"));
        }
        return out.join(u' ');
    }
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        return window.findChild<T *>();
    }

    ui::Commands commands;
    QMainWindow window;
    ui::Workspace *work = nullptr;
};

} // namespace segue::test
