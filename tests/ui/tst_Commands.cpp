// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/Commands.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/look/Icons.h"

#include <QLabel>

using namespace segue::ui;

/// The table itself: nothing double, nothing missing.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void everyCommandIsComplete()
    {
        const Commands commands;
        QSet<QString> names;
        for (const Command &command : commands.table()) {
            QVERIFY2(!names.contains(QLatin1String(command.name)), command.name);
            names.insert(QLatin1String(command.name));
            QVERIFY2(!command.text.isEmpty() && !command.description.isEmpty(), command.name);
            const QAction *action = commands.action(command.id);
            QCOMPARE(action->objectName(), QLatin1String(command.name));
            QVERIFY2(!action->toolTip().isEmpty(), command.name);
            if (!command.icon.isEmpty())
                QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(command.icon)), command.name);
        }
    }

    void noShortcutMeansTwoThings()
    {
        const Commands commands;
        QHash<QString, const char *> seen;
        for (const Command &command : commands.table()) {
            for (const QKeySequence &keys : command.shortcuts) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!seen.contains(text), qPrintable(text + u' ' + QLatin1String(seen.value(text))));
                seen.insert(text, command.name);
            }
        }
        for (const char *needed : {"Ctrl+Z", "Ctrl+Shift+Z", "Del", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Alt+Up",
                                   "Alt+Down", "Alt+Home", "Alt+End", "F2", "Ctrl+N", "F5", "Ctrl+F", "Ctrl+?"})
            QVERIFY2(seen.contains(QLatin1String(needed)), needed);
        // For opening a playlist beside another one.
        QVERIFY(!seen.contains(QStringLiteral("Ctrl+Enter")));
    }

    void whatIsDoneOftenHasAKey()
    {
        const Commands commands;
        for (const CommandId id :
             {CommandId::SortBySeveral, CommandId::Reverse, CommandId::Shuffle, CommandId::RemoveDuplicates,
              CommandId::MoveToNewPlaylist, CommandId::MergePlaylists, CommandId::CopyPlaylist}) {
            const QAction *action = commands.action(id);
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
            QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
        }
    }

    void undoNamesWhatItUndoes()
    {
        Commands commands;
        commands.setUndoTexts(QStringLiteral("Move 3 tracks"), QString());
        QVERIFY(commands.action(CommandId::Undo)->text().contains(QStringLiteral("Move 3 tracks")));
        QVERIFY(commands.action(CommandId::Undo)->toolTip().contains(QStringLiteral("Ctrl+Z")));
        QVERIFY(!commands.action(CommandId::Undo)->toolTip().contains(u'&'));
        commands.setUndoTexts(QString(), QString());
        QVERIFY(!commands.action(CommandId::Undo)->text().contains(QStringLiteral("Move")));
    }

    void theSheetShowsThemAll()
    {
        const Commands commands;
        auto *sheet = new ShortcutSheet(commands);
        QStringList texts;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            texts.append(label->text());
        for (const Command &command : commands.table()) {
            if (!command.shortcuts.isEmpty())
                QVERIFY2(texts.contains(Commands::plainText(command)), command.name);
        }
        // With the window's own frame, on the smallest screen that is thought of.
        QVERIFY2(sheet->sizeHint().height() <= 660 && sheet->sizeHint().width() <= 1000,
                 qPrintable(QStringLiteral("%1 × %2").arg(sheet->sizeHint().width()).arg(sheet->sizeHint().height())));
        delete sheet;
    }

    void iconsAreSharpAndTinted()
    {
        const QColor red(200, 0, 0);
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            const QPixmap pixmap = iconPixmap(QStringLiteral("add"), 16, scale, red);
            QCOMPARE(pixmap.width(), qRound(16 * scale));
            const QColor middle = pixmap.toImage().pixelColor(pixmap.width() / 2, pixmap.height() / 2);
            QVERIFY(middle.red() > 150 && middle.green() < 50);
        }
        QVERIFY(!appIcon().pixmap(64).isNull());
    }
};

SEGUE_TEST(TestCommands)
#include "tst_Commands.moc"
