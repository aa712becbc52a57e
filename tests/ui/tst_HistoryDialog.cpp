// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/history/HistoryDialog.h"
#include "ui/history/VersionText.h"
#include "ui/look/EnglishPlurals.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSemaphore>
#include <QThreadPool>
#include <QTimeZone>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::HistoryDialog;

/// Earlier versions out of a store in a folder of its own, beside a list over an Api in memory.
class TestHistoryDialog : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup() { keepHistory(); }
        /// The playlist as it is at Spotify, with these rows instead: a number is the row at this place, a text the
        /// URI of one that is gone.
        void keep(const QString &id, const QStringList &rows, int daysAgo, const QString &reason = {})
        {
            store::NewVersion version;
            version.playlistId = id;
            version.at = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
            version.source = reason.isEmpty() ? store::VersionSource::Seen : store::VersionSource::Made;
            version.reason = reason;
            for (const QString &row : rows) {
                bool known = false;
                const int position = row.toInt(&known);
                const QDateTime old(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::utc());
                const web::PlaylistEntry entry = known ? api.entriesOf(id).at(position)
                                                       : FakeApi::entry(QStringLiteral("spotify:track:") + row, old);
                version.rows.append({entry.medium->uri, entry.addedAt, entry.addedBy});
            }
            store->addVersion(version, &library, [](const Result<store::AddedVersion> &result) {
                if (!result)
                    qFatal("%s", qPrintable(result.error().detail));
            });
        }
        /// What Spotify calls a track that is in no playlist.
        void call(const QString &id, const QString &title)
        {
            const QString uri = QStringLiteral("spotify:track:") + id;
            auto medium = std::make_shared<web::Medium>(*FakeApi::entry(uri).medium);
            medium->title = title;
            api.catalogue.insert(uri, medium);
        }
        [[nodiscard]] QStringList mediaCalls() const
        {
            return api.log.filter(QRegularExpression(QStringLiteral("^media ")));
        }
        /// Opens the dialog and waits for `count` versions (at least), the newest of which is shown.
        [[nodiscard]] HistoryDialog *history(int count)
        {
            action(CommandId::History)->trigger();
            dialog = work->findChild<HistoryDialog *>();
            if (dialog)
                (void)QTest::qWaitFor(
                    [&] { return versions()->rowCount() >= count && summary() != QLatin1String("Reading…"); }, 5000);
            return dialog;
        }
        [[nodiscard]] QAbstractItemModel *versions() const { return list("versionList")->model(); }
        [[nodiscard]] QListView *list(const char *name) const
        {
            return dialog->findChild<QListView *>(QLatin1String(name));
        }
        [[nodiscard]] QString summary() const
        {
            return dialog->findChild<QLabel *>(QStringLiteral("versionSummary"))->text();
        }
        [[nodiscard]] QString note() const
        {
            return dialog->findChild<QLabel *>(QStringLiteral("restoreNote"))->text();
        }
        [[nodiscard]] QPushButton *button(const char *name) const
        {
            return dialog->findChild<QPushButton *>(QLatin1String(name));
        }
        /// Shows the version whose text has this part, and waits for its rows.
        [[nodiscard]] bool choose(const QString &part)
        {
            for (int row = 0; row < versions()->rowCount(); ++row) {
                if (!versions()->index(row, 0).data().toString().contains(part))
                    continue;
                list("versionList")->setCurrentIndex(versions()->index(row, 0));
                return QTest::qWaitFor(
                    [&] {
                        const QModelIndex current = list("versionList")->currentIndex();
                        return dialog->shownVersion() != 0 && current.data().toString().contains(part);
                    },
                    5000);
            }
            return false;
        }
        [[nodiscard]] QStringList rows() const
        {
            QStringList out;
            const QAbstractItemModel *model = list("versionRows")->model();
            for (int row = 0; row < model->rowCount(); ++row)
                out.append(model->index(row, 0).data().toString());
            return out;
        }
        [[nodiscard]] QStringList onScreen() const
        {
            QStringList out;
            for (int i = 0; i < editor().document().size(); ++i)
                out.append(editor().document().rowAt(i).uri().section(u':', 2));
            return out;
        }

        HistoryDialog *dialog = nullptr;
    };

    static QStringList texts(const char *spaced) { return QString::fromLatin1(spaced).split(u' ', Qt::SkipEmptyParts); }

    ui::EnglishPlurals m_plurals;

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void withoutAStoreItSaysWhy()
    {
        WorkspaceFixture s;
        QVERIFY(s.start());
        QVERIFY(!s.action(CommandId::History)->isEnabled());
        QVERIFY(s.action(CommandId::History)->toolTip().contains(QStringLiteral("not kept")));
    }

    void showsAVersionBesideTheListOfNow()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("0 gone 1 2 3"), 9, QStringLiteral("Sort by album"));
        s.keep(QStringLiteral("p"), texts("0 1 2 3"), 2);
        QVERIFY(s.start());
        s.call(QStringLiteral("gone"), QStringLiteral("Gone, but not forgotten"));
        QVERIFY(s.history(2));
        QVERIFY(s.dialog->windowTitle().contains(QStringLiteral("Night drive")));
        QVERIFY(!s.dialog->isModal());
        const QString seen = s.versions()->index(s.versions()->rowCount() - 2, 0).data().toString();
        QVERIFY2(seen.contains(QStringLiteral("Read from Spotify")) && seen.contains(QStringLiteral("1 removed")),
                 qPrintable(seen));
        QVERIFY(s.choose(QStringLiteral("Sort by album")));
        QTRY_VERIFY(!s.rows().at(1).startsWith(QLatin1String("spotify:")));
        QCOMPARE(s.rows(),
                 QStringList({QStringLiteral("t0, Artist of t0"),
                              QStringLiteral("Gone, but not forgotten, Artist of gone, removed since"),
                              QStringLiteral("t1, Artist of t1"), QStringLiteral("t2, Artist of t2"),
                              QStringLiteral("t3, Artist of t3"), QStringLiteral("t4, Artist of t4, added since")}));
        QCOMPARE(s.summary(), QStringLiteral("Since then: 1 added, 1 removed"));
        QVERIFY2(s.note().contains(QStringLiteral("adds 1 track again")), qPrintable(s.note()));
        QVERIFY2(s.note().contains(QStringLiteral("removes 1 track")), qPrintable(s.note()));
        s.dialog->findChild<QCheckBox *>(QStringLiteral("onlyDifferences"))->setChecked(true);
        QCOMPARE(s.rows().size(), 2);
    }

    void looksUpTitlesOfRowsOnScreenAlone()
    {
        Setup s;
        QStringList rows;
        for (int i = 0; i < 300; ++i) {
            rows.append(QStringLiteral("x%1").arg(i));
            s.call(rows.constLast(), QStringLiteral("Title %1").arg(i));
        }
        s.keep(QStringLiteral("p"), rows + texts("0 1"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        QTRY_VERIFY(s.rows().at(0).startsWith(QStringLiteral("Title 0, Artist of x0")));
        QCOMPARE(s.mediaCalls().size(), 1);
        const QStringList asked = s.mediaCalls().at(0).section(u' ', 1, 1).split(u',');
        QVERIFY2(asked.size() > 5 && asked.size() <= 50, qPrintable(QString::number(asked.size())));
        QVERIFY(s.rows().at(200).startsWith(QLatin1String("spotify:track:x200")));
        // What is only scrolled past is not asked for.
        QScrollBar *bar = s.list("versionRows")->verticalScrollBar();
        for (int step = 1; step <= 20; ++step)
            bar->setValue(bar->maximum() * step / 20);
        QTRY_VERIFY(s.rows().at(299).startsWith(QStringLiteral("Title 299")));
        QCOMPARE(s.mediaCalls().size(), 2);
        QVERIFY(s.rows().at(150).startsWith(QLatin1String("spotify:track:x150")));
    }

    void rowsWithoutAnAnswerKeepTheirLink()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("gone other 0"), 9, QStringLiteral("Mine"));
        s.call(QStringLiteral("other"), QStringLiteral("Another"));
        QVERIFY(s.start());
        Error error = FakeApi::error(ErrorKind::Network);
        error.userText = QStringLiteral("No network.");
        s.api.failNextMedia(error);
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        QTRY_COMPARE(s.rows().at(0), QStringLiteral("spotify:track:gone, the title could not be read, removed since"));
        QVERIFY(s.list("versionRows")
                    ->model()
                    ->index(0, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("No network.")));
        // The next version that is looked at is another try.
        QVERIFY(s.choose(QStringLiteral("Read from Spotify")));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        QTRY_COMPARE(s.rows().at(0),
                     QStringLiteral("spotify:track:gone, Spotify does not tell the title, removed since"));
        QCOMPARE(s.rows().at(1), QStringLiteral("Another, Artist of other, removed since"));
        // It can be restored all the same, with the title that was found.
        s.button("restoreAll")->click();
        QCOMPARE(s.onScreen().mid(0, 2), texts("gone other"));
        QCOMPARE(s.editor().document().rowAt(1).entry.medium->title, QStringLiteral("Another"));
    }

    void restoresTheWholeListAsOneStep()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("3 gone 0 1"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        s.button("restoreAll")->click();
        QCOMPARE(s.onScreen(), texts("t3 gone t0 t1"));
        const QDateTime at = QDateTime::currentDateTimeUtc().addDays(-9);
        QCOMPARE(s.editor().undoStack().undoText(), QStringLiteral("Restore the list of %1").arg(ui::dayText(at)));
        QTRY_VERIFY(!s.button("restoreAll")->isEnabled());
        QVERIFY(s.summary().contains(QStringLiteral("as it is now")));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("p")).size(), 4);
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.onScreen(), texts("t0 t1 t2 t3 t4"));
        QVERIFY(!s.action(CommandId::Undo)->isEnabled());
        QTRY_VERIFY(s.button("restoreAll")->isEnabled());
    }

    void restoresFromTheListOfThisMoment()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("3 gone 0 1 2 4"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        s.button("restoreAll")->click(); // before the edit has been compared
        QCOMPARE(s.onScreen(), texts("t3 gone t0 t1 t2 t4"));
    }

    void restoresFromTheListOfThisMomentWhileItIsCompared()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("3 gone 0 1 2 4"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        // Nothing gets compared before the gate opens.
        QSemaphore gate;
        QThreadPool &pool = *QThreadPool::globalInstance();
        for (int i = 0; i < pool.maxThreadCount(); ++i)
            pool.start([&gate] { gate.acquire(); });
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        s.button("restoreAll")->click();
        gate.release(pool.maxThreadCount());
        QVERIFY(pool.waitForDone(60'000));
        QCOMPARE(s.onScreen(), texts("t3 gone t0 t1 t2 t4"));
    }

    void theChosenVersionIsTheOneThatIsRestored()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("4 3 2 1 0"), 9, QStringLiteral("Turned"));
        s.keep(QStringLiteral("p"), texts("0 1"), 8, QStringLiteral("Short"));
        QVERIFY(s.start());
        QVERIFY(s.history(2));
        QVERIFY(s.choose(QStringLiteral("Turned")));
        QVERIFY(s.button("restoreAll")->isEnabled());
        for (int row = 0; row < s.versions()->rowCount(); ++row) {
            if (s.versions()->index(row, 0).data().toString().contains(QStringLiteral("Short")))
                s.list("versionList")->setCurrentIndex(s.versions()->index(row, 0));
        }
        QVERIFY(!s.button("restoreAll")->isEnabled()); // it has not been read yet
        s.button("restoreAll")->click();
        QCOMPARE(s.onScreen(), texts("t0 t1 t2 t3 t4"));
        QTRY_VERIFY(s.button("restoreAll")->isEnabled());
        s.button("restoreAll")->click();
        QCOMPARE(s.onScreen(), texts("t0 t1"));
    }

    void restoresOnlyTheSelectedRows()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("x 0 1 y z 2"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        QVERIFY(!s.button("restoreRows")->isEnabled());
        const auto select = [&s](int row) {
            s.list("versionRows")
                ->selectionModel()
                ->select(s.list("versionRows")->model()->index(row, 0), QItemSelectionModel::Select);
        };
        select(1); // is there, and so nothing to restore
        QVERIFY(!s.button("restoreRows")->isEnabled());
        select(0);
        select(4);
        QVERIFY(s.button("restoreRows")->isEnabled());
        s.button("restoreRows")->click();
        QCOMPARE(s.onScreen(), texts("x t0 t1 z t2 t3 t4"));
        QVERIFY(s.editor().undoStack().undoText().startsWith(QStringLiteral("Restore 2 rows")));
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.onScreen(), texts("t0 t1 t2 t3 t4"));
    }

    void followsTheList()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("0 1 2 3 4"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        QTRY_VERIFY(s.summary().contains(QStringLiteral("1 moved")));
        QVERIFY(s.button("restoreAll")->isEnabled());
        QVERIFY2(s.note().contains(QStringLiteral("every date stays")), qPrintable(s.note()));
    }

    void showsANewVersionAsSoonAsItIsKept()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("0 1 2 3 4"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Mine")));
        const int before = s.versions()->rowCount();
        s.keep(QStringLiteral("f"), texts("0"), 0, QStringLiteral("Of another list"));
        s.keep(QStringLiteral("p"), texts("4 3 2 1 0"), 0, QStringLiteral("Turned"));
        QTRY_COMPARE(s.versions()->rowCount(), before + 1);
        QVERIFY(s.versions()->index(0, 0).data().toString().contains(QStringLiteral("Turned")));
        // The one that is looked at stays so.
        QVERIFY(s.list("versionList")->currentIndex().data().toString().contains(QStringLiteral("Mine")));
        s.view().selectPositions({4});
        s.action(CommandId::MoveToTop)->trigger();
        QTRY_COMPARE(s.versions()->rowCount(), before + 2); // what an edit made, too
    }

    void aForeignListCanOnlyBeLookedAt()
    {
        Setup s;
        s.keep(QStringLiteral("f"), texts("gone 0"), 9, QStringLiteral("Theirs"));
        QVERIFY(s.start(QStringLiteral("f")));
        QVERIFY(s.history(1));
        QVERIFY(s.choose(QStringLiteral("Theirs")));
        QVERIFY(!s.button("restoreAll")->isEnabled());
        QVERIFY2(s.note().contains(QStringLiteral("Only the owner")), qPrintable(s.note()));
    }

    void saysWhenThereIsNothingOrTheStoreFails()
    {
        Setup s;
        QVERIFY(s.start());
        // A folder where the file should be.
        store::Store broken({.path = s.folder.path()});
        auto *failing = new HistoryDialog(s.editor(), broken, s.api, &s.window);
        const auto *summary = failing->findChild<QLabel *>(QStringLiteral("versionSummary"));
        QTRY_VERIFY(summary->text() != QLatin1String("Reading…"));
        QVERIFY(!summary->text().isEmpty());
        QVERIFY(!failing->findChild<QPushButton *>(QStringLiteral("restoreAll"))->isEnabled());
        delete failing;
        store::Store empty({.path = s.folder.filePath(QStringLiteral("other.sqlite"))});
        auto *none = new HistoryDialog(s.editor(), empty, s.api, &s.window);
        QTRY_VERIFY(none->findChild<QLabel *>(QStringLiteral("versionSummary"))
                        ->text()
                        .contains(QStringLiteral("no earlier versions")));
        delete none;
    }

    void goesWithItsPlaylist()
    {
        Setup s;
        s.keep(QStringLiteral("p"), texts("0 1"), 9, QStringLiteral("Mine"));
        QVERIFY(s.start());
        const QPointer<HistoryDialog> dialog = s.history(1);
        QVERIFY(dialog);
        dialog->show();
        // A second time it is the same one.
        s.action(CommandId::History)->trigger();
        QCOMPARE(s.work->findChildren<HistoryDialog *>().size(), 1);
        s.action(CommandId::DeletePlaylist)->trigger();
        QTRY_VERIFY(!dialog);
    }

    void tellsTimes()
    {
        const QDateTime now(QDate(2024, 5, 15), QTime(12, 0));
        QCOMPARE(ui::agoText(now.addSecs(-20), now), QStringLiteral("just now"));
        QCOMPARE(ui::agoText(now.addSecs(-300), now), QStringLiteral("5 minutes ago"));
        QCOMPARE(ui::agoText(now.addSecs(-7300), now), QStringLiteral("2 hours ago"));
        QVERIFY(ui::agoText(now.addDays(-1), now).startsWith(QStringLiteral("yesterday")));
        QVERIFY(ui::agoText(now.addDays(-3), now).startsWith(QStringLiteral("Sunday")));
        QCOMPARE(ui::dayText(now.addDays(-3), now), QStringLiteral("12 May"));
        QCOMPARE(ui::dayText(now.addYears(-1), now), QStringLiteral("15 May 2023"));
        QCOMPARE(ui::changeText({.added = 3, .removed = 2, .moved = 14}), QStringLiteral("+3 −2 ↕14"));
        QCOMPARE(ui::changeText({}), QString());
    }
};

SEGUE_TEST(TestHistoryDialog)
#include "tst_HistoryDialog.moc"
