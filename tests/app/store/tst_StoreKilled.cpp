// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

#include <QProcess>
#include <QSignalSpy>

#include <algorithm>

using namespace segue;
using namespace segue::store;

/// A process that writes is killed (by itself, see KillPoint) before each of its writes, and in the midst of them.
class TestStoreKilled : public QObject
{
    Q_OBJECT

private:
    const QString m_playlist = QStringLiteral("p");
    static constexpr int rows = 150;

    struct Run {
        bool killed = false;
        int lastPut = 0;  ///< number of the last entry that was handed over
        int lastDone = 0; ///< number of the last one that was confirmed
        int writes = 0;
        QByteArray errors;
    };

    Run runWriter(const QString &path, int first, int last, int killAt) const
    {
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_writer"),
                      {path, m_playlist, QString::number(first), QString::number(last), QString::number(rows),
                       QString::number(killAt)});
        Run run;
        if (!process.waitForFinished(60'000)) {
            run.errors = "did not end";
            return run;
        }
        run.killed = process.exitStatus() == QProcess::CrashExit;
        run.errors = process.readAllStandardError();
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            const int number = line.mid(line.indexOf(' ') + 1).toInt();
            if (line.startsWith("put "))
                run.lastPut = number;
            else if (line.startsWith("done "))
                run.lastDone = number;
            else if (line.startsWith("writes "))
                run.writes = number;
        }
        return run;
    }

    /// What has to be there after the run, with `before` being the entry that was there at its start.
    void check(const QString &path, const Run &run, int before)
    {
        Store store({.path = path});
        QSignalSpy damaged(&store, &Store::damaged);
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY2(journal, journal ? "" : qPrintable(journal.error().detail));
        QVERIFY(journal->unreadable.isEmpty());
        const int confirmed = std::max(before, run.lastDone);
        if (confirmed > 0)
            QCOMPARE(journal->entries.size(), 1);
        if (!journal->entries.isEmpty()) {
            const JournalEntry &found = journal->entries.constFirst();
            const int number = found.what.mid(5).toInt();
            QVERIFY2(number == confirmed || number == run.lastPut, qPrintable(found.what));
            QVERIFY(test::sameEntry(found, test::sampleEntry(m_playlist, number, rows)));
        }
        const Result<QList<VersionInfo>> infos = test::versions(store, m_playlist);
        QVERIFY(infos);
        for (const VersionInfo &info : *infos) {
            const Result<Version> version = test::version(store, info.id);
            QVERIFY(version);
            const int number = info.reason.mid(5).toInt();
            QVERIFY(version->rows == test::sampleEntry(m_playlist, number, rows).server);
        }
        QCOMPARE(damaged.count(), 0);
    }

private Q_SLOTS:
    void holdsAWholeEntryWheneverItIsKilled()
    {
        int writes = 0;
        {
            const test::StorePlace place;
            const Run whole = runWriter(place.path(), 1, 3, 0);
            QVERIFY2(!whole.killed && whole.lastDone == 3, whole.errors.constData());
            check(place.path(), whole, 0);
            writes = whole.writes;
        }
        if (writes == 0)
            QSKIP("SQLite's writes cannot be caught here");
        QVERIFY2(writes > 20, qPrintable(QString::number(writes)));
        // Every one while the file is made, then some of the many.
        const int step = std::max(1, writes / 60);
        for (int killAt = 1; killAt <= writes; killAt += killAt < 20 ? 1 : step) {
            const test::StorePlace place;
            const Run run = runWriter(place.path(), 1, 3, killAt);
            QVERIFY2(run.killed, qPrintable(QString::number(killAt)));
            check(place.path(), run, 0);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("killed at write %1 of %2").arg(killAt).arg(writes)));
        }
    }

    /// Each run finds what the one before left, its log and all, without anybody having tidied up between.
    void goesOnAfterEachKill()
    {
        const test::StorePlace place;
        int entry = 0;
        for (const int killAt : {40, 3, 17, 1, 29, 8, 2, 50, 11, 5}) {
            const Run run = runWriter(place.path(), entry + 1, entry + 50, killAt);
            if (!run.killed)
                QSKIP("SQLite's writes cannot be caught here");
            entry = std::max(entry, run.lastDone);
        }
        const Run last = runWriter(place.path(), entry + 1, entry + 1, 0);
        QVERIFY2(last.lastDone == entry + 1, last.errors.constData());
        check(place.path(), last, entry);
    }
};

SEGUE_TEST(TestStoreKilled)
#include "tst_StoreKilled.moc"
