// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/PlaylistListModel.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/playlist/PlaylistHeader.h"

using namespace segue;
using namespace segue::test;

/// Tracks that are dropped on playlists of the side bar, over an Api in memory.
class TestSideBarDrops : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup()
        {
            for (int i = 0; i < 8; ++i)
                api.addPlaylist(QStringLiteral("x%1").arg(i), 2).name = QStringLiteral("x%1").arg(i);
        }
        [[nodiscard]] ui::PlaylistList &list() const { return work->sideBar().list(); }
        /// The middle of a playlist's line, or of a section's.
        [[nodiscard]] QPoint placeOf(const QString &text) const
        {
            for (int row = 0; row < list().model()->rowCount(); ++row) {
                const QModelIndex index = list().model()->index(row, 0);
                if (index.data().toString() == text)
                    return list().visualRect(index).center();
            }
            return {-1, -1};
        }
        [[nodiscard]] std::unique_ptr<QMimeData> rows(const std::vector<int> &positions) const
        {
            QModelIndexList indexes;
            for (const int position : positions)
                indexes.append(view().tracks()->index(position));
            return std::unique_ptr<QMimeData>(view().tracks()->mimeData(indexes));
        }
        [[nodiscard]] ui::MessageBar *message() const { return work->messages().bar(QStringLiteral("sideBarDrop")); }
        [[nodiscard]] ui::MessageBar *problem() const { return work->messages().bar(QStringLiteral("sideBarDrop-q")); }
        void press(const QString &button) const { QVERIFY(test::press(message(), button)); }
    };

private Q_SLOTS:
    void onlyPlaylistsThatMayBeChangedTakeTracks()
    {
        Setup s;
        QVERIFY(s.start());
        const auto data = s.rows({0});
        QWidget &viewport = *s.list().viewport();
        QVERIFY(dragMove(viewport, s.placeOf(QStringLiteral("Sunday")), *data));
        QCOMPARE(s.list().dropTarget(), QStringLiteral("q"));
        QVERIFY(!dragMove(viewport, s.placeOf(QStringLiteral("Not mine")), *data));
        QCOMPARE(s.list().dropTarget(), QString());
        // Where they come from.
        QVERIFY(!dragMove(viewport, s.placeOf(QStringLiteral("Night drive")), *data));
        // A section, and the empty space below everything.
        QVERIFY(!dragMove(viewport, s.placeOf(s.list().model()->index(0, 0).data().toString()), *data));
        QVERIFY(!dragMove(viewport, QPoint(20, viewport.height() - 2), *data));
        // Links from elsewhere may go to the shown one as well.
        QMimeData links;
        links.setText(QStringLiteral("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"));
        QVERIFY(dragMove(viewport, s.placeOf(QStringLiteral("Night drive")), links));
        QMimeData nothing;
        nothing.setData(QStringLiteral("application/x-other"), "x");
        QVERIFY(!dragMove(viewport, s.placeOf(QStringLiteral("Sunday")), nothing));
    }

    void addsToTheEndOfAnother()
    {
        Setup s;
        QVERIFY(s.start());
        const auto data = s.rows({1, 3});
        QVERIFY(drop(*s.list().viewport(), s.placeOf(QStringLiteral("Sunday")), *data));
        QCOMPARE(s.list().dropTarget(), QString());
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 5);
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).mid(3),
                 (QStringList{QStringLiteral("spotify:track:t1"), QStringLiteral("spotify:track:t3")}));
        // The list they came from stays on screen as it is.
        QCOMPARE(s.work->page().header().titleText(), QStringLiteral("Night drive"));
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).size(), 5);
        QCOMPARE(s.view().tracks()->rowCount(), 5);
        QVERIFY(s.message()->text().contains(QStringLiteral("Sunday")));
    }

    void theMessageLeadsThereAndBack()
    {
        Setup s;
        QVERIFY(s.start());
        const auto data = s.rows({1});
        QVERIFY(drop(*s.list().viewport(), s.placeOf(QStringLiteral("Sunday")), *data));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 4);
        QVERIFY(s.saved());
        s.press(QStringLiteral("Undo"));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 3);
        QVERIFY(!s.message());

        QVERIFY(drop(*s.list().viewport(), s.placeOf(QStringLiteral("Sunday")), *data));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 4);
        s.press(QStringLiteral("Show"));
        QCOMPARE(s.work->page().header().titleText(), QStringLiteral("Sunday"));
        QCOMPARE(s.view().tracks()->rowCount(), 4);
    }

    void manyTargetsAreAllReached()
    {
        // More than are kept open, and all before the first has been read.
        Setup s;
        QVERIFY(s.start());
        const auto data = s.rows({2});
        s.api.hold(true);
        for (int i = 0; i < 8; ++i)
            QVERIFY(drop(*s.list().viewport(), s.placeOf(QStringLiteral("x%1").arg(i)), *data));
        s.api.hold(false);
        for (int i = 0; i < 8; ++i)
            QTRY_COMPARE(s.api.urisOf(QStringLiteral("x%1").arg(i)).size(), 3);
        // What is on screen was not closed for it.
        QCOMPARE(s.view().tracks()->rowCount(), 5);
        QCOMPARE(s.view().tracks()->editor().details().id, QStringLiteral("p"));
    }

    void aPlaylistThatCannotBeReadIsToldAndTriedAgain()
    {
        Setup s;
        QVERIFY(s.start());
        const auto data = s.rows({0});
        s.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 500));
        QVERIFY(drop(*s.list().viewport(), s.placeOf(QStringLiteral("Sunday")), *data));
        QTRY_VERIFY(s.problem()->severity() == ui::Message::Severity::Error);
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).size(), 3);
        QVERIFY(test::press(s.problem(), QStringLiteral("Try again")));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 4);
    }

    void whatHasNoLinkIsLeftOut()
    {
        Setup s;
        QVERIFY(s.start());
        QMimeData text;
        text.setText(QStringLiteral("no link at all"));
        QVERIFY(drop(*s.list().viewport(), s.placeOf(QStringLiteral("Sunday")), text));
        QVERIFY(s.problem());
        QVERIFY(s.problem()->severity() == ui::Message::Severity::Warning);
        QCOMPARE(s.api.writes(), QStringList());
    }
};

SEGUE_TEST(TestSideBarDrops)
#include "tst_SideBarDrops.moc"
