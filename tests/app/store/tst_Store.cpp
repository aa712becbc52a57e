// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"
#include "app/store/Schema.h"
#include "app/store/Statement.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

using namespace segue;
using namespace segue::store;

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesItsFileForTheUserAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a/b/account.sqlite"));
        Store store({.path = path});
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(test::opened(store));
        QVERIFY(QFileInfo::exists(path));
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        for (const QFileInfo &file : QFileInfo(path).dir().entryInfoList(QDir::Files))
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }

    void setsTheFileUp()
    {
        const test::StorePlace place;
        Database database(place.options());
        database.open();
        const auto pragma = [&database](const char *name) {
            Statement statement(database.connection(), QStringLiteral("PRAGMA ") + QLatin1String(name));
            statement.run().next();
            return statement.text(0);
        };
        QCOMPARE(pragma("user_version"), QString::number(schemaVersion));
        QCOMPARE(pragma("application_id"), QString::number(applicationId));
        QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
        QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    }

    void answersOnceAndNeverInsideTheCall()
    {
        const test::StorePlace place;
        Store store(place.options());
        QObject context;
        int answers = 0;
        bool inside = true;
        QThread *thread = nullptr;
        store.open(&context, [&](const Result<Nothing> &result) {
            QVERIFY(result);
            QVERIFY(!inside);
            thread = QThread::currentThread();
            ++answers;
        });
        inside = false;
        QTRY_COMPARE(answers, 1);
        QCOMPARE(thread, QThread::currentThread());
        QVERIFY(test::opened(store)); // nothing more comes with what is asked later
        QCOMPARE(answers, 1);
    }

    void answersInTheOrderOfTheCalls()
    {
        const test::StorePlace place;
        Store store(place.options());
        QObject context;
        QList<int> order;
        for (int i = 0; i < 20; ++i) {
            const JournalEntry entry = test::sampleEntry(QStringLiteral("p"), i, i % 3 == 0 ? 2000 : 1);
            store.putUnfinished(entry, &context, [&order, i](const Result<Nothing> &) { order.append(i); });
        }
        const Result<Journal> journal = test::unfinished(store);
        QCOMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
        QCOMPARE(journal->entries.constFirst().what, QStringLiteral("Edit 19"));
    }

    void staysSilentOnceTheContextIsGone()
    {
        const test::StorePlace place;
        Store store(place.options());
        auto context = std::make_unique<QObject>();
        bool answered = false;
        store.putUnfinished(test::sampleEntry(QStringLiteral("p"), 1, 10), context.get(),
                            [&answered](const Result<Nothing> &) { answered = true; });
        context.reset();
        // It is carried out all the same.
        QCOMPARE(test::unfinished(store)->entries.size(), 1);
        QVERIFY(!answered);
    }

    /// What a callback holds may belong to the caller's thread, and must not end on another.
    void letsGoOfCallbacksOnTheCallersThread()
    {
        const test::StorePlace place;
        Store store(place.options());
        QList<QThread *> threads;
        for (int i = 0; i < 50; ++i) {
            QObject context;
            const std::shared_ptr<int> held(new int(i), [&threads](const int *value) {
                delete value;
                threads.append(QThread::currentThread());
            });
            const bool stays = i % 2 == 0;
            auto *owner = stays ? this : &context;
            store.open(owner, [held](const Result<Nothing> &) {});
        }
        QVERIFY(test::opened(store));
        QCOMPARE(threads.size(), 50);
        for (const QThread *thread : threads)
            QCOMPARE(thread, QThread::currentThread());
    }

    void losesNothingWhenItIsClosed()
    {
        const test::StorePlace place;
        QObject context;
        int confirmed = 0;
        {
            Store store(place.options());
            for (int i = 0; i < 10; ++i) {
                store.putUnfinished(test::sampleEntry(QString::number(i), i, 1000), &context,
                                    [&confirmed](const Result<Nothing> &result) { confirmed += result ? 1 : 0; });
            }
            QVERIFY(store.close());
            QVERIFY(store.close());
        }
        QTRY_COMPARE(confirmed, 10); // told although the store is gone
        Store again(place.options());
        QCOMPARE(test::unfinished(again)->entries.size(), 10);
    }

    void takesNothingOnceItIsClosed()
    {
        const test::StorePlace place;
        Store store(place.options());
        store.close();
        const Result<Nothing> result = test::put(store, test::sampleEntry(QStringLiteral("p"), 1, 1));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFileInfo::exists(place.path()));
    }

    void closesInGoodTimeBehindABusyFile()
    {
        const test::StorePlace place;
        Database other(place.options());
        other.open();
        Statement(other.connection(), QStringLiteral("BEGIN IMMEDIATE")).run();
        QObject context;
        std::optional<Result<Nothing>> result;
        {
            StoreOptions options = place.options();
            options.busyTimeout = std::chrono::minutes(1);
            options.closeTimeout = std::chrono::milliseconds(1);
            Store store(options);
            store.putUnfinished(test::sampleEntry(QStringLiteral("p"), 1, 1), &context,
                                [&result](const Result<Nothing> &got) { result = got; });
            QVERIFY(!store.close());
        }
        QVERIFY(!result);
        // It goes on by itself, and is carried out as soon as that is possible.
        Statement(other.connection(), QStringLiteral("ROLLBACK")).run();
        QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
        QVERIFY(result->has_value());
        QTRY_COMPARE(Statement(other.connection(), QStringLiteral("SELECT count(*) FROM journal")).run().onlyNumber(),
                     1);
    }

    void removesEverything()
    {
        const test::StorePlace place;
        QFile copy(place.path() + QStringLiteral(".damaged-20260102-030405"));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write("old");
        copy.close();
        QFile stranger(place.folder() + QStringLiteral("/another.sqlite.damaged-20260102-030405"));
        QVERIFY(stranger.open(QIODevice::WriteOnly));
        stranger.close();

        Store store(place.options());
        JournalEntry entry = test::sampleEntry(QStringLiteral("playlist-of-mine"), 1, 100);
        entry.playlistName = QStringLiteral("playlist-of-mine");
        QVERIFY(test::put(store, entry));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(test::added(store, {.playlistId = QStringLiteral("playlist-of-mine"),
                                        .at = entry.savedAt.addDays(i),
                                        .source = VersionSource::Made,
                                        .rows = test::sampleRows(300, static_cast<quint32>(i))}));
        }
        QVERIFY(test::everythingRemoved(store));
        QVERIFY(test::unfinished(store)->entries.isEmpty());
        QVERIFY(test::versions(store, QStringLiteral("playlist-of-mine"))->isEmpty());
        QVERIFY(place.damagedCopies().isEmpty());
        QVERIFY(stranger.exists());
        // Not in free pages, nor in the log.
        for (const QString &name : QDir(place.folder()).entryList(QDir::Files)) {
            QFile file(QDir(place.folder()).filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("playlist-of-mine"), qPrintable(name));
        }
        {
            Database database(place.options());
            database.open();
            QCOMPARE(Statement(database.connection(), QStringLiteral("PRAGMA freelist_count")).run().onlyNumber(), 0);
        }
        // And it goes on working.
        QVERIFY(test::put(store, entry));
        QCOMPARE(test::unfinished(store)->entries.size(), 1);
    }
};

SEGUE_TEST(TestStore)
#include "tst_Store.moc"
