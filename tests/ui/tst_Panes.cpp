// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/panes/Panes.h"
#include "ui/playlist/PlaylistHeader.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

/// Two playlists side by side in one window, over an Api in memory.
class TestPanes : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        /// "p" at the left, "q" at the right and active, both read.
        [[nodiscard]] bool startTwo()
        {
            if (!start())
                return false;
            work->showBeside(QStringLiteral("q"));
            const bool read = QTest::qWaitFor([this] { return shownComplete(); });
            api.log.clear();
            return read;
        }
        [[nodiscard]] ui::Panes &panes() const { return work->panes(); }
        [[nodiscard]] ui::Pane &left() const { return *panes().all().front(); }
        [[nodiscard]] ui::Pane &right() const { return *panes().all().back(); }
        [[nodiscard]] QStringList shown() const
        {
            QStringList ids;
            for (const ui::Pane *pane : panes().all())
                ids.append(pane->playlistId());
            return ids;
        }
        [[nodiscard]] QString active() const { return panes().active().playlistId(); }
        [[nodiscard]] static QStringList titles(const ui::Pane &pane)
        {
            QStringList out;
            for (int row = 0; row < pane.view().tracks()->rowCount(); ++row)
                out.append(pane.view().tracks()->index(row).data(models::TrackListModel::TitleRole).toString());
            return out;
        }
        static QToolButton *button(const ui::Pane &pane, const char *name)
        {
            return pane.page().header().findChild<QToolButton *>(QLatin1String(name));
        }
        [[nodiscard]] std::unique_ptr<QMimeData> dragged(const ui::Pane &from, const std::vector<int> &rows) const
        {
            QModelIndexList indexes;
            for (const int row : rows)
                indexes.append(from.view().tracks()->index(row));
            return std::unique_ptr<QMimeData>(from.view().tracks()->mimeData(indexes));
        }
        /// The middle of the upper half of a row: dropped there it goes in front of it.
        static QPoint onTopOf(const ui::Pane &pane, int row)
        {
            return pane.view().visualRect(pane.view().model()->index(row, 1)).topLeft() + QPoint(20, 4);
        }
        /// Where a playlist stands in the side bar.
        [[nodiscard]] QPoint inSideBar(const QString &name) const
        {
            const ui::PlaylistList &list = work->sideBar().list();
            for (int row = 0; row < list.model()->rowCount(); ++row) {
                const QModelIndex index = list.model()->index(row, 0);
                if (index.data().toString() == name)
                    return list.visualRect(index).center();
            }
            return {};
        }
    };

private Q_SLOTS:
    void ctrlAndAClickInTheSideBarOpenBeside()
    {
        Setup s;
        QVERIFY(s.start());
        QWidget *list = s.work->sideBar().list().viewport();
        QTest::mouseClick(list, Qt::LeftButton, Qt::ControlModifier, s.inSideBar(QStringLiteral("Sunday")));
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
        QCOMPARE(s.active(), QStringLiteral("q"));
        QCOMPARE(s.work->sideBar().current(), QStringLiteral("q"));
        QTRY_COMPARE(Setup::titles(s.right()).size(), 3);
        QCOMPARE(Setup::titles(s.left()).size(), 5);
    }

    void theMiddleButtonDoes()
    {
        Setup s;
        QVERIFY(s.start());
        QWidget *list = s.work->sideBar().list().viewport();
        QTest::mouseClick(list, Qt::MiddleButton, {}, s.inSideBar(QStringLiteral("Sunday")));
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
    }

    void theKeyboardDoes()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::FindPlaylist)->trigger();
        QLineEdit &filter = s.work->sideBar().filter();
        QTest::keyClicks(&filter, QStringLiteral("sund"));
        QTest::keyClick(&filter, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
    }

    void walkingWithCtrlOpensNothingOnTheWay()
    {
        Setup s;
        QVERIFY(s.start());
        ui::PlaylistList &list = s.work->sideBar().list();
        list.setFocus();
        QSignalSpy chosen(&s.work->sideBar(), &ui::SideBar::playlistChosen);
        QTest::keyClick(&list, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&list, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
        QCOMPARE(chosen.count(), 0);
    }

    void theCommandMakesRoomForTheNextChoice()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::OpenBeside)->trigger();
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QString()}));
        QVERIFY(s.work->sideBar().filter().hasFocus());
        // Nothing to do for the commands of a list.
        QVERIFY(!s.action(CommandId::AddLinks)->isEnabled());
        QVERIFY(!s.action(CommandId::EditDetails)->isEnabled());
        QTRY_VERIFY(!s.action(CommandId::Reverse)->isEnabled());
        QTest::keyClicks(&s.work->sideBar().filter(), QStringLiteral("sund"));
        QTest::keyClick(&s.work->sideBar().filter(), Qt::Key_Return);
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
    }

    void whatIsShownIsNotShownTwice()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.work->showPlaylist(QStringLiteral("p"));
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
        QCOMPARE(s.active(), QStringLiteral("p"));
        s.work->showBeside(QStringLiteral("q"));
        QCOMPARE(s.active(), QStringLiteral("q"));
        s.work->showPlaylist(QStringLiteral("f"));
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("f")}));
    }

    void commandsMeanTheActiveOne()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.left().view().selectPositions({0});
        s.right().view().selectPositions({1});
        s.action(CommandId::Remove)->trigger();
        QCOMPARE(Setup::titles(s.left()).size(), 5);
        QCOMPARE(Setup::titles(s.right()).size(), 2);
        QTRY_VERIFY(s.action(CommandId::Reverse)->isEnabled());
        s.action(CommandId::Reverse)->trigger();
        QTRY_COMPARE(s.action(CommandId::Undo)->text(), QStringLiteral("&Undo: Reverse 2 track(s)"));

        s.panes().activate(s.left());
        QVERIFY(!s.action(CommandId::Undo)->isEnabled());
        s.left().view().selectPositions({0});
        s.action(CommandId::MoveToBottom)->trigger();
        QCOMPARE(Setup::titles(s.left()).constLast(), QStringLiteral("t0"));
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(Setup::titles(s.left()).constFirst(), QStringLiteral("t0"));
        QCOMPARE(Setup::titles(s.right()).size(), 2);
        QVERIFY(s.saved());
    }

    void commandsAreEnabledForTheActiveOne()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.work->showPlaylist(QStringLiteral("f")); // at the right; may not be edited
        QTRY_VERIFY(s.shownComplete());
        QTRY_VERIFY(!s.action(CommandId::Reverse)->isEnabled());
        QVERIFY(!s.action(CommandId::AddLinks)->isEnabled());
        s.panes().activate(s.left());
        QVERIFY(s.action(CommandId::Reverse)->isEnabled());
        QVERIFY(s.action(CommandId::AddLinks)->isEnabled());
        QVERIFY(s.action(CommandId::EditDetails)->isEnabled());
        s.panes().activate(s.right());
        QVERIFY(!s.action(CommandId::Reverse)->isEnabled());
        QVERIFY(!s.action(CommandId::EditDetails)->isEnabled());
        // A change of the other list says nothing about this one.
        s.left().editor()->moveRows({0}, 3);
        QVERIFY(s.saved());
        QCoreApplication::processEvents();
        QVERIFY(!s.action(CommandId::Reverse)->isEnabled());
    }

    void aClickMakesItTheActiveOne()
    {
        Setup s;
        QVERIFY(s.startTwo());
        QTest::mouseClick(s.left().view().viewport(), Qt::LeftButton, {}, Setup::onTopOf(s.left(), 1));
        QCOMPARE(s.active(), QStringLiteral("p"));
        // Where nothing takes the keyboard, too.
        QTest::mouseClick(&s.right().page().header(), Qt::LeftButton, {}, QPoint(150, 60));
        QCOMPARE(s.active(), QStringLiteral("q"));
        QCOMPARE(s.work->sideBar().current(), QStringLiteral("q"));
    }

    void aButtonOfTheOtherOneMeansThat()
    {
        Setup s;
        QVERIFY(s.startTwo());
        QTest::mouseClick(Setup::button(s.left(), "openPlaylistButton"), Qt::LeftButton);
        QCOMPARE(s.opened.size(), 1);
        QVERIFY(s.opened.constFirst().toString().endsWith(QStringLiteral("/p")));
        QCOMPARE(s.active(), QStringLiteral("p"));
    }

    void draggingToTheOtherSideCopies()
    {
        Setup s;
        QVERIFY(s.startTwo());
        const auto tracks = s.dragged(s.left(), {0, 2});
        QVERIFY(drop(*s.right().view().viewport(), Setup::onTopOf(s.right(), 1), *tracks));
        QCOMPARE(Setup::titles(s.right()),
                 (QStringList{QStringLiteral("t0"), QStringLiteral("t0"), QStringLiteral("t2"), QStringLiteral("t1"),
                              QStringLiteral("t2")}));
        QCOMPARE(Setup::titles(s.left()).size(), 5);
        QCOMPARE(s.right().view().selectedPositions(), (std::vector<int>{1, 2}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).size(), 5);
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).size(), 5);
    }

    void undoAfterADropMeansTheListDroppedOn()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.panes().activate(s.left());
        s.left().view().setFocus();
        const auto tracks = s.dragged(s.left(), {0});
        QVERIFY(drop(*s.right().view().viewport(), Setup::onTopOf(s.right(), 0), *tracks));
        QCOMPARE(s.active(), QStringLiteral("q"));
        QVERIFY(s.action(CommandId::Undo)->isEnabled());
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(Setup::titles(s.right()).size(), 3);
        QVERIFY(s.saved());
    }

    void draggingIntoWhatMayNotBeEditedSaysWhy()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.work->showPlaylist(QStringLiteral("f"));
        QTRY_VERIFY(s.shownComplete());
        const auto tracks = s.dragged(s.left(), {0});
        QVERIFY(!drop(*s.right().view().viewport(), Setup::onTopOf(s.right(), 0), *tracks));
        dragMove(*s.right().view().viewport(), Setup::onTopOf(s.right(), 0), *tracks);
        QVERIFY(s.right().page().messages().bar(QStringLiteral("drop")));
        QCOMPARE(Setup::titles(s.right()).size(), 4);
    }

    void theOtherSideByKey()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.right().view().setFocus();
        QTest::keyClick(&s.right().view(), Qt::Key_F6);
        QCOMPARE(s.active(), QStringLiteral("p"));
        QVERIFY(s.left().view().hasFocus());
        QTest::keyClick(&s.left().view(), Qt::Key_F6);
        QCOMPARE(s.active(), QStringLiteral("q"));
    }

    void closingASideLeavesTheOther_data()
    {
        QTest::addColumn<QString>("closed");
        QTest::addColumn<QString>("left");
        QTest::newRow("right") << QStringLiteral("q") << QStringLiteral("p");
        QTest::newRow("left") << QStringLiteral("p") << QStringLiteral("q");
    }

    void closingASideLeavesTheOther()
    {
        QFETCH(const QString, closed);
        QFETCH(const QString, left);
        Setup s;
        QVERIFY(s.startTwo());
        s.work->showPlaylist(closed);
        s.action(CommandId::CloseSide)->trigger();
        QCOMPARE(s.shown(), QStringList{left});
        QCOMPARE(s.active(), left);
        QCOMPARE(s.work->sideBar().current(), left);
        QVERIFY(!s.action(CommandId::CloseSide)->isEnabled());
        QVERIFY(!s.action(CommandId::OtherSide)->isEnabled());
        QVERIFY(!Setup::button(s.left(), "closePaneButton")->isVisible());
        QVERIFY(s.action(CommandId::AddLinks)->isEnabled());
        // And there it is again, behind the one that stayed.
        s.work->showBeside(closed);
        QCOMPARE(s.shown(), (QStringList{left, closed}));
        QVERIFY(s.left().geometry().left() < s.right().geometry().left());
    }

    void itsOwnButtonClosesASide()
    {
        Setup s;
        QVERIFY(s.startTwo());
        QTest::mouseClick(Setup::button(s.left(), "closePaneButton"), Qt::LeftButton);
        QCOMPARE(s.shown(), QStringList{QStringLiteral("q")});
        QCOMPARE(s.active(), QStringLiteral("q"));
    }

    void closingASideDoesNotStopItsSaving()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.api.hold(true);
        s.editor().moveRows({2}, 0);
        s.action(CommandId::CloseSide)->trigger();
        QCOMPARE(s.work->unsaved().size(), 1);
        s.api.hold(false);
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).constFirst(), QStringLiteral("spotify:track:t2"));
    }

    void whatIsShownStaysOpen()
    {
        Setup s;
        for (int i = 0; i < 8; ++i)
            s.api.addPlaylist(QStringLiteral("n%1").arg(i), 2);
        QVERIFY(s.startTwo());
        const QPointer<playlist::Editor> right(s.right().editor());
        s.panes().activate(s.left());
        for (int i = 0; i < 8; ++i) {
            s.work->showPlaylist(QStringLiteral("n%1").arg(i));
            QTRY_VERIFY(s.shownComplete());
        }
        QVERIFY(right);
        QCOMPARE(s.right().editor(), right.data());
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("n7"), QStringLiteral("q")}));
    }

    void aDeletedPlaylistTakesItsSideAlong()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.action(CommandId::DeletePlaylist)->trigger();
        QTRY_COMPARE(s.shown(), QStringList{QStringLiteral("p")});
        QCOMPARE(s.active(), QStringLiteral("p"));
        s.action(CommandId::DeletePlaylist)->trigger();
        QTRY_COMPARE(s.active(), QString());
        QVERIFY(!s.action(CommandId::AddLinks)->isEnabled());
    }

    void bothAreReadAgain()
    {
        Setup s;
        QVERIFY(s.startTwo());
        s.api.detailsOf(QStringLiteral("p")).name = QStringLiteral("Renamed p");
        s.api.detailsOf(QStringLiteral("q")).name = QStringLiteral("Renamed q");
        s.action(CommandId::Reload)->trigger();
        QTRY_COMPARE(s.left().page().header().titleText(), QStringLiteral("Renamed p"));
        QTRY_COMPARE(s.right().page().header().titleText(), QStringLiteral("Renamed q"));
    }

    void theStatusIsThatOfTheActiveOne()
    {
        Setup s;
        QVERIFY(s.startTwo());
        const auto *label = s.work->findChild<QLabel *>(QStringLiteral("selectionStatus"));
        s.left().view().selectPositions({0, 1, 2});
        s.right().view().selectPositions({0});
        QTRY_VERIFY(label->text().startsWith(QStringLiteral("1 selected")));
        s.panes().activate(s.left());
        QVERIFY(label->text().startsWith(QStringLiteral("3 selected")));
    }

    void aStartThatShowsNothingForgetsNothing()
    {
        Setup s;
        QVERIFY(s.startTwo());
        delete s.window.takeCentralWidget();
        s.api.hold(true);
        s.show(s);
        delete s.window.takeCentralWidget(); // before the library has come
        s.api.hold(false);
        QCOMPARE(s.settings.value(ui::setting::lastPlaylist), QStringLiteral("p"));
        QCOMPARE(s.settings.value(ui::setting::besidePlaylist), QStringLiteral("q"));
    }

    void bothComeBackAtTheNextStart()
    {
        Setup s;
        QVERIFY(s.startTwo());
        delete s.window.takeCentralWidget();
        s.show(s);
        QTRY_COMPARE(s.panes().all().size(), 2U);
        QCOMPARE(s.shown(), (QStringList{QStringLiteral("p"), QStringLiteral("q")}));
        QCOMPARE(s.active(), QStringLiteral("p"));
        s.panes().close(s.right());
        delete s.window.takeCentralWidget();
        s.show(s);
        QTRY_COMPARE(s.shown(), QStringList{QStringLiteral("p")});
    }
};

SEGUE_TEST(TestPanes)
#include "tst_Panes.moc"
