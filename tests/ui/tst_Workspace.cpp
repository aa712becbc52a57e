// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/playlist/PlaylistHeader.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

/// Side bar, page, status and commands together, over an Api in memory.
class TestWorkspace : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        [[nodiscard]] QString title() const { return work->page().header().titleText(); }
        [[nodiscard]] QString first() const
        {
            return view().tracks()->index(0).data(models::TrackListModel::TitleRole).toString();
        }
    };

private Q_SLOTS:
    void opensTheFirstPlaylist()
    {
        Setup s;
        QVERIFY(s.start());
        QCOMPARE(s.title(), QStringLiteral("Night drive"));
        QVERIFY(s.work->page().header().factsText().contains(QStringLiteral("5 items")));
        QCOMPARE(s.work->sideBar().current(), QStringLiteral("p"));
        QVERIFY(!s.action(CommandId::Undo)->isEnabled());
    }

    void opensWhatWasAskedFor()
    {
        Setup byName;
        QVERIFY(byName.start(QStringLiteral("SUNDAY")));
        QCOMPARE(byName.title(), QStringLiteral("Sunday"));
        Setup byId;
        QVERIFY(byId.start(QStringLiteral("q")));
        QCOMPARE(byId.title(), QStringLiteral("Sunday"));
        Setup unknown;
        QVERIFY(unknown.start(QStringLiteral("nowhere")));
        QCOMPARE(unknown.title(), QStringLiteral("Night drive"));
        QVERIFY(unknown.work->messages().bar(QStringLiteral("open")));
    }

    void comesBackToTheLastOne()
    {
        Setup s;
        s.settings.set(ui::setting::lastPlaylist, QStringLiteral("q"));
        QVERIFY(s.start());
        QCOMPARE(s.title(), QStringLiteral("Sunday"));
        s.work->showPlaylist(QStringLiteral("p"));
        QCOMPARE(s.settings.value(ui::setting::lastPlaylist), QStringLiteral("p"));
    }

    void undoBelongsToThePlaylist()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        QCOMPARE(s.first(), QStringLiteral("t4"));
        QVERIFY(s.action(CommandId::Undo)->isEnabled());
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(!s.action(CommandId::Undo)->isEnabled());
        QVERIFY(QTest::qWaitFor([&] { return s.shownComplete(); }));
        s.work->showPlaylist(QStringLiteral("p"));
        QVERIFY(s.action(CommandId::Undo)->isEnabled());
        QTest::keyClick(&s.view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(s.first(), QStringLiteral("t0"));
        QTest::keyClick(&s.view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(s.first(), QStringLiteral("t4"));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t4"));
    }

    void undoAndRedoSelectWhatTheyChange()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({1, 3});
        s.action(CommandId::MoveToTop)->trigger();
        s.view().selectPositions({4});
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{1, 3}));
        s.view().selectPositions({4});
        s.action(CommandId::Redo)->trigger();
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{0, 1}));
        // What comes back is selected; what goes leaves the selection alone.
        s.view().selectPositions({2});
        s.action(CommandId::Remove)->trigger();
        s.view().selectPositions({3});
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.view().selectedPositions(), std::vector<int>{2});
        QCOMPARE(s.view().tracks()->rowCount(), 5);
    }

    void leavingAPlaylistDoesNotStopItsSaving()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.hold(true);
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        QTRY_VERIFY(s.api.heldCount() > 0);
        s.work->showPlaylist(QStringLiteral("q"));
        QCOMPARE(s.work->unsaved().size(), 1);
        s.api.hold(false);
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t4"));
    }

    void lookingAroundForgetsNoEdit()
    {
        Setup s;
        for (int i = 0; i < 8; ++i)
            s.api.addPlaylist(QStringLiteral("n%1").arg(i), 2);
        QVERIFY(s.start());
        s.api.hold(true);
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        for (int i = 0; i < 8; ++i)
            s.work->showPlaylist(QStringLiteral("n%1").arg(i));
        QCOMPARE(s.work->unsaved().size(), 1);
        s.api.hold(false);
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t4"));
    }

    void aForeignPlaylistIsReadOnlyAndSaysWhy()
    {
        Setup s;
        QVERIFY(s.start(QStringLiteral("f")));
        const auto *badge = s.work->findChild<QWidget *>(QStringLiteral("readOnlyBadge"));
        QVERIFY(badge->isVisible());
        QVERIFY(!s.work->findChild<QLabel *>(QStringLiteral("readOnlyReason"))->text().isEmpty());
        QVERIFY(!s.action(CommandId::EditDetails)->isEnabled());
        QVERIFY(!s.action(CommandId::Paste)->isEnabled());
        s.view().selectPositions({1});
        QVERIFY(!s.action(CommandId::Remove)->isEnabled());
        QVERIFY(s.action(CommandId::Copy)->isEnabled());
    }

    void makesAPlaylistAndShowsIt()
    {
        Setup s;
        QVERIFY(s.start());
        QTest::keyClick(&s.view(), Qt::Key_N, Qt::ControlModifier);
        auto *dialog = s.work->findChild<QDialog *>(QStringLiteral("newPlaylistDialog"));
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("nameField"))->setText(QStringLiteral("Brand new"));
        dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
        QTRY_COMPARE(s.title(), QStringLiteral("Brand new"));
        QTRY_VERIFY(s.shownComplete());
        QVERIFY(s.view().accessibleDescription().contains(QStringLiteral("Drop tracks or paste Spotify links here")));
    }

    void renamesInHeaderAndSideBar()
    {
        Setup s;
        QVERIFY(s.start());
        QTest::keyClick(&s.view(), Qt::Key_F2);
        auto *dialog = s.work->findChild<QDialog *>(QStringLiteral("detailsDialog"));
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("nameField"))->setText(QStringLiteral("Day drive"));
        dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
        QTRY_COMPARE(s.title(), QStringLiteral("Day drive"));
        QCOMPARE(s.work->sideBar().list().model()->index(1, 0).data().toString(), QStringLiteral("Day drive"));
    }

    void deletesAfterAQuestion()
    {
        Setup s;
        QVERIFY(s.start());
        s.answer = false;
        s.action(CommandId::DeletePlaylist)->trigger();
        QCOMPARE(s.questions.size(), 1);
        QVERIFY(s.questions.constFirst().title.contains(QStringLiteral("Night drive")));
        QVERIFY(s.questions.constFirst().destructive);
        QTest::qWait(10);
        QVERIFY(s.library.indexOf(QStringLiteral("p")) >= 0);
        s.answer = true;
        s.action(CommandId::DeletePlaylist)->trigger();
        QTRY_VERIFY(s.library.indexOf(QStringLiteral("p")) < 0);
        QTRY_VERIFY(!s.work->page().open());
        QVERIFY(s.api.log.contains(QStringLiteral("unfollow p")));
    }

    void aRefusedWriteCanBeTriedAgain()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403)});
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        ui::MessageArea &messages = s.work->page().messages();
        QTRY_VERIFY(messages.bar(QStringLiteral("refused")));
        QCOMPARE(s.first(), QStringLiteral("t0"));
        messages.findChild<QPushButton *>(QStringLiteral("messageAction-refused-1"))->click();
        QVERIFY(s.saved());
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t4"));
        QVERIFY(!messages.bar(QStringLiteral("refused")));
    }

    void aListThatCannotBeReadOffersToTryAgain()
    {
        Setup s;
        s.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 502));
        s.show(s);
        ui::MessageArea &messages = s.work->page().messages();
        QTRY_VERIFY(messages.bar(QStringLiteral("load")));
        messages.findChild<QPushButton *>(QStringLiteral("messageAction-load-1"))->click();
        QTRY_VERIFY(s.shownComplete());
        QTRY_VERIFY(!messages.bar(QStringLiteral("load")));
    }

    void offlineIsToldAndTakenBack()
    {
        Setup s;
        QVERIFY(s.start());
        Q_EMIT s.api.reachableChanged(false);
        QVERIFY(s.work->messages().bar(QStringLiteral("offline")));
        Q_EMIT s.api.reachableChanged(true);
        QVERIFY(!s.work->messages().bar(QStringLiteral("offline")));
    }

    void theSelectionIsCountedAndTimed()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({0, 2});
        const auto *label = s.work->findChild<QLabel *>(QStringLiteral("selectionStatus"));
        QTRY_COMPARE(label->text(), QStringLiteral("2 selected · 6 min"));
        s.view().clearSelection();
        QTRY_COMPARE(label->text(), QString());
    }

    void widthsAreKeptForTheNextTime()
    {
        Setup s;
        QVERIFY(s.start());
        s.window.takeCentralWidget();
        delete s.work;
        QVERIFY(!s.settings.value(ui::setting::columns).isEmpty());
        QVERIFY(!s.settings.value(ui::setting::splitter).isEmpty());
    }

    void closingWithAPlaylistOpenIsClean()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.hold(true);
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        delete s.window.takeCentralWidget();
        s.api.hold(false);
        QTest::qWait(10);
    }
};

SEGUE_TEST(TestWorkspace)
#include "tst_Workspace.moc"
