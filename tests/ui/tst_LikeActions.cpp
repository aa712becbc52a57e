// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackColumnsModel.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/tracks/TrackDelegate.h"
#include "ui/tracks/TrackHeader.h"

#include <QMenu>
#include <QScrollBar>

using namespace segue;
using namespace segue::test;
using Columns = models::TrackColumnsModel;
using ui::CommandId;

/// Hearts in a list: the column, the key, and a click.
class TestLikeActions : public QObject
{
    Q_OBJECT

    struct Liking : ListWindow {
        explicit Liking(int tracks = 4) : ListWindow(QStringList(tracks, QStringLiteral("a/z")))
        {
            account.shelf = &shelf;
        }
        ~Liking() { delete std::exchange(work, nullptr); } // before the shelf
        void showHearts() const { view().trackHeader().setColumnWanted(Columns::Liked, true); }
        [[nodiscard]] QModelIndex heart(int row) const { return view().model()->index(row, Columns::Liked); }
        [[nodiscard]] QVariant isLiked(int row) const { return heart(row).data(Qt::CheckStateRole); }
        static QString track(int number) { return QStringLiteral("spotify:track:%1").arg(number); }

        FakeShelf shelf;
    };

private Q_SLOTS:
    void nobodyIsAskedWhileTheColumnIsHidden()
    {
        Liking s;
        QVERIFY(s.open());
        QVERIFY(s.view().trackHeader().isSectionHidden(Columns::Liked));
        s.view().verticalScrollBar()->setValue(1);
        QTest::qWait(20);
        QCOMPARE(s.shelf.log, QStringList());
        s.showHearts();
        QTRY_COMPARE(s.shelf.log.size(), 1);
    }

    void onlyWhatIsOnTheScreenIsAskedFor()
    {
        Liking s(300);
        s.shelf.put(Liking::track(1));
        QVERIFY(s.open());
        s.showHearts();
        QTRY_COMPARE(s.isLiked(1), QVariant(Qt::Checked));
        QCOMPARE(s.isLiked(0), QVariant(Qt::Unchecked));
        QCOMPARE(s.isLiked(200), QVariant());
        QVERIFY(s.shelf.log.size() <= 2);
        QCOMPARE(s.heart(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("In Liked Songs"));
    }

    void theKeySavesAndRemovesAndTheMenuSaysWhich()
    {
        Liking s;
        QVERIFY(s.open());
        s.view().setFocus();
        s.view().selectPositions({0, 2});
        QTRY_VERIFY(s.action(CommandId::ToggleLiked)->isEnabled());
        s.action(CommandId::ToggleLiked)->trigger();
        QTRY_VERIFY(s.shelf.has(Liking::track(2)));
        QVERIFY(s.shelf.has(Liking::track(0)));
        QVERIFY(!s.shelf.has(Liking::track(1)));
        QTRY_VERIFY(s.action(CommandId::ToggleLiked)->text().startsWith(QStringLiteral("Remove")));
        s.action(CommandId::ToggleLiked)->trigger();
        QTRY_VERIFY(!s.shelf.has(Liking::track(0)));
    }

    void aClickOnAHeartMeansItsRow()
    {
        Liking s;
        s.change(2, [](web::Medium &medium) { medium.title = QStringLiteral("needle"); });
        QVERIFY(s.open());
        s.showHearts();
        s.view().setFilter(QStringLiteral("needle"));
        QTRY_COMPARE(s.isLiked(0), QVariant(Qt::Unchecked));
        const QRect cell = s.view().visualRect(s.heart(0));
        const QPoint at = ui::TrackDelegate::heartRect(cell, Qt::LeftToRight).center();
        QTest::mouseClick(s.view().viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(s.shelf.has(Liking::track(2)));
        QCOMPARE(s.isLiked(0), QVariant(Qt::Checked));
        QCOMPARE(s.view().selectedCount(), 0); // it is no click on the row
    }

    void whatIsNoTrackCannotBeLiked()
    {
        Liking s;
        s.change(1, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:episode:e"); });
        QVERIFY(s.open());
        s.view().selectPositions({1});
        QTRY_VERIFY(s.action(CommandId::ToggleLiked)->toolTip().contains(QStringLiteral("No tracks")));
        QVERIFY(!s.action(CommandId::ToggleLiked)->isEnabled());
    }

    void aRefusalIsTold()
    {
        Liking s;
        QVERIFY(s.open());
        s.shelf.answers.failNext({.error = FakeApi::error(ErrorKind::NotAllowed, 403), .carriedOut = false});
        s.view().selectPositions({0});
        QTRY_VERIFY(s.action(CommandId::ToggleLiked)->isEnabled());
        s.action(CommandId::ToggleLiked)->trigger();
        QTRY_VERIFY(s.work->messages().bar(QStringLiteral("liked")));
    }

    void withoutAShelfThereIsNoColumn()
    {
        Liking s;
        s.account.shelf = nullptr;
        QVERIFY(s.open());
        s.showHearts();
        QVERIFY(s.view().trackHeader().isSectionHidden(Columns::Liked));
        QVERIFY(!s.action(CommandId::ToggleLiked)->isEnabled());
    }
};

SEGUE_TEST(TestLikeActions)
#include "tst_LikeActions.moc"
