// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeCatalogue.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/panes/Pane.h"
#include "ui/panes/Panes.h"

using namespace segue;
using namespace segue::test;
using ui::CommandId;

namespace
{

const QString albumId = QStringLiteral("2noRn2Aes5aoNVsU6iWThc");
const QString showId = QStringLiteral("38bS44xjbVVZ3No3ByF1dJ");
const QString playlistId = QStringLiteral("37i9dQZF1DXcBWIGoYBM5M");
const QString nowhereId = QStringLiteral("0000000000000000000000");
const QString trackUri = QStringLiteral("spotify:track:4uLU6hMCjMI75M1A2tKUQC");

QUrl page(const QString &kind, const QString &id)
{
    return QUrl(QStringLiteral("https://open.spotify.com/%1/%2?si=abc").arg(kind, id));
}

} // namespace

/// Albums, shows and playlists that are pasted, dropped or chosen: all that is in them, where it was wanted.
class TestLinkAdder : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup()
        {
            account.catalogue = &catalogue;
            catalogue.addAlbum(albumId, 60);
            catalogue.addShow(showId, 3);
            web::Playlist &other =
                api.addPlaylist(playlistId, {QStringLiteral("spotify:track:a"), QStringLiteral("spotify:local:x:y:z:1"),
                                             QStringLiteral("spotify:track:b")});
            other.name = QStringLiteral("Elsewhere");
            for (int i = 0; i < 8; ++i)
                api.addPlaylist(QStringLiteral("x%1").arg(i), 2);
        }
        void add(const QList<QUrl> &links) const { work->panes().active().addLinks(links); }
        [[nodiscard]] int rows() const { return view().tracks()->rowCount(); }
        [[nodiscard]] QString uriAt(int row) const { return editor().document().rowAt(row).uri(); }
        /// While something is read for "p".
        [[nodiscard]] ui::MessageBar *message() const { return messageAbout(QStringLiteral("p")); }
        [[nodiscard]] ui::MessageBar *messageAbout(const QString &id) const
        {
            return work->messages().bar(QStringLiteral("collecting-") + id);
        }
        [[nodiscard]] ui::MessageBar *saying(const QString &text) const
        {
            return messageSaying(work->messages(), text);
        }
        void dropOnSideBar(const QString &id, const QList<QUrl> &links, const QString &text = {}) const
        {
            QMimeData data;
            if (text.isEmpty())
                data.setUrls(links);
            else
                data.setText(text);
            Q_EMIT work->sideBar().tracksDropped(id, &data);
        }
        [[nodiscard]] bool drop(const QList<QUrl> &links, int row) const
        {
            QMimeData data;
            data.setUrls(links);
            const QPoint place = view().visualRect(view().model()->index(row, 1)).topLeft() + QPoint(20, 4);
            return test::drop(*view().viewport(), place, data);
        }

        FakeCatalogue catalogue;
    };

    ui::EnglishPlurals m_plurals;

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void anAlbumIsAddedWholeAndUndoneAtOnce()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({1});
        s.add({page(QStringLiteral("album"), albumId)});
        QTRY_COMPARE(s.rows(), 65);
        QVERIFY(!s.message());
        QCOMPARE(s.uriAt(2), QString(QStringLiteral("spotify:track:") + albumId + QStringLiteral("t0")));
        QCOMPARE(s.uriAt(61), QString(QStringLiteral("spotify:track:") + albumId + QStringLiteral("t59")));
        QCOMPARE(s.view().selectedPositions().size(), std::size_t(60));
        QCOMPARE(s.view().selectedPositions().front(), 2);
        QVERIFY(s.saved());
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.rows(), 5);
        QVERIFY(s.saved());
    }

    void allKindsInTheOrderOfTheLinks()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.add({page(QStringLiteral("playlist"), playlistId), page(QStringLiteral("track"), trackUri.section(u':', -1)),
               page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.rows(), 11);
        QCOMPARE(s.uriAt(5), QStringLiteral("spotify:track:a"));
        QCOMPARE(s.uriAt(6), QStringLiteral("spotify:track:b"));
        QCOMPARE(s.uriAt(7), trackUri);
        QCOMPARE(s.uriAt(8), QString(QStringLiteral("spotify:episode:") + showId + QStringLiteral("e0")));
        QVERIFY(s.saying(QStringLiteral("Left out 1 row")));
    }

    void aLinkThatLeadsNowhereIsNamedAndTheRestAdded()
    {
        Setup s;
        QVERIFY(s.start());
        s.add({page(QStringLiteral("album"), nowhereId), page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.rows(), 8);
        QVERIFY(s.saying(QStringLiteral("spotify:album:") + nowhereId));
        s.add({page(QStringLiteral("album"), nowhereId)});
        QTRY_VERIFY(s.saying(QStringLiteral("There is nothing to add")));
        QCOMPARE(s.rows(), 8);
    }

    void droppedItStandsBesideItsRowWhereverThatIsByThen()
    {
        Setup s;
        QVERIFY(s.start());
        const QString below = s.uriAt(3);
        s.catalogue.answers.hold(true);
        QVERIFY(s.drop({page(QStringLiteral("show"), showId)}, 3));
        QVERIFY(s.message());
        QVERIFY(s.editor().moveRows({3}, 0));
        s.catalogue.answers.hold(false);
        QTRY_COMPARE(s.rows(), 8);
        QCOMPARE(s.uriAt(3), below);
        QCOMPARE(s.uriAt(0), QString(QStringLiteral("spotify:episode:") + showId + QStringLiteral("e0")));
    }

    void cancellingAddsNothing()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.add({page(QStringLiteral("show"), showId)});
        QVERIFY(press(s.message(), QStringLiteral("Cancel")));
        QVERIFY(!s.message());
        s.catalogue.answers.hold(false);
        s.add({page(QStringLiteral("album"), albumId)});
        QTRY_COMPARE(s.rows(), 65);
    }

    void showingAnotherPlaylistChangesNothing()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.add({page(QStringLiteral("show"), showId)});
        for (int i = 0; i < 8; ++i) // more than are kept open
            s.work->showPlaylist(QStringLiteral("x%1").arg(i));
        s.work->showPlaylist(QStringLiteral("q"));
        QCOMPARE(s.message()->text(), QStringLiteral("Reading what is behind 1 link for “Night drive”…"));
        QTRY_VERIFY(s.shownComplete());
        s.view().selectPositions({0});
        s.catalogue.answers.hold(false);
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("p")).size(), 8);
        QVERIFY(!s.message());
        QCOMPARE(s.rows(), 3);
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{0}));
        const ui::MessageBar *told = s.saying(QStringLiteral("3 tracks added to “Night drive”."));
        QVERIFY(press(told, QStringLiteral("Show")));
        QCOMPARE(s.editor().details().id, QStringLiteral("p"));
        QVERIFY(s.saved());
    }

    void aPlaylistThatLeavesTheLibraryMeanwhileIsNamed()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.dropOnSideBar(QStringLiteral("q"), {page(QStringLiteral("show"), showId)});
        s.api.changeLibrary([](QList<web::Playlist> &playlists) {
            playlists.removeIf([](const web::Playlist &each) { return each.id == u"q"; });
        });
        s.library.load();
        QTRY_VERIFY(!s.library.contains(QStringLiteral("q")));
        s.catalogue.answers.hold(false);
        QTRY_VERIFY(s.saying(QStringLiteral("Nothing was added to “Sunday”.")));
        QCOMPARE(s.api.writes(), QStringList());
    }

    void oneAfterTheOther()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.view().selectPositions({4});
        s.add({page(QStringLiteral("show"), showId)});
        s.add({page(QStringLiteral("album"), albumId), page(QStringLiteral("playlist"), playlistId)});
        QCOMPARE(s.message()->text(), QStringLiteral("Reading what is behind 3 links for “Night drive”…"));
        s.catalogue.answers.hold(false);
        QTRY_COMPARE(s.rows(), 70);
        QVERIFY(!s.message());
    }

    void cancelEndsThemAll()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.add({page(QStringLiteral("show"), showId)});
        s.add({page(QStringLiteral("show"), showId)});
        s.dropOnSideBar(QStringLiteral("q"), {page(QStringLiteral("show"), showId)});
        QVERIFY(press(s.message(), QStringLiteral("Cancel")));
        s.catalogue.answers.hold(false);
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 6);
        QCOMPARE(s.rows(), 5);
        QVERIFY(s.saved());
    }

    void oneThatFailsDoesNotEndTheNext()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        s.add({page(QStringLiteral("album"), albumId)});
        s.add({page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.rows(), 8);
        QVERIFY(press(s.saying(QStringLiteral("Nothing was added")), QStringLiteral("Try again")));
        QTRY_COMPARE(s.rows(), 68);
    }

    void anAnswerThatIsUnderWayWhenItIsCancelledFindsNobody()
    {
        Setup s;
        QVERIFY(s.start());
        bool pressed = false;
        int told = 0;
        QObject watch;
        QObject::connect(&s.catalogue.answers, &HeldAnswers::answered, &watch, [&] {
            if (++told == 2) // the show and its only page: the outcome is in the event loop now
                pressed = press(s.message(), QStringLiteral("Cancel"));
        });
        s.add({page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(told, 2);
        QVERIFY(pressed);
        s.dropOnSideBar(QStringLiteral("q"), {page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 6);
        QCOMPARE(s.rows(), 5);
    }

    void aFailureIsToldAndCanBeTriedAgain()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        const QString below = s.uriAt(2);
        s.view().selectPositions({1});
        s.add({page(QStringLiteral("show"), showId)});
        const QString told = QStringLiteral("Nothing was added to “Night drive”. Away.");
        QTRY_VERIFY(s.saying(told));
        QVERIFY(!s.message());
        QCOMPARE(s.rows(), 5);
        // The place is kept meanwhile.
        QVERIFY(s.editor().moveRows({2}, 0));
        QVERIFY(press(s.saying(told), QStringLiteral("Try again")));
        QTRY_COMPARE(s.rows(), 8);
        QCOMPARE(s.uriAt(0), QString(QStringLiteral("spotify:episode:") + showId + QStringLiteral("e0")));
        QCOMPARE(s.uriAt(3), below);
    }

    void moreThanAPlaylistHoldsIsRefused()
    {
        Setup s;
        s.catalogue.pageSize = 4000;
        s.catalogue.addAlbum(albumId, 10'001);
        QVERIFY(s.start());
        s.add({page(QStringLiteral("album"), albumId)});
        QTRY_VERIFY(s.saying(QStringLiteral("more than 10,000")));
        QCOMPARE(s.rows(), 5);
    }

    void anAlbumAndAPlaylistThatAreTooMuchTogether()
    {
        Setup s;
        QStringList uris;
        for (int i = 0; i < 10'000; ++i)
            uris.append(QStringLiteral("spotify:track:n%1").arg(i));
        s.api.addPlaylist(playlistId, uris);
        QVERIFY(s.start());
        s.add({page(QStringLiteral("album"), albumId), page(QStringLiteral("playlist"), playlistId)});
        QTRY_VERIFY(s.saying(QStringLiteral("more than 10,000")));
        QVERIFY(!s.message());
        QCOMPARE(s.rows(), 5);
        s.add({page(QStringLiteral("album"), albumId)});
        QTRY_COMPARE(s.rows(), 65);
    }

    void aPlaylistThatMayNotBeReadDoesNotKeepTheRestOut()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.failNextRead(FakeApi::error(ErrorKind::NotAllowed, 403));
        s.add({page(QStringLiteral("playlist"), playlistId), page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.rows(), 8);
        QVERIFY(s.saying(QStringLiteral("spotify:playlist:") + playlistId));
    }

    void droppedOnTheSideBarItGoesToTheEndThere()
    {
        Setup s;
        QVERIFY(s.start());
        QMimeData data;
        data.setUrls({page(QStringLiteral("show"), showId)});
        Q_EMIT s.work->sideBar().tracksDropped(QStringLiteral("q"), &data);
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 6);
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).last(),
                 QString(QStringLiteral("spotify:episode:") + showId + QStringLiteral("e2")));
        QVERIFY(s.saved());
    }

    void dropsOnSeveralPlaylistsAreAllRead()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.dropOnSideBar(QStringLiteral("q"), {page(QStringLiteral("show"), showId)});
        s.dropOnSideBar(QStringLiteral("x1"), {page(QStringLiteral("album"), albumId)});
        s.dropOnSideBar(QStringLiteral("q"), {page(QStringLiteral("playlist"), playlistId)});
        QCOMPARE(s.messageAbout(QStringLiteral("q"))->text(),
                 QStringLiteral("Reading what is behind 2 links for “Sunday”…"));
        QVERIFY(s.messageAbout(QStringLiteral("x1")));
        s.catalogue.answers.hold(false);
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 8);
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("x1")).size(), 62);
        QVERIFY(s.saved());
    }

    void aDropNamesWhatIsNoLinkToTracks()
    {
        Setup s;
        QVERIFY(s.start());
        s.dropOnSideBar(QStringLiteral("q"), {},
                        QStringLiteral("spotify:show:%1 spotify:artist:%2").arg(showId, nowhereId));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 6);
        QTRY_VERIFY(s.saying(QStringLiteral("spotify:artist:") + nowhereId));
        QVERIFY(s.saved());
    }
};

SEGUE_TEST(TestLinkAdder)
#include "tst_LinkAdder.moc"
