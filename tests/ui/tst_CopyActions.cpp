// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/dialogs/DetailsDialog.h"
#include "ui/library/SideBar.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/playlist/PlaylistHeader.h"

#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::DetailsDialog;
using ui::Message;

/// Playlists made of a playlist, over an Api in memory.
class TestCopyActions : public QObject
{
    Q_OBJECT

    ui::EnglishPlurals m_plurals;

    /// a b c d e, of which c is a local file and d is gone.
    struct Mixed : ListWindow {

        explicit Mixed(bool ours = true) : ListWindow(QStringLiteral("a/x b/x c/x d/x e/x").split(u' '), ours)
        {
            details().name = QStringLiteral("Night drive");
            details().description = QStringLiteral("late, fast");
            details().onProfile = true;
            change(2, [](web::Medium &medium) {
                medium.isLocal = true;
                medium.uri = QStringLiteral("spotify:local:x:y:c:61");
            });
            api.entriesOf(QStringLiteral("p"))[3].medium = nullptr;
        }
        [[nodiscard]] web::Playlist &details() { return api.detailsOf(QStringLiteral("p")); }
        [[nodiscard]] ui::MessageBar *message(int number = 1) const
        {
            return work->messages().bar(QStringLiteral("made-%1").arg(number));
        }
        [[nodiscard]] QString said(int number = 1) const
        {
            return message(number) ? message(number)->text() : QString();
        }
        [[nodiscard]] bool says(const QString &beginning, int number = 1) const
        {
            const bool ok = QTest::qWaitFor([&] { return said(number).startsWith(beginning); });
            if (!ok)
                qWarning("said: %s", qPrintable(said(number)));
            return ok;
        }
        /// The dialog that asks for the name of the new playlist, filled in.
        [[nodiscard]] DetailsDialog *ask(CommandId id, const QString &name)
        {
            action(id)->trigger();
            auto *found = dialog<DetailsDialog>();
            if (found && !name.isEmpty())
                found->findChild<QLineEdit *>(QStringLiteral("nameField"))->setText(name);
            return found;
        }
        static void accept(const DetailsDialog &dialog)
        {
            dialog.findChild<QPushButton *>(QStringLiteral("save"))->click();
        }
        [[nodiscard]] const web::Playlist &newest() const { return library.playlists().constFirst(); }
        [[nodiscard]] bool select(const std::vector<int> &positions)
        {
            view().selectPositions(positions);
            return QTest::qWaitFor([this] { return action(CommandId::NewFromSelection)->isEnabled(); });
        }
    };

    static QStringList tracks(const QString &numbers)
    {
        QStringList out;
        for (const QString &number : numbers.split(u' '))
            out.append(QStringLiteral("spotify:track:") + number);
        return out;
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void copiesWhatIsOnScreen()
    {
        Mixed w;
        QVERIFY(w.open());
        QVERIFY(w.editor().moveRows({4}, 0));
        w.action(CommandId::CopyPlaylist)->trigger();
        QVERIFY(
            w.says(QStringLiteral("Copied 3 tracks to “Night drive (copy)”. Left out 1 local file and 1 row that")));
        QCOMPARE(w.message()->severity(), Message::Severity::Warning);
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")), tracks(QStringLiteral("4 0 1")));
        QCOMPARE(w.newest().name, QStringLiteral("Night drive (copy)"));
        QCOMPARE(w.newest().description, QStringLiteral("late, fast"));
        QCOMPARE(w.newest().onProfile, std::optional(false));
        QVERIFY(!w.newest().collaborative);
        QCOMPARE(w.newest().ownerId, QStringLiteral("me"));
        // The one on screen stays there, whole.
        QCOMPARE(w.titles(), QStringLiteral("e a b c -"));
        QVERIFY(press(w.message(), QStringLiteral("Show")));
        QCOMPARE(w.work->page().header().titleText(), QStringLiteral("Night drive (copy)"));
    }

    void aSecondCopyHasANumber()
    {
        Mixed w;
        QVERIFY(w.open());
        w.action(CommandId::CopyPlaylist)->trigger();
        QVERIFY(w.says(QStringLiteral("Copied 3")));
        w.action(CommandId::CopyPlaylist)->trigger();
        QVERIFY(w.says(QStringLiteral("Copied 3 tracks to “Night drive (copy 2)”"), 2));
        // Neither hides the other.
        QVERIFY(w.message(1));
    }

    void aLongNameLosesItsOwnEnd()
    {
        Mixed w;
        w.details().name = QString(100, u'x');
        QVERIFY(w.open());
        w.action(CommandId::CopyPlaylist)->trigger();
        QVERIFY(w.says(QStringLiteral("Copied 3")));
        QCOMPARE(w.newest().name.size(), 100);
        QVERIFY(w.newest().name.endsWith(QStringLiteral("x (copy)")));
    }

    void offersACopyWhereNothingMayBeEdited()
    {
        Mixed w(false);
        QVERIFY(w.open());
        auto *button = w.work->findChild<QToolButton *>(QStringLiteral("makeEditableCopy"));
        QVERIFY(button->isVisible());
        QTRY_VERIFY(button->isEnabled());
        QTRY_VERIFY(!w.action(CommandId::MoveToNewPlaylist)->isEnabled());
        QVERIFY(w.action(CommandId::MoveToNewPlaylist)->toolTip().contains(QStringLiteral("Only the owner")));
        button->click();
        QVERIFY(w.says(QStringLiteral("Copied 3 tracks")));
        QVERIFY(press(w.message(), QStringLiteral("Show")));
        QVERIFY(!button->isVisible());
        QVERIFY(w.editor().isEditable());
    }

    void nothingIsOfferedWhereNothingCanBeRead()
    {
        Mixed w(false);
        QVERIFY(w.open());
        web::Playlist closed = w.editor().details();
        closed.itemsReadable = false;
        w.editor().document().setDetails(closed);
        QVERIFY(!w.work->findChild<QToolButton *>(QStringLiteral("makeEditableCopy"))->isVisible());
        QTRY_VERIFY(!w.action(CommandId::CopyPlaylist)->isEnabled());
        QVERIFY(w.action(CommandId::CopyPlaylist)->toolTip().contains(QStringLiteral("does not let this app read")));
    }

    void copiesAPlaylistOfTheSideBarUnseen()
    {
        Mixed w;
        QVERIFY(w.open());
        Q_EMIT w.work->sideBar().menuRequested(QStringLiteral("q"), QPoint(1, 1));
        auto *menu = w.window.findChild<QMenu *>(QStringLiteral("playlistMenu"));
        QVERIFY(menu);
        w.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 502));
        menu->findChild<QAction *>(QStringLiteral("menu-copyPlaylist"))->trigger();
        menu->close();
        QTRY_VERIFY(
            w.work->messages().bar(QStringLiteral("copy")) &&
            w.work->messages().bar(QStringLiteral("copy"))->text().contains(QStringLiteral("could not be read")));
        QVERIFY(w.api.log.filter(QStringLiteral("create")).isEmpty());
        QVERIFY(press(w.work->messages().bar(QStringLiteral("copy")), QStringLiteral("Try again")));
        QVERIFY(w.says(QStringLiteral("Copied 3 tracks to “Playlist q (copy)”.")));
        QVERIFY(!w.work->messages().bar(QStringLiteral("copy")));
        QCOMPARE(w.work->page().header().titleText(), QStringLiteral("Night drive"));
    }

    void aPlaylistThatIsNotMadeIsToldAndTriedAgain()
    {
        Mixed w;
        QVERIFY(w.open());
        w.api.failNextCreate(FakeApi::error(ErrorKind::Network));
        w.action(CommandId::CopyPlaylist)->trigger();
        QVERIFY(w.says(QStringLiteral("“Night drive (copy)” could not be made. Fault on order.")));
        QVERIFY(w.said().contains(QStringLiteral("F5")));
        QCOMPARE(w.message()->severity(), Message::Severity::Error);
        QVERIFY(press(w.message(), QStringLiteral("Try again")));
        QVERIFY(w.says(QStringLiteral("Copied 3 tracks")));
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")).size(), 3);
    }

    void tracksThatAreNotTakenAreToldAndTriedAgain()
    {
        Mixed w;
        QVERIFY(w.open());
        w.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403)});
        w.action(CommandId::CopyPlaylist)->trigger();
        QVERIFY(w.says(QStringLiteral("The tracks could not be added to “Night drive (copy)”. Fault on order.")));
        QVERIFY(press(w.message(), QStringLiteral("Try again")));
        QVERIFY(w.says(QStringLiteral("Copied 3 tracks")));
        QCOMPARE(w.api.log.filter(QStringLiteral("create")).size(), 1);
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")).size(), 3);
    }

    void aRefusalIsToldOnceWhereTheCopyIsShown()
    {
        Mixed w;
        QVERIFY(w.open());
        w.api.hold(true);
        w.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403)});
        w.action(CommandId::CopyPlaylist)->trigger();
        const auto asked = [&w] { return !w.api.log.filter(QStringLiteral("add new1")).isEmpty(); };
        for (;;) {
            QVERIFY(QTest::qWaitFor([&w] { return w.api.heldCount() > 0; }));
            if (asked())
                break;
            QSignalSpy answered(&w.api, &FakeApi::answered);
            w.api.release();
            QVERIFY(answered.wait());
        }
        QVERIFY(press(w.message(), QStringLiteral("Show")));
        QCOMPARE(w.titles(), QStringLiteral("a b e"));
        QVERIFY(w.editor().moveRows({2}, 0)); // the user's own, refused along with them
        w.api.hold(false);
        const auto refused = [&w] { return w.work->page().messages().bar(QStringLiteral("refused")); };
        QVERIFY(w.says(QStringLiteral("The tracks could not be added to “Night drive (copy)”. Fault on order.")));
        QVERIFY(!refused());
        QCOMPARE(w.titles(), QString());
        QVERIFY(press(w.message(), QStringLiteral("Try again")));
        QVERIFY(w.says(QStringLiteral("Copied 3 tracks")));
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")), tracks(QStringLiteral("4 0 1")));
        // What is refused from now on is the page's to tell.
        QCoreApplication::processEvents();
        w.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403)});
        QVERIFY(w.editor().moveRows({2}, 0));
        QTRY_VERIFY(refused());
    }

    void makesAPlaylistOfTheSelection()
    {
        Mixed w;
        QVERIFY(w.open());
        QTRY_VERIFY(!w.action(CommandId::NewFromSelection)->isEnabled());
        QVERIFY(w.action(CommandId::NewFromSelection)->toolTip().contains(QStringLiteral("No tracks are selected")));
        QVERIFY(w.select({0, 2, 4}));
        const QPointer<DetailsDialog> dialog = w.ask(CommandId::NewFromSelection, {});
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), QStringLiteral("New playlist from 2 tracks"));
        QCOMPARE(dialog->details().name, std::optional(QStringLiteral("Night drive (selection)")));
        Mixed::accept(*dialog);
        QVERIFY(w.says(QStringLiteral("Copied 2 tracks to “Night drive (selection)”. Left out 1 local file: only")));
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")), tracks(QStringLiteral("0 4")));
        QCOMPARE(w.titles(), QStringLiteral("a b c - e"));
        QVERIFY(!dialog || !dialog->isVisible()); // it goes by itself
    }

    void movesTheSelectionInOneStep()
    {
        Mixed w;
        QVERIFY(w.open());
        QVERIFY(w.select({1, 2, 4}));
        DetailsDialog *dialog = w.ask(CommandId::MoveToNewPlaylist, QStringLiteral("Elsewhere"));
        QVERIFY(dialog);
        QVERIFY(w.questions.isEmpty());
        Mixed::accept(*dialog);
        QVERIFY(w.says(QStringLiteral("Moved 2 tracks to “Elsewhere”. Left out 1 local file")));
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")), tracks(QStringLiteral("1 4")));
        QCOMPARE(w.titles(), QStringLiteral("a c -"));
        QCOMPARE(w.editor().undoStack().count(), 1);
        w.action(CommandId::Undo)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b c - e"));
    }

    void nothingLeavesBeforeItIsThere()
    {
        Mixed w;
        QVERIFY(w.open());
        QVERIFY(w.select({0, 1}));
        DetailsDialog *dialog = w.ask(CommandId::MoveToNewPlaylist, QStringLiteral("Elsewhere"));
        w.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403)});
        Mixed::accept(*dialog);
        QVERIFY(w.says(QStringLiteral("The tracks could not be added to “Elsewhere”.")));
        QVERIFY(w.said().contains(QStringLiteral("Everything is still in “Night drive”.")));
        QCOMPARE(w.titles(), QStringLiteral("a b c - e"));
        QCOMPARE(w.editor().undoStack().count(), 0);
        QVERIFY(press(w.message(), QStringLiteral("Try again")));
        QVERIFY(w.says(QStringLiteral("Moved 2 tracks")));
        QCOMPARE(w.titles(), QStringLiteral("c - e"));
        QCOMPARE(w.api.urisOf(QStringLiteral("new1")), tracks(QStringLiteral("0 1")));
    }

    void rowsAreFoundWhereverTheyAreByThen()
    {
        Mixed w;
        QVERIFY(w.open());
        QVERIFY(w.select({0, 1}));
        DetailsDialog *dialog = w.ask(CommandId::MoveToNewPlaylist, QStringLiteral("Elsewhere"));
        w.api.hold(true);
        Mixed::accept(*dialog);
        QVERIFY(w.editor().moveRows({0}, 5));
        QVERIFY(w.editor().removeRows({0}));
        QCOMPARE(w.titles(), QStringLiteral("c - e a"));
        w.api.hold(false);
        QVERIFY(w.says(QStringLiteral("Moved 2 tracks")));
        QCOMPARE(w.titles(), QStringLiteral("c - e"));
    }

    void asksWhenOtherCopiesWouldLoseTheirDate()
    {
        Mixed w;
        w.change(4, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:track:0"); });
        QVERIFY(w.open());
        QVERIFY(w.select({0}));
        w.answer = false;
        QVERIFY(!w.ask(CommandId::MoveToNewPlaylist, {}));
        QCOMPARE(w.questions.size(), 1);
        QVERIFY(w.questions.constFirst().text.contains(QStringLiteral("1 row that stay")));
        w.answer = true;
        QVERIFY(w.ask(CommandId::MoveToNewPlaylist, {}));
    }

    void onlyWhatCannotBeAddedMakesNothing()
    {
        Mixed w;
        QVERIFY(w.open());
        QVERIFY(w.select({2, 3}));
        QVERIFY(!w.ask(CommandId::NewFromSelection, {}));
        QVERIFY(!w.ask(CommandId::MoveToNewPlaylist, {}));
        const ui::MessageBar *bar = w.work->page().messages().bar(QStringLiteral("list"));
        QVERIFY(bar);
        QVERIFY(bar->text().contains(QStringLiteral("1 local file and 1 row that Spotify no longer knows")));
    }

    void theDialogStaysWhenNothingWasMade()
    {
        Mixed w;
        QVERIFY(w.open());
        QVERIFY(w.select({0}));
        DetailsDialog *dialog = w.ask(CommandId::NewFromSelection, QStringLiteral("New"));
        w.api.failNextCreate(FakeApi::error(ErrorKind::ServerFault, 500));
        Mixed::accept(*dialog);
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(dialog->isVisible());
        QCOMPARE(w.work->messages().count(), 0);
        save->click();
        QVERIFY(w.says(QStringLiteral("Copied 1 track to “New”."), 2));
    }
};

SEGUE_TEST(TestCopyActions)
#include "tst_CopyActions.moc"
