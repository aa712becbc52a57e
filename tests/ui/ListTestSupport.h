// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/WorkspaceFixture.h"

namespace segue::test
{

/// A window with a workspace on the playlist "p", whose tracks the test has made, and "q" with three tracks.
struct ListWindow : UiFixture, WorkspaceWindow {
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
        show(*this, QStringLiteral("p"));
        const bool ok =
            waitForList() && QTest::qWaitFor([this] {
                return !action(ui::CommandId::SortByTitle)->toolTip().contains(QStringLiteral("not been read"));
            });
        api.log.clear();
        return ok;
    }
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
};

} // namespace segue::test
