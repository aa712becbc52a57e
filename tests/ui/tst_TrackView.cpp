// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/tracks/TrackView.h"

#include <QAccessible>
#include <QScrollBar>

using namespace segue;
using namespace segue::test;
using models::TrackListModel;
using ui::TrackView;

/// The table over the real model and editor, with an Api in memory: where drops land, and what is called then.
class TestTrackView : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        explicit Setup(int count) : list(api, api.addPlaylist(QStringLiteral("p"), count)), view(artwork)
        {
            view.resize(900, 400);
            view.setTracks(&list.tracks);
            view.show();
            ok = QTest::qWaitForWindowExposed(&view) && list.wait();
            api.log.clear();
        }
        ~Setup() { view.setTracks(nullptr); }

        [[nodiscard]] std::unique_ptr<QMimeData> rows(const std::vector<int> &positions) const
        {
            QModelIndexList indexes;
            for (const int position : positions)
                indexes.append(list.tracks.index(position));
            return std::unique_ptr<QMimeData>(list.tracks.mimeData(indexes));
        }
        /// A point in the upper or lower half of a row.
        [[nodiscard]] QPoint upper(int row) const { return {300, view.rowViewportPosition(row) + 3}; }
        [[nodiscard]] QPoint lower(int row) const
        {
            return {300, view.rowViewportPosition(row) + view.rowHeight(row) - 3};
        }
        [[nodiscard]] bool saved() const
        {
            return QTest::qWaitFor(
                [this] { return list.editor.saveStatus().state == playlist::SaveStatus::State::Saved; }, 5000);
        }

        OpenList list;
        TrackView view;
        bool ok = false;
    };

private Q_SLOTS:
    void theNearestEdgeTakesTheDrop()
    {
        Setup s(5);
        QVERIFY(s.ok);
        QCOMPARE(s.view.insertionRowAt(s.upper(0)), 0);
        QCOMPARE(s.view.insertionRowAt(s.lower(0)), 1);
        QCOMPARE(s.view.insertionRowAt(s.upper(1)), 1);
        QCOMPARE(s.view.insertionRowAt(s.lower(4)), 5);
        // Below the last row, and above the first one.
        QCOMPARE(s.view.insertionRowAt(QPoint(300, s.view.edgeOf(5) + 60)), 5);
        QCOMPARE(s.view.insertionRowAt(QPoint(300, -5)), 0);
        QCOMPARE(s.view.edgeOf(5), s.view.rowViewportPosition(4) + s.view.rowHeight(4));
    }

    void theEdgeIsRightAfterScrolling()
    {
        Setup s(200);
        QVERIFY(s.ok);
        s.view.verticalScrollBar()->setValue(s.view.rowHeight(0) * 50 + 7);
        QCOMPARE(s.view.insertionRowAt(s.upper(52)), 52);
        QCOMPARE(s.view.insertionRowAt(s.lower(52)), 53);
    }

    void aBlockIsOneCallAndStaysSelected()
    {
        Setup s(8);
        QVERIFY(s.ok);
        const auto data = s.rows({1, 2});
        QVERIFY(drop(*s.view.viewport(), s.lower(5), *data));
        QCOMPARE(s.list.titles(),
                 (QStringList{QStringLiteral("t0"), QStringLiteral("t3"), QStringLiteral("t4"), QStringLiteral("t5"),
                              QStringLiteral("t1"), QStringLiteral("t2"), QStringLiteral("t6"), QStringLiteral("t7")}));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{4, 5}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes(), QStringList{QStringLiteral("reorder p 1 2 6")});
    }

    void scatteredRowsComeTogetherInOrder()
    {
        Setup s(8);
        QVERIFY(s.ok);
        const auto data = s.rows({6, 0, 3});
        QVERIFY(drop(*s.view.viewport(), s.upper(5), *data));
        QCOMPARE(s.list.titles(),
                 (QStringList{QStringLiteral("t1"), QStringLiteral("t2"), QStringLiteral("t4"), QStringLiteral("t0"),
                              QStringLiteral("t3"), QStringLiteral("t6"), QStringLiteral("t5"), QStringLiteral("t7")}));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4, 5}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).at(3), QStringLiteral("spotify:track:t0"));
    }

    void belowTheLastRowIsTheEnd()
    {
        Setup s(4);
        QVERIFY(s.ok);
        const auto data = s.rows({0});
        QVERIFY(drop(*s.view.viewport(), QPoint(300, s.view.viewport()->height() - 5), *data));
        QCOMPARE(s.list.titles().constLast(), QStringLiteral("t0"));
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes(), QStringList{QStringLiteral("reorder p 0 1 4")});
    }

    void whatChangesNothingCallsNothing()
    {
        Setup s(6);
        QVERIFY(s.ok);
        const auto data = s.rows({2, 3});
        for (const QPoint &place : {s.upper(2), s.lower(2), s.lower(3)}) {
            drop(*s.view.viewport(), place, *data);
            QCOMPARE(s.list.editor.undoStack().count(), 0);
        }
        QTest::qWait(20);
        QCOMPARE(s.api.writes(), QStringList());
    }

    void theLineShowsWhereAndGoesAgain()
    {
        Setup s(4);
        QVERIFY(s.ok);
        QCOMPARE(s.view.dropLineRow(), -1);
        const auto data = s.rows({0});
        QVERIFY(dragMove(*s.view.viewport(), s.lower(2), *data));
        QCOMPARE(s.view.dropLineRow(), 3);
        const QColor line = s.view.palette().color(QPalette::Highlight);
        const QImage picture = s.view.viewport()->grab().toImage();
        const int y = qRound(s.view.edgeOf(3) * picture.devicePixelRatio());
        QCOMPARE(picture.pixelColor(500, y - 1), line);
        QCOMPARE(picture.pixelColor(500, y), line);
        QCOMPARE(picture.pixelColor(3, y), line);
        QVERIFY(dragMove(*s.view.viewport(), QPoint(300, s.view.viewport()->height() - 5), *data));
        QCOMPARE(s.view.dropLineRow(), 4);
        QDragLeaveEvent leave;
        QApplication::sendEvent(s.view.viewport(), &leave);
        QCOMPARE(s.view.dropLineRow(), -1);
    }

    void linksGoIntoAnEmptyList()
    {
        Setup s(0);
        QVERIFY(s.ok);
        QMimeData links;
        links.setText(QStringLiteral(
            "https://open.spotify.com/track/0123456789abcdefghijAB\nspotify:track:0123456789abcdefghijAC"));
        QCOMPARE(s.view.insertionRowAt(QPoint(100, 100)), 0);
        QVERIFY(drop(*s.view.viewport(), QPoint(100, 100), links));
        QCOMPARE(s.list.tracks.rowCount(), 2);
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{0, 1}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes().size(), 1);
        QCOMPARE(s.api.urisOf(QStringLiteral("p")),
                 (QStringList{QStringLiteral("spotify:track:0123456789abcdefghijAB"),
                              QStringLiteral("spotify:track:0123456789abcdefghijAC")}));
    }

    void withCtrlRowsAreCopied()
    {
        Setup s(4);
        QVERIFY(s.ok);
        const auto data = s.rows({3});
        QVERIFY(drop(*s.view.viewport(), s.upper(1), *data, Qt::MoveAction | Qt::CopyAction, Qt::ControlModifier));
        QCOMPARE(s.list.titles(), (QStringList{QStringLiteral("t0"), QStringLiteral("t3"), QStringLiteral("t1"),
                                               QStringLiteral("t2"), QStringLiteral("t3")}));
        QCOMPARE(s.view.selectedPositions(), std::vector<int>{1});
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).size(), 5);
    }

    void linksGoWhereTheyAreDropped()
    {
        Setup s(3);
        QVERIFY(s.ok);
        QMimeData links;
        links.setUrls({QUrl(QStringLiteral("https://open.spotify.com/intl-de/track/0123456789abcdefghijAB?si=1"))});
        QVERIFY(drop(*s.view.viewport(), s.upper(1), links, Qt::CopyAction | Qt::LinkAction));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).at(1), QStringLiteral("spotify:track:0123456789abcdefghijAB"));
    }

    void aListThatMayNotBeEditedSaysWhy()
    {
        UiFixture fixture;
        web::Playlist &playlist = fixture.api.addPlaylist(QStringLiteral("p"), 4);
        playlist.ownerId = QStringLiteral("somebody");
        playlist.ownerName = QStringLiteral("Somebody");
        OpenList list(fixture.api, playlist);
        TrackView view(fixture.artwork);
        view.resize(900, 400);
        view.setTracks(&list.tracks);
        QVERIFY(list.wait());
        QSignalSpy refused(&view, &TrackView::dropRefused);
        const std::unique_ptr<QMimeData> data(list.tracks.mimeData({list.tracks.index(0)}));
        QVERIFY(!drop(*view.viewport(), QPoint(300, 120), *data));
        QVERIFY(!dragMove(*view.viewport(), QPoint(300, 130), *data));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(0).toString(), list.editor.readOnlyReason());
        QCOMPARE(view.dropLineRow(), -1);
        QCOMPARE(list.titles().constFirst(), QStringLiteral("t0"));
        view.setTracks(nullptr);
    }

    void tellsWhatIsOnScreen()
    {
        Setup s(500);
        QVERIFY(s.ok);
        QSignalSpy visible(&s.view, &TrackView::visibleRowsChanged);
        s.view.verticalScrollBar()->setValue(s.view.rowHeight(0) * 300);
        QTRY_VERIFY(!visible.isEmpty());
        const int rows = s.view.viewport()->height() / s.view.rowHeight(0);
        QCOMPARE(visible.constLast().at(0).toInt(), 300);
        QVERIFY(qAbs(visible.constLast().at(1).toInt() - 300 - rows) <= 1);
        // Many changes in one turn are told once.
        visible.clear();
        for (int i = 0; i < 20; ++i)
            s.view.verticalScrollBar()->setValue(i * 50);
        QTRY_COMPARE(visible.size(), 1);
    }

    void selectsWhatItIsTold()
    {
        Setup s(100);
        QVERIFY(s.ok);
        s.view.selectPositions({90, 3, 4});
        QCOMPARE(s.view.selectedCount(), 3);
        s.view.selectPositions({3, 4, 90});
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4, 90}));
        QCOMPARE(s.view.currentIndex().row(), 3);
        QCOMPARE(s.view.insertionPositionForPaste(), 91);
        s.view.selectPositions({});
        QCOMPARE(s.view.insertionPositionForPaste(), 100);
        s.view.selectPositions({95});
        QVERIFY(s.view.viewport()->rect().contains(s.view.visualRect(s.view.model()->index(95, 1)).center()));
    }

    void homeAndEndAreRows()
    {
        Setup s(60);
        QVERIFY(s.ok);
        s.view.selectPositions({20});
        QTest::keyClick(&s.view, Qt::Key_End);
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{59}));
        QTest::keyClick(&s.view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(s.view.selectedCount(), 60);
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QCOMPARE(s.view.selectedCount(), 0);
    }

    void typingFindsTitles()
    {
        Setup s(60);
        QVERIFY(s.ok);
        s.view.setCurrentIndex(s.view.model()->index(0, 0));
        QTest::keyClicks(&s.view, QStringLiteral("t42"));
        QCOMPARE(s.view.currentIndex().row(), 42);
    }

    void screenReadersFindCellsWhereTheyAre()
    {
        Setup s(40);
        QVERIFY(s.ok);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&s.view);
        QVERIFY(table && table->tableInterface());
        QVERIFY(!table->text(QAccessible::Name).isEmpty());
        QCOMPARE(table->tableInterface()->rowCount(), 40);
        const auto textAt = [&](int row) { return table->tableInterface()->cellAt(row, 1)->text(QAccessible::Name); };
        QVERIFY(textAt(2).contains(QStringLiteral("t2")));
        const QRect window(s.view.mapToGlobal(QPoint(0, 0)), s.view.size());
        const QRect cell = table->tableInterface()->cellAt(2, 1)->rect();
        QVERIFY2(window.contains(cell.center()), qPrintable(QDebug::toString(cell)));
        QCOMPARE(cell.center().y(), s.view.viewport()->mapToGlobal(s.upper(2)).y() - 3 + (cell.height() - 1) / 2);
        // Interfaces are kept by Qt: after a move they must not tell about the row that was there.
        const auto data = s.rows({2});
        QVERIFY(drop(*s.view.viewport(), s.upper(0), *data));
        QVERIFY2(textAt(0).contains(QStringLiteral("t2")), qPrintable(textAt(0)));
        QVERIFY2(textAt(2).contains(QStringLiteral("t1")), qPrintable(textAt(2)));
        const QRect moved = table->tableInterface()->cellAt(0, 1)->rect();
        QVERIFY(moved.center().y() < cell.center().y());
    }

    void aRubberBandFromTheEmptySpaceSelectsRows()
    {
        Setup s(5);
        QVERIFY(s.ok);
        QWidget *viewport = s.view.viewport();
        const QPoint below(500, viewport->height() - 10);
        QTest::mousePress(viewport, Qt::LeftButton, {}, below);
        QTest::mouseMove(viewport, s.upper(4));
        QTest::mouseMove(viewport, s.lower(3));
        QVERIFY(s.view.hasBand());
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4}));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, s.lower(3));
        QVERIFY(!s.view.hasBand());
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4}));
        // With Ctrl it adds; without, an empty click selects nothing.
        QTest::mousePress(viewport, Qt::LeftButton, Qt::ControlModifier, below);
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4}));
        QTest::mouseRelease(viewport, Qt::LeftButton, Qt::ControlModifier, below);
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4}));
        QTest::mouseClick(viewport, Qt::LeftButton, {}, below);
        QCOMPARE(s.view.selectedPositions(), std::vector<int>{});
        QCOMPARE(s.api.writes(), QStringList());
    }
};

SEGUE_TEST(TestTrackView)
#include "tst_TrackView.moc"
