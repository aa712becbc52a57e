// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TitleLookup.h"
#include "tests/support/FakeCatalogue.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/across/AcrossDialog.h"
#include "ui/across/PlacesModel.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/sources/SourcePanel.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace segue;
using namespace segue::test;
using ui::AcrossDialog;
using ui::CommandId;
using ui::PlacesModel;

/// Questions over the whole library, from the commands to the playlist that is opened.
class TestAcrossActions : public QObject
{
    Q_OBJECT

private:
    /// "p" has t0 … t4, "q" t0, t1, t0 and an entry that is gone, "f" is somebody else's.
    struct Setup : WorkspaceFixture {
        Setup()
        {
            QList<web::PlaylistEntry> &entries = api.entriesOf(QStringLiteral("q"));
            entries[2] = FakeApi::entry(QStringLiteral("spotify:track:t0"));
            entries.append(web::PlaylistEntry());
            auto silent = std::make_shared<web::Medium>(*api.entriesOf(QStringLiteral("p")).at(3).medium);
            silent->isPlayable = false;
            api.entriesOf(QStringLiteral("p"))[3].medium = silent;
            for (int i = 0; i < 5; ++i) {
                const QString uri = QStringLiteral("spotify:track:t%1").arg(i);
                api.catalogue.insert(uri, FakeApi::entry(uri).medium);
            }
            keepIndex();
        }
        [[nodiscard]] bool startIndexed()
        {
            return start() && QTest::qWaitFor([this] {
                       return libraryIndex->progress().state == models::LibraryIndex::State::Complete;
                   });
        }
        [[nodiscard]] AcrossDialog *open(CommandId id) const
        {
            if (!QTest::qWaitFor([this, id] { return action(id)->isEnabled(); }))
                return nullptr;
            action(id)->trigger();
            const QList<AcrossDialog *> dialogs = window.findChildren<AcrossDialog *>();
            return dialogs.isEmpty() ? nullptr : dialogs.last();
        }
    };
    /// "t0, Artist of t0 (in 2 playlists): Night drive (row 1), Sunday (…); …"
    static QString text(const AcrossDialog *dialog)
    {
        const auto *model = dialog->findChild<QTreeView *>()->model();
        QStringList tracks;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex track = model->index(row, 0);
            QStringList playlists;
            for (int child = 0; child < model->rowCount(track); ++child)
                playlists.append(line(model->index(child, 0, track)));
            tracks.append(line(track) + QStringLiteral(": ") + playlists.join(QStringLiteral(", ")));
        }
        return tracks.join(QStringLiteral("; "));
    }
    static QString line(const QModelIndex &index)
    {
        return QStringLiteral("%1 (%2)").arg(index.data().toString(), index.siblingAtColumn(1).data().toString());
    }
    static QString label(const AcrossDialog *dialog, const char *name)
    {
        return dialog->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }

private Q_SLOTS:
    void tellsInWhichPlaylistsTracksAre()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().selectPositions({0, 4});
        const AcrossDialog *dialog = s.open(CommandId::InWhichPlaylists);
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QTRY_COMPARE(text(dialog),
                     QStringLiteral("t0, Artist of t0 (in 2 playlist(s)): Night drive (row 1), Sunday (2 times: rows "
                                    "1, 3); t4, Artist of t4 (in 1 playlist(s)): Night drive (row 5)"));
        QCOMPARE(label(dialog, "acrossSummary"), QStringLiteral("In 2 playlist(s) of yours."));
        QCOMPARE(label(dialog, "acrossProgress"),
                 QStringLiteral("Looked through: all 2 playlist(s) that you can edit."));
        // Known from the list: nothing was asked for.
        QCOMPARE(s.api.log.filter(QStringLiteral("media ")), QStringList());
    }

    void opensThePlaylistAtTheTrack()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().selectPositions({0});
        const AcrossDialog *dialog = s.open(CommandId::InWhichPlaylists);
        QVERIFY(dialog);
        auto *tree = dialog->findChild<QTreeView *>();
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(s.editor().details().id, QStringLiteral("q"));
        QTRY_COMPARE(s.view().selectedPositions(), (std::vector<int>{0, 2}));
    }

    void followsEdits()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.api.log.clear();
        s.view().selectPositions({4});
        const AcrossDialog *dialog = s.open(CommandId::InWhichPlaylists);
        QVERIFY(dialog);
        QTRY_COMPARE(text(dialog), QStringLiteral("t4, Artist of t4 (in 1 playlist(s)): Night drive (row 5)"));
        QVERIFY(s.editor().moveRows({4}, 0));
        QTRY_COMPARE(text(dialog), QStringLiteral("t4, Artist of t4 (in 1 playlist(s)): Night drive (row 1)"));
        QVERIFY(s.saved());
        QCOMPARE(s.api.log.filter(QStringLiteral("links ")), QStringList()); // what is open is not read once more
    }

    void theUserStaysWhereTheyAreWhileAnswersChange()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().selectPositions({0, 1, 4});
        const AcrossDialog *dialog = s.open(CommandId::InWhichPlaylists);
        QVERIFY(dialog);
        auto *tree = dialog->findChild<QTreeView *>();
        auto *model = tree->model();
        QTRY_COMPARE(model->rowCount(), 3);
        QCOMPARE(tree->currentIndex(), model->index(0, 0));
        tree->collapse(model->index(0, 0));
        tree->setCurrentIndex(model->index(1, 0, model->index(1, 0)));
        QSignalSpy reset(model, &QAbstractItemModel::modelReset);
        QVERIFY(s.editor().moveRows({4}, 0));
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(line(model->index(0, 0, model->index(2, 0))), QStringLiteral("Night drive (row 1)"));
        QCOMPARE(tree->currentIndex(), model->index(1, 0, model->index(1, 0)));
        QVERIFY(!tree->isExpanded(model->index(0, 0)));
        QVERIFY(tree->isExpanded(model->index(1, 0)));
        QVERIFY(s.saved());
    }

    void aChangeDuringALookLeadsToAnother()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().selectPositions({4});
        const AcrossDialog *dialog = s.open(CommandId::InWhichPlaylists);
        QVERIFY(dialog);
        s.trackIndex->put({.playlistId = QStringLiteral("q"),
                           .snapshotId = QStringLiteral("another"),
                           .readAt = QDateTime::currentDateTimeUtc(),
                           .entries = {{.uri = QStringLiteral("spotify:track:t4")}}},
                          this, [](const Result<Nothing> &) {});
        Q_EMIT s.libraryIndex->contentChanged(); // the question is on its way
        QTRY_COMPARE(text(dialog),
                     QStringLiteral("t4, Artist of t4 (in 2 playlist(s)): Night drive (row 5), Sunday (row 1)"));
        QCOMPARE(label(dialog, "acrossSummary"), QStringLiteral("In 2 playlist(s) of yours."));
    }

    void followsTheLibrary()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        const AcrossDialog *dialog = s.open(CommandId::DuplicatesAcross);
        QVERIFY(dialog);
        auto *model = dialog->findChild<QTreeView *>()->model();
        QTRY_COMPARE(model->rowCount(), 2);
        QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
        web::Playlist told = *s.library.find(QStringLiteral("q"));
        told.name = QStringLiteral("Monday");
        s.library.update(told);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.first().first().toModelIndex().data().toString(), QStringLiteral("Monday"));
        // What stands in one playlist alone then is no duplicate.
        s.library.unfollow(QStringLiteral("q"), this, [](const Result<Nothing> &) {});
        QTRY_COMPARE(model->rowCount(), 0);
        QCOMPARE(label(dialog, "acrossSummary"),
                 QStringLiteral("Nothing stands in more than one of the playlists that have been looked through."));
    }

    void theSameAnswerChangesNothing()
    {
        const Setup s;
        models::TitleLookup titles(s.account.api);
        PlacesModel model(s.library, titles, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const store::IndexAnswer answer{
            .playlists = {}, .tracks = {{.uri = QStringLiteral("spotify:track:t0"), .places = {}}}, .total = 1};
        model.setAnswer(answer);
        model.setAnswer(answer);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 1);
    }

    void withoutASelectionThereIsNothingToAskAbout()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().selectPositions({});
        const QAction *action = s.action(CommandId::InWhichPlaylists);
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), QStringLiteral("No tracks are selected."));
        s.view().selectPositions({0});
        QTRY_VERIFY(action->isEnabled());
        QVERIFY(s.action(CommandId::DuplicatesAcross)->isEnabled());
    }

    void saysHowFarItHasCome()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.api.failNextRead(FakeApi::error(ErrorKind::Network));
        s.api.editElsewhere(QStringLiteral("q"), [](QList<web::PlaylistEntry> &entries) { entries.removeLast(); });
        s.library.load();
        QTRY_COMPARE(s.libraryIndex->progress().state, models::LibraryIndex::State::Waiting);
        const AcrossDialog *dialog = s.open(CommandId::DuplicatesAcross);
        QVERIFY(dialog);
        QCOMPARE(label(dialog, "acrossProgress"),
                 QStringLiteral("Looked through so far: 2 of the 2 playlist(s) that you can edit. ") +
                     s.libraryIndex->error()->userText);
    }

    void whatStandsInMoreThanOne()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        const AcrossDialog *dialog = s.open(CommandId::DuplicatesAcross);
        QVERIFY(dialog);
        QSignalSpy titles(dialog->findChild<PlacesModel *>(), &PlacesModel::dataChanged);
        // Titles are asked for of what is on screen.
        QTRY_COMPARE(text(dialog),
                     QStringLiteral("t0, Artist of t0 (in 2 playlist(s)): Night drive (row 1), Sunday (2 times: rows "
                                    "1, 3); t1, Artist of t1 (in 2 playlist(s)): Night drive (row 2), Sunday (row 2)"));
        QCOMPARE(label(dialog, "acrossSummary"), QStringLiteral("In more than one playlist: 2 track(s)."));
        QTRY_VERIFY(!titles.isEmpty());
    }

    void whatCannotBePlayed()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        const AcrossDialog *dialog = s.open(CommandId::UnavailableAcross);
        QVERIFY(dialog);
        QTRY_COMPARE(text(dialog), QStringLiteral("No longer on Spotify (in 1 playlist(s)): Sunday (row 4); "
                                                  "t3, Artist of t3 (in 1 playlist(s)): Night drive (row 4)"));
        QCOMPARE(label(dialog, "acrossSummary"), QStringLiteral("2 track(s) cannot be played any more."));
        auto *tree = dialog->findChild<QTreeView *>();
        Q_EMIT tree->activated(tree->model()->index(0, 0));
        QTRY_COMPARE(s.editor().details().id, QStringLiteral("q"));
        QTRY_COMPARE(s.view().selectedPositions(), (std::vector<int>{3}));
    }

    void looksAgainWhenAsked()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        const AcrossDialog *dialog = s.open(CommandId::DuplicatesAcross);
        QVERIFY(dialog);
        auto *again = dialog->findChild<QPushButton *>(QStringLiteral("acrossAgain"));
        QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 2);
        QVERIFY(s.editor().removeRows({0}));
        QVERIFY(s.saved());
        QCOMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 2);
        QTRY_VERIFY((again->click(), dialog->findChild<QTreeView *>()->model()->rowCount() == 1));
    }

    void ofVeryManyOnlyTheFirstAreShown()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        QList<store::IndexedEntry> entries;
        for (int i = 0; i < 2001; ++i)
            entries.append(
                {.uri = QStringLiteral("spotify:track:many%1").arg(i), .state = store::EntryState::Unavailable});
        for (const char *id : {"p", "q"})
            s.trackIndex->put({.playlistId = QLatin1String(id), .snapshotId = {}, .readAt = {}, .entries = entries},
                              this, [](const Result<Nothing> &) {});
        const AcrossDialog *repeated = s.open(CommandId::DuplicatesAcross);
        const QString most = QLocale().toString(2000);
        const QString all = QLocale().toString(2001);
        QTRY_COMPARE(label(repeated, "acrossSummary"),
                     QStringLiteral("In more than one playlist: %1 track(s). The %2 that stand in most are shown.")
                         .arg(all, most));
        QCOMPARE(repeated->findChild<QTreeView *>()->model()->rowCount(), 2000);
        const AcrossDialog *unavailable = s.open(CommandId::UnavailableAcross);
        QTRY_COMPARE(label(unavailable, "acrossSummary"),
                     QStringLiteral("%1 track(s) cannot be played any more. The %2 that stand in most places are "
                                    "shown.")
                         .arg(all, most));
    }

    void whatSpotifyDoesNotHandOverIsSaid()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.api.addPlaylist(QStringLiteral("shut"), 1);
        s.api.failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        s.library.load();
        QTRY_COMPARE(s.libraryIndex->progress().total, 3);
        QTRY_COMPARE(s.libraryIndex->progress().state, models::LibraryIndex::State::Complete);
        const AcrossDialog *dialog = s.open(CommandId::DuplicatesAcross);
        QCOMPARE(label(dialog, "acrossProgress"),
                 QStringLiteral("Looked through so far: 2 of the 3 playlist(s) that you can edit. Spotify does not "
                                "hand over the others."));
    }

    void whatHasGoneFromTheLibraryIsNotCounted()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.trackIndex->put({.playlistId = QStringLiteral("gone"),
                           .snapshotId = {},
                           .readAt = {},
                           .entries = {{.uri = QStringLiteral("spotify:track:t4")}}},
                          this, [](const Result<Nothing> &) {});
        s.view().selectPositions({4});
        const AcrossDialog *dialog = s.open(CommandId::InWhichPlaylists);
        QTRY_COMPARE(label(dialog, "acrossSummary"), QStringLiteral("In 1 playlist(s) of yours."));
    }

    void withoutASelectionNothingIsAsked()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().clearSelection();
        QTRY_VERIFY(!s.action(CommandId::InWhichPlaylists)->isEnabled());
    }

    void oneDialogOfAKind()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        (void)s.open(CommandId::DuplicatesAcross);
        (void)s.open(CommandId::DuplicatesAcross);
        (void)s.open(CommandId::UnavailableAcross);
        QTRY_COMPARE(s.window.findChildren<AcrossDialog *>().size(), 2);
    }

    void asksAboutWhatIsSelectedInTheSearch()
    {
        Setup s;
        FakeCatalogue catalogue;
        s.account.catalogue = &catalogue;
        catalogue.found[QStringLiteral("x")].tracks.items = {s.api.catalogue[QStringLiteral("spotify:track:t1")]};
        QVERIFY(s.startIndexed());
        s.view().selectPositions({0});
        s.action(CommandId::SearchSpotify)->trigger();
        auto *panel = s.work->findChild<ui::SourcePanel *>();
        panel->search(QStringLiteral("x"));
        QTRY_COMPARE(panel->list().model()->rowCount(), 1);
        panel->list().setFocus();
        panel->list().setCurrentIndex(panel->list().model()->index(0, 0));
        QTest::keyClick(&panel->list(), Qt::Key_I, Qt::ControlModifier);
        const auto *dialog = s.window.findChild<AcrossDialog *>();
        QVERIFY(dialog);
        QTRY_COMPARE(text(dialog).section(u',', 0, 0), QStringLiteral("t1"));
    }

    void theKeyIsForListsOfTracksAlone()
    {
        Setup s;
        QVERIFY(s.startIndexed());
        s.view().selectPositions({0});
        ui::PlaylistList &playlists = s.work->sideBar().list();
        playlists.setFocus();
        QTest::keyClick(&playlists, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!s.window.findChild<AcrossDialog *>());
        s.view().setFocus();
        QTest::keyClick(&s.view(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(s.window.findChild<AcrossDialog *>());
    }

    void withoutAnIndexThereIsNothingToAsk()
    {
        Setup s;
        s.account.index = nullptr;
        QVERIFY(s.start());
        for (const CommandId id :
             {CommandId::InWhichPlaylists, CommandId::DuplicatesAcross, CommandId::UnavailableAcross})
            QVERIFY(!s.action(id)->isEnabled());
    }
};

SEGUE_TEST(TestAcrossActions)
#include "tst_AcrossActions.moc"
