// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

/// Name, description and visibility, changed and taken back.
class TestDetailsChanges : public QObject
{
    Q_OBJECT

    struct Named : ListWindow {
        Named() : ListWindow(QStringLiteral("a/z b/z c/z").split(u' '))
        {
            api.detailsOf(QStringLiteral("p")).name = QStringLiteral("Night drive");
        }
        [[nodiscard]] QDialog *edit()
        {
            commands.action(CommandId::EditDetails)->trigger();
            return window.findChild<QDialog *>(QStringLiteral("detailsDialog"));
        }
        static void save(const QDialog *dialog) { dialog->findChild<QPushButton *>(QStringLiteral("save"))->click(); }
        static void type(const QDialog *dialog, const QString &name)
        {
            dialog->findChild<QLineEdit *>(QStringLiteral("nameField"))->setText(name);
        }
        [[nodiscard]] bool rename(const QString &name)
        {
            const QDialog *dialog = edit();
            if (!dialog)
                return false;
            type(dialog, name);
            save(dialog);
            return QTest::qWaitFor([&] { return editor().details().name == name && !isEditing(); });
        }
        [[nodiscard]] bool isEditing() const
        {
            return window.findChild<QDialog *>(QStringLiteral("detailsDialog")) != nullptr;
        }
        void undo() const { commands.action(CommandId::Undo)->trigger(); }
        [[nodiscard]] QString name() { return api.detailsOf(QStringLiteral("p")).name; }
        [[nodiscard]] QString said() const
        {
            const ui::MessageBar *bar = work->page().messages().bar(QStringLiteral("details"));
            return bar ? bar->text() : QString();
        }
    };

private Q_SLOTS:
    void aRenameIsUndoneInOrderWithTheEdits()
    {
        Named s;
        QVERIFY(s.open());
        QVERIFY(s.editor().moveRows({2}, 0));
        QVERIFY(s.rename(QStringLiteral("Late")));
        QVERIFY(s.editor().moveRows({2}, 0));
        s.undo();
        QCOMPARE(s.titles(), QStringLiteral("c a b"));
        QCOMPARE(s.name(), QStringLiteral("Late"));
        QVERIFY(s.undoText().contains(QStringLiteral("Rename")));
        s.undo();
        QTRY_COMPARE(s.name(), QStringLiteral("Night drive"));
        QTRY_COMPARE(s.editor().details().name, QStringLiteral("Night drive"));
        QCOMPARE(s.titles(), QStringLiteral("c a b"));
        s.undo();
        QCOMPARE(s.titles(), QStringLiteral("a b c"));
        for (int i = 0; i < 3; ++i)
            s.action(CommandId::Redo)->trigger();
        QTRY_COMPARE(s.name(), QStringLiteral("Late"));
        QVERIFY(s.saved());
    }

    void onlyWhatWasChangedGoesBack()
    {
        Named s;
        s.api.detailsOf(QStringLiteral("p")).description = QStringLiteral("first");
        QVERIFY(s.open());
        QVERIFY(s.rename(QStringLiteral("Late")));
        s.api.detailsOf(QStringLiteral("p")).description = QStringLiteral("by somebody else");
        s.undo();
        QTRY_COMPARE(s.name(), QStringLiteral("Night drive"));
        QCOMPARE(s.api.detailsOf(QStringLiteral("p")).description, QStringLiteral("by somebody else"));
    }

    void aDescriptionCannotBeTakenAway()
    {
        Named s;
        QVERIFY(s.open());
        const QDialog *dialog = s.edit();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("descriptionField"))->setPlainText(QStringLiteral("new"));
        s.save(dialog);
        QTRY_COMPARE(s.editor().details().description, QStringLiteral("new"));
        s.api.log.clear();
        s.undo();
        QVERIFY(s.said().contains(QStringLiteral("removed")));
        QTest::qWait(20);
        QCOMPARE(s.api.log, QStringList()); // Spotify would refuse it
    }

    void aPlaylistThatIsNotOpenIsTakenBackFromTheMessage()
    {
        Named s;
        QVERIFY(s.open());
        auto *list = s.work->findChild<QListView *>(QStringLiteral("playlistList"));
        QVERIFY(list);
        const QModelIndex other =
            list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Playlist q")).value(0);
        QVERIFY(other.isValid());
        Q_EMIT list->customContextMenuRequested(list->visualRect(other).center());
        QMenu *menu = s.window.findChild<QMenu *>(QStringLiteral("playlistMenu"));
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("menu-editDetails"))->trigger();
        menu->close();
        const QDialog *dialog = s.window.findChild<QDialog *>(QStringLiteral("detailsDialog"));
        QVERIFY(dialog);
        s.type(dialog, QStringLiteral("Sunday"));
        s.save(dialog);
        QTRY_VERIFY(s.said().contains(QStringLiteral("Sunday")));
        QCOMPARE(s.editor().undoStack().count(), 0);
        QVERIFY(press(s.work->page().messages().bar(QStringLiteral("details")), QStringLiteral("Undo")));
        QTRY_COMPARE(s.api.detailsOf(QStringLiteral("q")).name, QStringLiteral("Playlist q"));
    }

    void whatSpotifyMadeSomethingElseOfIsTold()
    {
        Named s;
        s.api.forgetsOnProfile = true;
        QVERIFY(s.open());
        const QDialog *dialog = s.edit();
        QVERIFY(dialog);
        dialog->findChild<QCheckBox *>(QStringLiteral("onProfileBox"))->setChecked(true);
        s.save(dialog);
        QTRY_VERIFY(s.said().contains(QStringLiteral("Show on profile")));
        QCOMPARE(s.editor().details().onProfile, std::optional(false));
    }

    void aPlaylistThatHasLeftTheLibraryMeanwhileIsTold()
    {
        Named s;
        QVERIFY(s.open());
        const QDialog *dialog = s.edit();
        QVERIFY(dialog);
        s.type(dialog, QStringLiteral("Late"));
        s.api.changeLibrary([](QList<web::Playlist> &playlists) {
            playlists.removeIf([](const web::Playlist &each) { return each.id == QLatin1String("p"); });
        });
        s.library.load();
        QTRY_VERIFY(!s.library.contains(QStringLiteral("p")));
        s.save(dialog);
        const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("problem"));
        QVERIFY(problem);
        QTRY_VERIFY(problem->text().contains(QStringLiteral("no longer in your library")));
        QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("save"))->isEnabled());
    }

    void anUndoThatFailsIsTold()
    {
        Named s;
        QVERIFY(s.open());
        QVERIFY(s.rename(QStringLiteral("Late")));
        s.api.failNextDetails(FakeApi::error(ErrorKind::ServerFault, 500));
        s.undo();
        QTRY_VERIFY(s.said().contains(QStringLiteral("Rename")));
        QCOMPARE(s.name(), QStringLiteral("Late"));
        QVERIFY(press(s.work->page().messages().bar(QStringLiteral("details")), QStringLiteral("Try again")));
        QTRY_COMPARE(s.name(), QStringLiteral("Night drive"));
    }

    void aRefusalOfAnEditIsNotNamedAfterARename()
    {
        Named s;
        QVERIFY(s.open());
        s.api.hold(true);
        QVERIFY(s.editor().moveRows({2}, 0));
        const QString edit = s.undoText();
        s.api.failNextWrite({.error = FakeApi::error(ErrorKind::NotAllowed, 403), .carriedOut = false});
        s.editor().undoStack().push(new QUndoCommand(QStringLiteral("Rename")));
        QString told;
        connect(&s.editor(), &playlist::Editor::refused, this,
                [&told](const Error &, const QString &what) { told = what; });
        s.api.hold(false);
        QTRY_COMPARE(told, edit);
    }
};

SEGUE_TEST(TestDetailsChanges)
#include "tst_DetailsChanges.moc"
