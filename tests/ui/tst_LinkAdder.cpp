// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeCatalogue.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
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
        }
        void add(const QList<QUrl> &links) const { work->panes().active().addLinks(links); }
        [[nodiscard]] int rows() const { return view().tracks()->rowCount(); }
        [[nodiscard]] QString uriAt(int row) const { return editor().document().rowAt(row).uri(); }
        [[nodiscard]] ui::MessageBar *message() const
        {
            return work->page().messages().bar(QStringLiteral("collecting"));
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

private Q_SLOTS:
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
        QVERIFY(s.message()->text().contains(QStringLiteral("Left out 1 row")));
    }

    void aLinkThatLeadsNowhereIsNamedAndTheRestAdded()
    {
        Setup s;
        QVERIFY(s.start());
        s.add({page(QStringLiteral("album"), nowhereId), page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.rows(), 8);
        QVERIFY(s.message()->text().contains(QStringLiteral("spotify:album:") + nowhereId));
        s.add({page(QStringLiteral("album"), nowhereId)});
        QTRY_VERIFY(s.message()->text().startsWith(QStringLiteral("There is nothing to add")));
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

    void showingAnotherPlaylistLeavesOff()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.hold(true);
        s.add({page(QStringLiteral("show"), showId)});
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(!s.message());
        QTRY_VERIFY(s.shownComplete());
        s.catalogue.answers.hold(false);
        QTRY_COMPARE(s.catalogue.answers.heldCount(), 0);
        QCOMPARE(s.rows(), 3);
    }

    void aFailureIsToldAndCanBeTriedAgain()
    {
        Setup s;
        QVERIFY(s.start());
        s.catalogue.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        s.add({page(QStringLiteral("show"), showId)});
        QTRY_COMPARE(s.message()->text(), QStringLiteral("Nothing was added. Away."));
        QCOMPARE(s.rows(), 5);
        QVERIFY(press(s.message(), QStringLiteral("Try again")));
        QTRY_COMPARE(s.rows(), 8);
    }

    void moreThanAPlaylistHoldsIsRefused()
    {
        Setup s;
        s.catalogue.pageSize = 4000;
        s.catalogue.addAlbum(albumId, 10'001);
        QVERIFY(s.start());
        s.add({page(QStringLiteral("album"), albumId)});
        QTRY_VERIFY(s.message() && s.message()->text().contains(QStringLiteral("more than 10,000")));
        QCOMPARE(s.rows(), 5);
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
};

SEGUE_TEST(TestLinkAdder)
#include "tst_LinkAdder.moc"
