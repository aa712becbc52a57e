// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/combine/MergeDialog.h"
#include "ui/library/PlaylistActions.h"
#include "ui/library/SideBar.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/playlist/PlaylistHeader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeView>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::MergeDialog;
using ui::Message;

/// Playlists that are brought together, over an Api in memory.
class TestMergeActions : public QObject
{
    Q_OBJECT

    ui::EnglishPlurals m_plurals;

    /// p: 0 1 2; q: t0 t1 t2; r: 1, a local file, r0, an entry that is gone.
    struct Several : ListWindow {
        explicit Several(bool ours = true) : ListWindow(QStringLiteral("a/x b/x c/x").split(u' '), ours)
        {
            api.addPlaylist(QStringLiteral("r"), {QStringLiteral("spotify:track:1"), QStringLiteral("spotify:local:x"),
                                                  QStringLiteral("spotify:track:r0"), QString()});
        }
        /// The dialog, with these playlists chosen.
        [[nodiscard]] MergeDialog *ask(const QStringList &names) const
        {
            action(CommandId::MergePlaylists)->trigger();
            auto *found = dialog<MergeDialog>();
            if (!found)
                return nullptr;
            QAbstractItemModel *list = found->findChild<QTreeView *>(QStringLiteral("mergeList"))->model();
            for (int row = 0; row < list->rowCount(); ++row) {
                if (names.contains(list->index(row, 0).data().toString()))
                    list->setData(list->index(row, 0), Qt::Checked, Qt::CheckStateRole);
            }
            return found;
        }
        static void accept(const MergeDialog *dialog)
        {
            dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
        }
        static void order(const MergeDialog *dialog, int index)
        {
            dialog->findChild<QComboBox *>(QStringLiteral("mergeOrder"))->setCurrentIndex(index);
        }
        static void intoNew(const MergeDialog *dialog)
        {
            dialog->findChild<QRadioButton *>(QStringLiteral("intoNew"))->setChecked(true);
        }
        [[nodiscard]] ui::MessageBar *message(const char *id = "merge") const
        {
            return work->messages().bar(QLatin1String(id));
        }
        [[nodiscard]] bool says(const QString &beginning, const char *id = "merge") const
        {
            const bool ok = QTest::qWaitFor([&] { return message(id) && message(id)->text().startsWith(beginning); });
            if (!ok)
                qWarning("said: %s", message(id) ? qPrintable(message(id)->text()) : "nothing");
            return ok;
        }
        [[nodiscard]] QString uris() const
        {
            QStringList out;
            for (int i = 0; i < editor().document().size(); ++i)
                out.append(editor().document().rowAt(i).uri().section(u':', -1));
            return out.join(u' ');
        }
        [[nodiscard]] QString listAt(const QString &id) const
        {
            QStringList out;
            for (const QString &uri : api.urisOf(id))
                out.append(uri.section(u':', -1));
            return out.join(u' ');
        }
    };

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void mergesIntoThisOneInOneStep()
    {
        Several w;
        QVERIFY(w.open());
        const MergeDialog *dialog = w.ask({QStringLiteral("Playlist q"), QStringLiteral("Playlist r")});
        QVERIFY(dialog);
        Several::accept(dialog);
        QVERIFY(w.says(QStringLiteral("Added 4 tracks to “Playlist p”. Left out as already there: 1 track. Left out 1 "
                                      "local file and 1 row that")));
        QCOMPARE(w.uris(), QStringLiteral("0 1 2 t0 t1 t2 r0"));
        QCOMPARE(w.view().selectedPositions(), (std::vector<int>{3, 4, 5, 6}));
        QCOMPARE(w.editor().undoStack().count(), 1);
        QCOMPARE(w.undoText(), QStringLiteral("Merge 3 playlists"));
        QTRY_COMPARE(w.listAt(QStringLiteral("p")), w.uris());
        QVERIFY(press(w.message(), QStringLiteral("Undo")));
        QCOMPARE(w.uris(), QStringLiteral("0 1 2"));
    }

    void mergesInTurnAndWithEverything()
    {
        Several w;
        QVERIFY(w.open());
        const MergeDialog *dialog = w.ask({QStringLiteral("Playlist r")});
        Several::order(dialog, 1);
        dialog->findChild<QCheckBox *>(QStringLiteral("skipPresent"))->setChecked(false);
        Several::accept(dialog);
        QVERIFY(w.says(QStringLiteral("Added 2 tracks to “Playlist p”. Left out 1 local file")));
        QCOMPARE(w.uris(), QStringLiteral("0 1 1 r0 2"));
        QCOMPARE(w.view().selectedPositions(), (std::vector<int>{1, 3}));
    }

    void whatIsThereStaysEvenWhatCannotBeAdded()
    {
        Several w;
        w.api.entriesOf(QStringLiteral("p"))[1].medium = nullptr;
        QVERIFY(w.open());
        Several::accept(w.ask({QStringLiteral("Playlist q")}));
        QVERIFY(w.says(QStringLiteral("Added 3 tracks to “Playlist p”.")));
        QVERIFY(!w.message()->text().contains(QStringLiteral("Left out")));
        QCOMPARE(w.uris(), QStringLiteral("0  2 t0 t1 t2"));
    }

    void mergesIntoANewOne()
    {
        Several w;
        QVERIFY(w.open());
        const MergeDialog *dialog = w.ask({QStringLiteral("Playlist r")});
        Several::intoNew(dialog);
        Several::accept(dialog);
        QVERIFY(
            w.says(QStringLiteral("Merged 2 playlists into “Playlist p + Playlist r”: 4 tracks. Left out"), "made-1"));
        QCOMPARE(w.listAt(QStringLiteral("new1")), QStringLiteral("0 1 2 r0"));
        QCOMPARE(w.library.playlists().constFirst().onProfile, std::optional(false));
        QCOMPARE(w.uris(), QStringLiteral("0 1 2"));
        QCOMPARE(w.editor().undoStack().count(), 0);
    }

    void aForeignPlaylistIsMergedIntoANewOne()
    {
        Several w(false);
        QVERIFY(w.open());
        const MergeDialog *dialog = w.ask({QStringLiteral("Playlist q")});
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QRadioButton *>(QStringLiteral("intoTarget"))->isEnabled());
        Several::accept(dialog);
        QVERIFY(w.says(QStringLiteral("Merged 2 playlists"), "made-1"));
        QCOMPARE(w.listAt(QStringLiteral("new1")), QStringLiteral("0 1 2 t0 t1 t2"));
    }

    void nothingNewIsSaid()
    {
        Several w;
        QVERIFY(w.open());
        w.api.addPlaylist(QStringLiteral("s"), {QStringLiteral("spotify:track:2")});
        QVERIFY(w.loadLibrary());
        Several::accept(w.ask({QStringLiteral("Playlist s")}));
        QVERIFY(w.says(QStringLiteral("There is nothing to add to “Playlist p”. Left out as already there: 1 track.")));
        QCOMPARE(w.editor().undoStack().count(), 0);
    }

    void aPlaylistThatCannotBeReadChangesNothing()
    {
        Several w;
        QVERIFY(w.open());
        w.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 502));
        Several::accept(w.ask({QStringLiteral("Playlist q"), QStringLiteral("Playlist r")}));
        QVERIFY(w.says(QStringLiteral("“Playlist q” could not be read. Fault on order. Nothing was changed.")));
        QCOMPARE(w.message()->severity(), Message::Severity::Error);
        QCOMPARE(w.uris(), QStringLiteral("0 1 2"));
        QVERIFY(w.api.writes().isEmpty());
        QVERIFY(press(w.message(), QStringLiteral("Try again")));
        QVERIFY(w.says(QStringLiteral("Added 4 tracks")));
    }

    void readingCanBeGivenUp()
    {
        Several w;
        QVERIFY(w.open());
        w.api.hold(true);
        Several::accept(w.ask({QStringLiteral("Playlist q"), QStringLiteral("Playlist r")}));
        QVERIFY(w.says(QStringLiteral("Reading “Playlist q” (2 of 3)…")));
        QVERIFY(press(w.message(), QStringLiteral("Cancel")));
        QVERIFY(!w.message());
        w.api.hold(false);
        // Read all the same, as it was opened; but nothing comes of it.
        QTRY_COMPARE(w.api.heldCount(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(w.uris(), QStringLiteral("0 1 2"));
        QVERIFY(!w.message());
    }

    void aPlaylistThatGoesMeanwhileChangesNothing()
    {
        Several w;
        QVERIFY(w.open());
        w.api.hold(true);
        Several::accept(w.ask({QStringLiteral("Playlist q")}));
        QVERIFY(w.says(QStringLiteral("Reading “Playlist q”")));
        Q_EMIT w.work->findChild<ui::PlaylistActions *>()->removed(QStringLiteral("q"));
        QVERIFY(w.says(QStringLiteral("“Playlist q” is no longer in your library. Nothing was changed.")));
        w.api.hold(false);
        QCoreApplication::processEvents();
        QCOMPARE(w.uris(), QStringLiteral("0 1 2"));
    }

    void whatIsStillTooMuchIsRefusedOnceItIsKnown()
    {
        QStringList many;
        for (int i = 0; i < 6'000; ++i)
            many.append(QStringLiteral("spotify:track:m%1").arg(i));
        Several w;
        w.api.addPlaylist(QStringLiteral("m"), many);
        w.api.addPlaylist(QStringLiteral("n"),
                          QStringList(many).replaceInStrings(QStringLiteral(":m"), QStringLiteral(":n")));
        QVERIFY(w.open());
        Several::accept(w.ask({QStringLiteral("Playlist m"), QStringLiteral("Playlist n")}));
        QVERIFY(QTest::qWaitFor([&w] { return w.message() && w.message()->text().startsWith(u"Together"); }, 20000));
        QCOMPARE(w.message()->text(),
                 QStringLiteral("Together these are 12,003 tracks. A playlist can have 10,000. Nothing was changed."));
        QCOMPARE(w.uris(), QStringLiteral("0 1 2"));
    }

    void mergesAPlaylistOfTheSideBar()
    {
        Several w;
        QVERIFY(w.open());
        Q_EMIT w.work->sideBar().menuRequested(QStringLiteral("q"), QPoint(1, 1));
        auto *menu = w.window.findChild<QMenu *>(QStringLiteral("playlistMenu"));
        menu->findChild<QAction *>(QStringLiteral("menu-mergePlaylists"))->trigger();
        menu->close();
        QVERIFY(w.dialog<MergeDialog>());
        QCOMPARE(w.work->page().header().titleText(), QStringLiteral("Playlist q"));
        const QAbstractItemModel *list =
            w.dialog<MergeDialog>()->findChild<QTreeView *>(QStringLiteral("mergeList"))->model();
        for (int row = 0; row < list->rowCount(); ++row)
            QVERIFY(list->index(row, 0).data().toString() != QStringLiteral("Playlist q"));
    }

    void whatCannotBeReadIsNotOffered()
    {
        Several w;
        w.api.detailsOf(QStringLiteral("r")).itemsReadable = false;
        w.api.detailsOf(QStringLiteral("r")).ownerName = QStringLiteral("Ann");
        QVERIFY(w.open());
        const MergeDialog *dialog = w.ask({});
        const QAbstractItemModel *list = dialog->findChild<QTreeView *>(QStringLiteral("mergeList"))->model();
        QCOMPARE(list->rowCount(), 2);
        QVERIFY(list->index(0, 0).flags() & Qt::ItemIsEnabled);
        QVERIFY(!(list->index(1, 0).flags() & Qt::ItemIsEnabled));
        QVERIFY(list->index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Ann’s playlist")));
    }
};

SEGUE_TEST(TestMergeActions)
#include "tst_MergeActions.moc"
