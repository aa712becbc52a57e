// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"
#include "app/store/Schema.h"
#include "app/store/Statement.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace segue;
using namespace segue::store;

/// Root may write everywhere. Where the tests run as root, they are nobody while this lives.
class WithoutPowers
{
public:
#ifdef Q_OS_UNIX
    WithoutPowers() : m_works(geteuid() != 0 || seteuid(65534) == 0), m_wasRoot(getuid() == 0) {}
    ~WithoutPowers()
    {
        if (m_wasRoot && seteuid(0) != 0)
            qFatal("cannot be root again");
    }
#endif
    WithoutPowers(const WithoutPowers &) = delete;
    WithoutPowers &operator=(const WithoutPowers &) = delete;
    [[nodiscard]] bool work() const
    {
        return m_works;
    }

private:
    bool m_works = false;
    bool m_wasRoot = false;
};

/// A store that cannot be opened, read or written, is newer than this Segue, or has to be shared.
class TestStoreFaults : public QObject
{
    Q_OBJECT

private:
    static const inline QString playlist = QStringLiteral("p");

    template <typename T>
    static void verifyRefused(const Result<T> &result, ErrorKind kind = ErrorKind::Local)
    {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QVERIFY(!result.error().userText.isEmpty());
    }

private Q_SLOTS:
    void tellsThatItCannotBeOpened()
    {
        const test::StorePlace place;
        const QString obstacle = place.folder() + QStringLiteral("/obstacle");
        test::write(obstacle, "a file, not a folder");
        Store store({.path = obstacle + QStringLiteral("/account.sqlite")});
        QSignalSpy damaged(&store, &Store::damaged);
        verifyRefused(test::opened(store));
        verifyRefused(test::put(store, test::sampleEntry(playlist, 1, 1)));
        verifyRefused(test::unfinished(store));
        verifyRefused(test::versions(store, playlist));
        QVERIFY(QFile::remove(obstacle));
        QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 1)));
        QCOMPARE(damaged.count(), 0);
    }

    void tellsThatThePathIsAFolder()
    {
        const test::StorePlace place;
        Store store({.path = place.folder()});
        verifyRefused(test::opened(store));
        QVERIFY(QDir(place.folder()).exists());
    }

    void tellsThatTheFolderIsReadOnly_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("no file yet") << false;
        QTest::newRow("a file") << true;
    }

    void tellsThatTheFolderIsReadOnly()
    {
        QFETCH(bool, exists);
        const test::StorePlace place;
        if (exists) {
            Store store(place.options());
            QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 1)));
            store.close();
            QVERIFY(QFile::setPermissions(place.path(), QFile::ReadOwner | QFile::ReadOther));
        }
        const QFile::Permissions readOnly = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(place.folder(), readOnly));
        {
            const WithoutPowers without;
            if (!without.work())
                QSKIP("root cannot be left");
            Store store(place.options());
            verifyRefused(test::put(store, test::sampleEntry(playlist, 2, 1)));
            verifyRefused(test::unfinished(store));
            store.close();
        }
        QVERIFY(QFile::setPermissions(place.folder(), readOnly | QFile::WriteOwner));
        QVERIFY(place.damagedCopies().isEmpty());
    }

    /// SQLite treats a file at its largest as a full disk.
    void tellsThatTheDiskIsFull()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.fileBytes = 300'000;
        Store store(options);
        const JournalEntry small = test::sampleEntry(playlist, 1, 100);
        QVERIFY(test::put(store, small));
        const Result<Nothing> result = test::put(store, test::sampleEntry(playlist, 2, 20'000));
        verifyRefused(result);
        QVERIFY2(result.error().userText.contains(QLatin1String("full")), qPrintable(result.error().userText));
        verifyRefused(test::added(store, {.playlistId = playlist, .rows = test::sampleRows(20'000)}));
        // What was there is there, and what fits is taken.
        QVERIFY(test::sameEntry(test::unfinished(store)->entries.value(0), small));
        QVERIFY(test::versions(store, playlist)->isEmpty());
        QVERIFY(test::put(store, test::sampleEntry(playlist, 3, 200)));
        QCOMPARE(test::unfinished(store)->entries.value(0).what, QStringLiteral("Edit 3"));
    }

    void leavesANewerStoreAlone()
    {
        const test::StorePlace place;
        {
            Database database(place.options());
            database.open();
            Statement(database.connection(), QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion + 1)).run();
        }
        const QByteArray before = test::contents(place.path());
        Store store(place.options());
        QSignalSpy damaged(&store, &Store::damaged);
        const Result<Nothing> result = test::put(store, test::sampleEntry(playlist, 1, 1));
        verifyRefused(result);
        QVERIFY2(result.error().userText.contains(QLatin1String("newer")), qPrintable(result.error().userText));
        store.close();
        QCOMPARE(test::contents(place.path()), before);
        QCOMPARE(damaged.count(), 0);
        QVERIFY(place.damagedCopies().isEmpty());
    }

    /// Whoever disconnects wants nothing left, also of a store that this version cannot read.
    void removesANewerStoreWhenAsked()
    {
        const test::StorePlace place;
        {
            Database database(place.options());
            database.open();
            Statement(database.connection(), QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion + 1)).run();
        }
        Store store(place.options());
        QVERIFY(test::everythingRemoved(store));
        QVERIFY(!QFile::exists(place.path()));
        QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 1)));
    }

    void tellsThatAnotherProcessIsBusy()
    {
        const test::StorePlace place;
        Database other(place.options());
        other.open();
        StoreOptions options = place.options();
        options.busyTimeout = std::chrono::milliseconds(20);
        Store store(options);
        QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 1)));
        Statement(other.connection(), QStringLiteral("BEGIN IMMEDIATE")).run();
        verifyRefused(test::put(store, test::sampleEntry(playlist, 2, 1)), ErrorKind::Timeout);
        QVERIFY(test::unfinished(store)); // reading waits for nobody
        verifyRefused(test::everythingRemoved(store), ErrorKind::Timeout);
        Statement(other.connection(), QStringLiteral("ROLLBACK")).run();
        QVERIFY(test::put(store, test::sampleEntry(playlist, 2, 1)));
        QCOMPARE(test::unfinished(store)->entries.value(0).what, QStringLiteral("Edit 2"));
    }

    void twoProcessesShareAFile()
    {
        constexpr int entries = 20;
        const test::StorePlace place;
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_writer"),
                      {place.path(), QStringLiteral("theirs"), QStringLiteral("1"), QString::number(entries),
                       QStringLiteral("500"), QStringLiteral("0")});
        QVERIFY(process.waitForStarted());
        StoreOptions options = place.options();
        options.busyTimeout = std::chrono::minutes(1);
        Store store(options);
        for (int i = 1; i <= entries; ++i) {
            const JournalEntry entry = test::sampleEntry(playlist, i, 500);
            QVERIFY(test::put(store, entry));
            QVERIFY(test::added(
                store,
                {.playlistId = playlist, .at = entry.savedAt, .source = VersionSource::Made, .rows = entry.server}));
        }
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(process.exitCode(), 0);
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QCOMPARE(journal->entries.size(), 2);
        for (const JournalEntry &entry : journal->entries)
            QVERIFY(test::sameEntry(entry, test::sampleEntry(entry.playlistId, entries, 500)));
        QCOMPARE(test::versions(store, playlist)->size(), entries);
        QCOMPARE(test::versions(store, QStringLiteral("theirs"))->size(), entries);
        QVERIFY(place.damagedCopies().isEmpty());
    }
};

SEGUE_TEST(TestStoreFaults)
#include "tst_StoreFaults.moc"
