// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/ExchangeFile.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/exchange/ImportDialog.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/tracks/DuplicateGuard.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::ImportDialog;

/// Playlists to files and back, over an Api in memory and a folder of its own.
class TestExportImport : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup() : WorkspaceFixture(5, QStringLiteral("Night/drive"))
        {
            settings.set(ui::setting::exchangeFolder, folder.path());
        }
        [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
        [[nodiscard]] QByteArray contents(const QString &name) const
        {
            QFile file(path(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        void put(const QString &name, const QByteArray &contents)
        {
            QFile file(path(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
                qFatal("cannot write %s", qPrintable(name));
            openFile = path(name);
        }
        [[nodiscard]] QString said(const char *id) const
        {
            const ui::MessageBar *bar = work->messages().bar(QLatin1String(id));
            return bar ? bar->text() : QString();
        }
        /// The dialog that asks where to, once the file has been read.
        [[nodiscard]] ImportDialog *importing()
        {
            action(CommandId::ImportPlaylist)->trigger();
            ImportDialog *dialog = nullptr;
            (void)QTest::qWaitFor(
                [&] {
                    dialog = work->findChild<ImportDialog *>();
                    return dialog != nullptr;
                },
                5000);
            return dialog;
        }
        static void accept(const ImportDialog &dialog)
        {
            dialog.findChild<QPushButton *>(QStringLiteral("accept"))->click();
        }
    };

    static QByteArray uri(int number) { return "spotify:track:" + QByteArray::number(number).rightJustified(22, '0'); }

    ui::EnglishPlurals m_plurals;

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void exportsWhatIsOnScreen()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        s.saveFile = s.path(QStringLiteral("list.txt"));
        s.action(CommandId::ExportPlaylist)->trigger();
        QCOMPARE(s.saveRequests.size(), 1);
        QCOMPARE(s.saveRequests.constFirst().path, s.path(QStringLiteral("Night-drive")));
        QCOMPARE(s.saveRequests.constFirst().kinds.size(), 5);
        QTRY_VERIFY(s.said("export").startsWith(QStringLiteral("Exported 5 tracks to")));
        QVERIFY(s.said("export").contains(s.saveFile));
        const QByteArray written = s.contents(QStringLiteral("list.txt"));
        QVERIFY2(written.startsWith("https://open.spotify.com/track/t4"), written.constData());
        QVERIFY(s.questions.isEmpty());
        s.work->messages().findChild<QPushButton *>(QStringLiteral("messageAction-export-1"))->click();
        QCOMPARE(s.opened, QList<QUrl>{QUrl::fromLocalFile(s.folder.path())});
    }

    void aNameWithoutAnEndingGetsThatOfItsKind()
    {
        Setup s;
        QVERIFY(s.start());
        s.saveFile = s.path(QStringLiteral("Vol. 2"));
        s.saveEnding = QStringLiteral("xspf");
        s.action(CommandId::ExportPlaylist)->trigger();
        QTRY_VERIFY(s.contents(QStringLiteral("Vol. 2.xspf")).contains("<playlist"));
        QVERIFY(s.questions.isEmpty());

        // The user agreed to no name that is there.
        s.put(QStringLiteral("Vol. 2.csv"), "mine");
        s.saveEnding = QStringLiteral("csv");
        s.answer = false;
        s.action(CommandId::ExportPlaylist)->trigger();
        QCOMPARE(s.questions.size(), 1);
        QVERIFY(s.questions.constFirst().title.contains(QStringLiteral("Vol. 2.csv")));
        QCOMPARE(s.contents(QStringLiteral("Vol. 2.csv")), QByteArray("mine"));
        s.answer = true;
        s.action(CommandId::ExportPlaylist)->trigger();
        QTRY_VERIFY(s.contents(QStringLiteral("Vol. 2.csv")).contains("Track URI"));
    }

    void whatHasNotBeenReadIsReadFirst()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.hold(true);
        s.work->showPlaylist(QStringLiteral("q"));
        s.saveFile = s.path(QStringLiteral("q.txt"));
        s.action(CommandId::ExportPlaylist)->trigger();
        QVERIFY(s.said("export").contains(QStringLiteral("Sunday")));
        QVERIFY(!QFile::exists(s.saveFile));
        s.api.hold(false);
        QTRY_VERIFY(s.said("export").startsWith(QStringLiteral("Exported 3 tracks")));
    }

    void aListThatCannotBeReadIsNotExported()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 502));
        s.work->showPlaylist(QStringLiteral("q"));
        QTRY_VERIFY(s.editor().loadError());
        s.saveFile = s.path(QStringLiteral("q.txt"));
        s.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 502));
        s.action(CommandId::ExportPlaylist)->trigger();
        QTRY_VERIFY(s.said("export").startsWith(QStringLiteral("“Sunday” could not be exported.")));
        QVERIFY(!QFile::exists(s.saveFile));
        s.action(CommandId::ExportPlaylist)->trigger();
        QTRY_VERIFY(s.said("export").startsWith(QStringLiteral("Exported 3 tracks")));
    }

    void aFolderThatIsGoneIsTold()
    {
        Setup s;
        QVERIFY(s.start());
        s.saveFile = s.path(QStringLiteral("gone/list.csv"));
        s.action(CommandId::ExportPlaylist)->trigger();
        QTRY_VERIFY(s.said("export").contains(s.path(QStringLiteral("gone"))));
        QCOMPARE(s.work->messages().bar(QStringLiteral("export"))->severity(), ui::Message::Severity::Error);
    }

    void changingOnesMindDoesNothing()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::ExportPlaylist)->trigger();
        s.action(CommandId::ImportPlaylist)->trigger();
        QCOMPARE(s.saveRequests.size(), 1);
        QCOMPARE(s.work->messages().count(), 0);
    }

    void importsAtTheEndAsOneStep()
    {
        Setup s;
        QVERIFY(s.start());
        s.put(QStringLiteral("more.csv"), "Track URI,Track Name,Artist Name(s)\n" + uri(1) + ",One,Ann\n,Lost,Bea\n" +
                                              uri(2) + ",Two,Cy\n" + "spotify:local:Dee:Home:Cellar:61,Cellar,Dee\n");
        ImportDialog *dialog = s.importing();
        QVERIFY(dialog);
        const QString counts = dialog->findChild<QLabel *>(QStringLiteral("importCounts"))->text();
        QVERIFY2(counts.contains(QStringLiteral("2 rows with")), qPrintable(counts));
        QVERIFY2(counts.contains(QStringLiteral("1 row without")), qPrintable(counts));
        QVERIFY2(counts.contains(QStringLiteral("1 local file")), qPrintable(counts));
        QVERIFY(!dialog->toNewPlaylist());
        Setup::accept(*dialog);
        QTRY_VERIFY(s.said("import").startsWith(QStringLiteral("Imported 2 tracks to “Night/drive”.")));
        QVERIFY2(s.said("import").contains(QStringLiteral("Bea - Lost")), qPrintable(s.said("import")));
        QCOMPARE(s.editor().document().size(), 7);
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{5, 6}));
        QCOMPARE(s.editor().document().rowAt(6).uri(), QString::fromLatin1(uri(2)));
        QCOMPARE(s.editor().document().rowAt(6).entry.medium->title, QStringLiteral("Two"));
        s.work->messages().findChild<QPushButton *>(QStringLiteral("messageAction-import-1"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Bea - Lost\nDee - Cellar"));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).size(), 7);
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.editor().document().size(), 5);
        QVERIFY(!s.action(CommandId::Undo)->isEnabled());
    }

    void asksAboutWhatIsThereAlready()
    {
        Setup s;
        s.settings.set(ui::setting::askAboutDuplicates, true);
        s.api.entriesOf(QStringLiteral("p")).append(FakeApi::entry(QString::fromLatin1(uri(1))));
        QVERIFY(s.start());
        s.put(QStringLiteral("more.csv"),
              "Track URI,Track Name,Artist Name(s)\n" + uri(1) + ",One,Ann\n" + uri(2) + ",Two,Cy\n");
        ImportDialog *dialog = s.importing();
        QVERIFY(dialog);
        Setup::accept(*dialog);
        const ui::MessageBar *question = s.work->messages().bar(ui::DuplicateGuard::messageIdOf(QStringLiteral("p")));
        QVERIFY(question);
        QVERIFY(s.said("import").isEmpty());
        QCOMPARE(s.editor().document().size(), 6);
        QVERIFY(press(question, QStringLiteral("Add the one that is missing")));
        QTRY_VERIFY(s.said("import").startsWith(QStringLiteral("Imported 1 track to “Night/drive”.")));
        QCOMPARE(s.editor().document().size(), 7);
        QVERIFY(s.saved());
    }

    void importsIntoANewPlaylist()
    {
        Setup s;
        QVERIFY(s.start(QStringLiteral("f")));
        s.put(QStringLiteral("Car songs.txt"), uri(1) + "\nwhat is this\n" + uri(2) + '\n');
        ImportDialog *dialog = s.importing();
        QVERIFY(dialog);
        // Nothing can be added to somebody else's list.
        const auto *there = dialog->findChild<QRadioButton *>(QStringLiteral("toOpenPlaylist"));
        QVERIFY(!there->isEnabled());
        QVERIFY(!there->toolTip().isEmpty());
        QVERIFY(dialog->toNewPlaylist());
        QCOMPARE(dialog->newName(), QStringLiteral("Car songs"));
        Setup::accept(*dialog);
        QTRY_COMPARE(s.work->page().header().titleText(), QStringLiteral("Car songs"));
        QTRY_VERIFY(s.said("import").startsWith(QStringLiteral("Imported 2 tracks to “Car songs”.")));
        QCOMPARE(s.editor().document().size(), 2);
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(s.editor().details().id).size(), 2);
        QVERIFY(s.editor().details().onProfile == false);
    }

    void saysWhatIsTooMuchBeforehand()
    {
        playlist::ExchangeList many;
        for (int i = 0; i < 9'996; ++i)
            many.rows.append({.uri = QString::fromLatin1(uri(i))});
        playlist::ImportedPlaylists found;
        found.lists = {many};
        const ImportDialog dialog(QStringLiteral("big.csv"), found, {.name = QStringLiteral("Here"), .size = 5});
        QVERIFY2(dialog.problem().contains(QStringLiteral("10,001")), qPrintable(dialog.problem()));
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("accept"))->isEnabled());
        QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("problem"))->text().isEmpty());
        dialog.findChild<QRadioButton *>(QStringLiteral("toNewPlaylist"))->setChecked(true);
        QCOMPARE(dialog.problem(), QString());
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("accept"))->isEnabled());
        auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("newPlaylistName"));
        name->clear();
        QTest::keyClick(name, Qt::Key_Space);
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("accept"))->isEnabled());
    }

    void aBackupOffersEachOfItsLists()
    {
        playlist::ImportedPlaylists found;
        found.lists = {
            {QStringLiteral("A"), {}, {{.uri = QString::fromLatin1(uri(1))}}},
            {QStringLiteral("B"), {}, {{.uri = QString::fromLatin1(uri(2))}, {.title = QStringLiteral("x")}}}};
        const ImportDialog dialog(QStringLiteral("all.json"), found, {});
        QCOMPARE(dialog.choice().media.size(), 2);
        QCOMPARE(dialog.newName(), QStringLiteral("all"));
        auto *lists = dialog.findChild<QComboBox *>(QStringLiteral("listChoice"));
        QCOMPARE(lists->count(), 3);
        lists->setCurrentIndex(2);
        QCOMPARE(dialog.choice().media.size(), 1);
        QCOMPARE(dialog.choice().leftOut(), QStringLiteral("x"));
        QCOMPARE(dialog.newName(), QStringLiteral("B"));
    }

    void namesTheFirstLinesThatWereNotUnderstood()
    {
        playlist::ImportedPlaylists found;
        found.lists = {{QString(), {}, {{.uri = QString::fromLatin1(uri(1))}}}};
        for (int i = 1; i <= 6; ++i)
            found.skipped.append({i, QStringLiteral("odd %1").arg(i), playlist::SkippedLine::Why::Unclear});
        found.skippedCount = 6;
        const ImportDialog dialog(QStringLiteral("list.txt"), found, {});
        const auto *heading = dialog.findChild<QLabel *>(QStringLiteral("skippedHeading"));
        QCOMPARE(heading->text(), QStringLiteral("6 lines not understood:"));
        QVERIFY(heading->accessibleDescription().contains(QStringLiteral("odd 1")));
        QVERIFY(!heading->accessibleDescription().contains(QStringLiteral("odd 5")));
    }

    void aFileThatIsNoneIsTold()
    {
        Setup s;
        QVERIFY(s.start());
        s.put(QStringLiteral("song.mp3"), QByteArray("ID3\0\0\0\x01\xff\xfb", 9));
        s.action(CommandId::ImportPlaylist)->trigger();
        QTRY_VERIFY(s.said("import").contains(QStringLiteral("song.mp3")));
        QVERIFY(!s.work->findChild<ImportDialog *>());
    }
};

SEGUE_TEST(TestExportImport)
#include "tst_ExportImport.moc"
