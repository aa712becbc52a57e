// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/AppContext.h"
#include "ui/Commands.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/panes/Panes.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"
#include "ui/welcome/WelcomePage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolBar>

using namespace segue;
using namespace segue::test;
using ui::AppContext;
using ui::CommandId;
using ui::MainWindow;

/// The whole window against the stand-in: nothing in it is without a name, and it comes and goes with the account.
class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        explicit Setup(bool demo)
        {
            options.demo = demo;
            options.size = QSize(1200, 760);
            // A keychain is nobody's business here: without a client id nothing is looked up.
            context = std::make_unique<AppContext>(options, settings);
            QString error;
            if (!context->prepare(&error))
                qFatal("%s", qPrintable(error));
            window = std::make_unique<MainWindow>(*context, settings, theme, options, seams);
            window->show();
            context->start();
        }
        [[nodiscard]] bool waitForTracks() const
        {
            return QTest::qWaitFor(
                [this] {
                    const ui::Workspace *work = window->workspace();
                    return work && work->page().view().tracks() &&
                           work->page().view().tracks()->editor().document().isComplete();
                },
                10000);
        }

        ui::Options options;
        ui::Theme theme{*qApp};
        std::unique_ptr<AppContext> context;
        std::unique_ptr<MainWindow> window;
    };

    /// Qt's own parts inside its widgets (the arrows of a spin box, the button of a line edit) are named by Qt.
    static bool isPartOfQt(const QWidget *widget)
    {
        return widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QLineEditIconButton") ||
               qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
               widget->inherits("QTableCornerButton") || widget->inherits("QToolBarExtension") ||
               widget->inherits("QMenu");
    }

    static QStringList unnamed(const QWidget &root)
    {
        QStringList out;
        for (const QWidget *widget : root.findChildren<QWidget *>()) {
            const bool acts =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
                qobject_cast<const QAbstractSpinBox *>(widget) || (widget->focusPolicy() & Qt::TabFocus);
            if (!acts || isPartOfQt(widget))
                continue;
            if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty())
                out.append(QStringLiteral("%1 “%2” “%3”")
                               .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                    widget->accessibleName()));
        }
        for (const QAction *action : root.findChildren<QAction *>()) {
            const bool own = !action->isSeparator() && !action->text().isEmpty() && !isOwnedByQt(action);
            if (own && action->objectName().isEmpty())
                out.append(QStringLiteral("action “%1”").arg(action->text()));
        }
        return out;
    }
    static bool isOwnedByQt(const QAction *action)
    {
        // Titles of menus and the toggles of tool bars.
        return qobject_cast<const QMenu *>(action->parent()) || qobject_cast<const QToolBar *>(action->parent()) ||
               action->objectName().startsWith(QStringLiteral("_q"));
    }

    /// Names of the widgets that Tab stops at, until it comes round.
    static QStringList tabStops(QWidget &window)
    {
        QStringList out;
        const QWidget *first = nullptr;
        for (int i = 0; i < 200; ++i) {
            QWidget *focus = QApplication::focusWidget();
            if (focus && focus == first)
                break;
            if (!first)
                first = focus;
            if (focus)
                out.append(focus->objectName() + u'/' + focus->accessibleName());
            QTest::keyClick(focus ? focus : &window, Qt::Key_Tab);
        }
        return out;
    }

private Q_SLOTS:
    void everyKeyOfTheTableIsHeard()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
        QWidget &view = s.window->workspace()->page().view();
        view.setFocus();
        for (const ui::Command &command : s.window->commands().table()) {
            if (command.shortcuts.isEmpty())
                continue;
            QAction *action = s.window->commands().action(command.id);
            action->disconnect(); // that it is heard is all that matters here
            action->setEnabled(true);
            QSignalSpy heard(action, &QAction::triggered);
            QTest::keySequence(&view, action->shortcut());
            QVERIFY2(heard.size() == 1, command.name);
        }
    }

    void everythingHasANameInTheWorkspace()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        QCOMPARE(unnamed(*s.window).join(u'\n'), QString());
    }

    void everythingHasANameOnTheFirstPage()
    {
        Setup s(false);
        QCOMPARE(unnamed(*s.window).join(u'\n'), QString());
    }

    void everythingHasANameInTheDialogs()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        s.window->workspace()->page().view().selectPositions({1});
        for (const CommandId id :
             {CommandId::NewPlaylist, CommandId::EditDetails, CommandId::AddLinks, CommandId::MoveToPosition,
              CommandId::History, CommandId::ShortcutSheet, CommandId::About}) {
            s.window->commands().action(id)->trigger();
            QDialog *dialog = nullptr;
            for (QDialog *each : s.window->findChildren<QDialog *>()) {
                if (each->isVisible())
                    dialog = each;
            }
            QVERIFY(dialog);
            QVERIFY(!dialog->accessibleName().isEmpty() && !dialog->objectName().isEmpty());
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(button);
                QVERIFY(interface && !interface->text(QAccessible::Name).isEmpty());
            }
            dialog->close();
            QTRY_VERIFY(s.window->findChildren<QDialog *>().isEmpty());
        }
    }

    void tabStopsHaveNames()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
        s.window->workspace()->page().view().setFocus();
        const QStringList stops = tabStops(*s.window);
        for (const QString &stop : stops)
            QVERIFY2(!stop.startsWith(u'/') && !stop.endsWith(u'/'), qPrintable(stop));
        const QString all = stops.join(u'\n');
        for (const char *needed : {"trackTable", "findPlaylistField", "playlistList", "coverButton", "menuButton"})
            QVERIFY2(all.contains(QLatin1String(needed)), qPrintable(QLatin1String(needed) + u'\n' + all));
    }

    void theDemoSignsInByItself()
    {
        Setup s(true);
        QVERIFY(!s.context->demoDescription().isEmpty());
        QVERIFY(s.waitForTracks());
        QVERIFY(s.window->commands().action(CommandId::LeaveDemo)->isVisible());
        QVERIFY(!s.window->commands().action(CommandId::Disconnect)->isVisible());
        QSignalSpy leave(s.window.get(), &MainWindow::demoRequested);
        s.window->commands().action(CommandId::LeaveDemo)->trigger();
        QCOMPARE(leave.size(), 1);
        QCOMPARE(leave.at(0).at(0).toBool(), false);
    }

    void anAccountThatGoesTakesTwoListsWithIt()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        ui::Workspace *work = s.window->workspace();
        s.window->commands().action(CommandId::OpenBeside)->trigger();
        s.window->activateWindow();
        QWidget &list = work->panes().all().front()->view();
        list.setFocus();
        QTRY_VERIFY(list.hasFocus()); // which goes to the other list when this one dies
        Q_EMIT s.context->accountClosing();
        QVERIFY(!s.window->workspace());
        QVERIFY(s.window->welcome().isVisible());
    }

    void theFirstPageOffersTheDemo()
    {
        Setup s(false);
        QVERIFY(s.window->welcome().isVisible());
        QVERIFY(!s.window->workspace());
        QSignalSpy demo(s.window.get(), &MainWindow::demoRequested);
        s.window->welcome().findChild<QAbstractButton *>(QStringLiteral("demoButton"))->click();
        QCOMPARE(demo.size(), 1);
        QCOMPARE(demo.at(0).at(0).toBool(), true);
    }

    void closingWaitsForTheLastEdit()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        ui::Workspace *work = s.window->workspace();
        work->page().view().selectPositions({3});
        s.window->commands().action(CommandId::MoveToTop)->trigger();
        QVERIFY(!work->unsaved().isEmpty());
        s.window->close();
        QVERIFY(s.window->isVisible());
        QTRY_VERIFY(!s.window->isVisible());
        QVERIFY(work->unsaved().isEmpty());
        QVERIFY(s.questions.isEmpty());
    }

    void everyIconAndTextIsThereInBothSchemes()
    {
        Setup s(true);
        QVERIFY(s.waitForTracks());
        s.window->commands().action(CommandId::SchemeDark)->trigger();
        QVERIFY(s.theme.isDark());
        QCOMPARE(s.settings.value(ui::setting::colorScheme), QStringLiteral("dark"));
        QTRY_VERIFY(s.window->palette().color(QPalette::Base).lightness() < 60);
        s.window->commands().action(CommandId::SchemeLight)->trigger();
        QTRY_VERIFY(s.window->palette().color(QPalette::Base).lightness() > 200);
    }
};

SEGUE_TEST(TestMainWindow)
#include "tst_MainWindow.moc"
