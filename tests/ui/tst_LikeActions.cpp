// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackColumnsModel.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/tracks/TrackDelegate.h"
#include "ui/tracks/TrackHeader.h"

#include <QMenu>
#include <QScrollBar>

#include <algorithm>

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
        void showHearts(bool shown = true) const { view().trackHeader().setColumnWanted(Columns::Liked, shown); }
        void select(const std::vector<int> &rows) const
        {
            view().selectPositions(rows);
            QVERIFY(QTest::qWaitFor([this] { return action(CommandId::ToggleLiked)->isEnabled(); }));
        }
        [[nodiscard]] QString verb() const { return action(CommandId::ToggleLiked)->text().remove(u'&'); }
        [[nodiscard]] QString told(const char *id) const
        {
            const ui::MessageBar *bar = work->messages().bar(QLatin1String(id));
            return bar ? bar->text() : QString();
        }
        void clickHeart(int row) const
        {
            const QRect cell = view().visualRect(heart(row));
            QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                              ui::TrackDelegate::heartRect(cell, Qt::LeftToRight).center());
        }
        [[nodiscard]] bool writes(const char *name) const
        {
            return std::any_of(shelf.log.begin(), shelf.log.end(),
                               [name](const QString &call) { return call.startsWith(QLatin1String(name)); });
        }
        [[nodiscard]] QModelIndex heart(int row) const { return view().model()->index(row, Columns::Liked); }
        [[nodiscard]] QVariant isLiked(int row) const { return heart(row).data(Qt::CheckStateRole); }
        static QString track(int number) { return QStringLiteral("spotify:track:%1").arg(number); }

        FakeShelf shelf;
    };

private Q_SLOTS:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_plurals)); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void heartsAreShownUnlessTheUserHasHiddenThem()
    {
        {
            Liking s;
            QVERIFY(s.open());
            QVERIFY(!s.view().trackHeader().isSectionHidden(Columns::Liked));
        }
        Liking s;
        s.settings.set(ui::setting::columns, {QStringLiteral("title:500"), QStringLiteral("liked:58:hidden")});
        QVERIFY(s.open());
        QVERIFY(s.view().trackHeader().isSectionHidden(Columns::Liked));
    }

    void nobodyIsAskedAboutWhatIsNeitherShownNorSelected()
    {
        Liking s;
        s.settings.set(ui::setting::columns, {QStringLiteral("liked:58:hidden")});
        QVERIFY(s.open());
        s.view().verticalScrollBar()->setValue(1);
        QTest::qWait(20);
        QCOMPARE(s.shelf.log, QStringList());
        s.showHearts();
        QTRY_COMPARE(s.shelf.log.size(), 1);
    }

    void withoutTheColumnTheVerbKnowsWhatIsSelected()
    {
        Liking s;
        s.shelf.put(Liking::track(1));
        QVERIFY(s.open());
        s.showHearts(false);
        s.select({1});
        QTRY_COMPARE(s.verb(), QStringLiteral("Remove from Liked Songs"));
    }

    void whatSaysSaveNeverRemoves()
    {
        Liking s;
        s.settings.set(ui::setting::columns, {QStringLiteral("liked:58:hidden")});
        s.shelf.put(Liking::track(1));
        QVERIFY(s.open());
        s.shelf.answers.hold(true);
        s.select({1});
        QCOMPARE(s.verb(), QStringLiteral("Save to Liked Songs"));
        s.action(CommandId::ToggleLiked)->trigger();
        s.shelf.answers.hold(false);
        QTRY_VERIFY(s.told("likedDone").contains(QStringLiteral("already")));
        QVERIFY(!s.writes("remove"));
        QVERIFY(s.shelf.has(Liking::track(1)));
    }

    void aClickOnAHeartThatNobodyKnowsNeverRemoves()
    {
        Liking s;
        s.shelf.put(Liking::track(1));
        s.shelf.answers.hold(true);
        QVERIFY(s.open());
        QCOMPARE(s.isLiked(1), QVariant());
        s.clickHeart(1);
        s.shelf.answers.hold(false);
        QTRY_COMPARE(s.isLiked(1), QVariant(Qt::Checked));
        QTRY_COMPARE(s.shelf.answers.heldCount(), 0);
        QVERIFY(!s.writes("remove"));
        QVERIFY(s.shelf.has(Liking::track(1)));
    }

    void whatWasDoneIsToldAndUndone()
    {
        Liking s;
        s.shelf.put(Liking::track(2));
        QVERIFY(s.open());
        s.select({0, 1, 2});
        s.action(CommandId::ToggleLiked)->trigger();
        QTRY_COMPARE(s.told("likedDone"), QStringLiteral("2 tracks saved to Liked Songs."));
        QVERIFY(press(s.work->messages().bar(QStringLiteral("likedDone")), QStringLiteral("Undo")));
        QTRY_VERIFY(s.told("likedDone").startsWith(QStringLiteral("2 tracks removed from Liked Songs.")));
        QVERIFY(s.told("likedDone").contains(QStringLiteral("today"))); // undoing it cannot bring the date back
        QVERIFY(!s.shelf.has(Liking::track(0)));
        QVERIFY(s.shelf.has(Liking::track(2))); // it was there before
    }

    void episodesHaveAPlaceOfTheirOwn()
    {
        Liking s;
        s.change(1, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:episode:e"); });
        QVERIFY(s.open());
        s.select({1});
        QTRY_COMPARE(s.verb(), QStringLiteral("Save to Your Episodes"));
        s.select({0, 1});
        QTRY_COMPARE(s.verb(), QStringLiteral("Save to your library"));
        s.action(CommandId::ToggleLiked)->trigger();
        QTRY_VERIFY(s.told("likedDone").contains(QStringLiteral("your library")));
        QVERIFY(s.shelf.has(QStringLiteral("spotify:episode:e")));
        QVERIFY(s.shelf.has(Liking::track(0)));
        QCOMPARE(s.heart(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("In Your Episodes"));
        QTRY_COMPARE(s.verb(), QStringLiteral("Remove from your library"));
    }

    void heartsAreReadAgain()
    {
        Liking s;
        QVERIFY(s.open());
        QTRY_COMPARE(s.isLiked(1), QVariant(Qt::Unchecked));
        s.shelf.put(Liking::track(1));
        s.action(CommandId::Reload)->trigger();
        QTRY_COMPARE(s.isLiked(1), QVariant(Qt::Checked));
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
        s.clickHeart(0);
        QTRY_VERIFY(s.shelf.has(Liking::track(2)));
        QCOMPARE(s.isLiked(0), QVariant(Qt::Checked));
        QCOMPARE(s.view().selectedCount(), 0); // it is no click on the row
    }

    void whatIsNoTrackCannotBeLiked()
    {
        Liking s;
        s.change(1, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:local:A:B:C:60"); });
        QVERIFY(s.open());
        s.view().selectPositions({1});
        QTRY_VERIFY(s.action(CommandId::ToggleLiked)->toolTip().contains(QStringLiteral("No tracks")));
        QVERIFY(!s.action(CommandId::ToggleLiked)->isEnabled());
    }

    void aRefusalIsTold()
    {
        Liking s;
        QVERIFY(s.open());
        QTRY_COMPARE(s.isLiked(0), QVariant(Qt::Unchecked));
        s.shelf.answers.failNext({.error = FakeApi::error(ErrorKind::RateLimited, 429), .carriedOut = false});
        s.select({0});
        s.action(CommandId::ToggleLiked)->trigger();
        QTRY_VERIFY(s.told("liked").startsWith(QStringLiteral("Not saved to Liked Songs: 1 track.")));
        QVERIFY(press(s.work->messages().bar(QStringLiteral("liked")), QStringLiteral("Try again")));
        QTRY_VERIFY(s.shelf.has(Liking::track(0)));
        QTRY_VERIFY(s.told("liked").isEmpty());
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

private:
    ui::EnglishPlurals m_plurals;
};

SEGUE_TEST(TestLikeActions)
#include "tst_LikeActions.moc"
