// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"
#include "app/store/Statement.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::store;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const test::StorePlace place;
        Store store(place.options());
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QVERIFY(journal->entries.isEmpty());
        QVERIFY(journal->unreadable.isEmpty());
    }

    void outlivesTheStore()
    {
        const test::StorePlace place;
        const JournalEntry entry = test::sampleEntry(QStringLiteral("p1"), 1, 500);
        {
            Store store(place.options());
            QVERIFY(test::put(store, entry));
        }
        Store store(place.options());
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QCOMPARE(journal->entries.size(), 1);
        QVERIFY(test::sameEntry(journal->entries.constFirst(), entry));
    }

    void keepsWhichRowsAreDoubtful()
    {
        const test::StorePlace place;
        Store store(place.options());
        JournalEntry entry = test::sampleEntry(QStringLiteral("p1"), 1, 50);
        entry.doubtful = {0, 1, 7, 49};
        QVERIFY(test::put(store, entry));
        QCOMPARE(test::unfinished(store)->entries.value(0).doubtful, entry.doubtful);
        entry.doubtful.clear();
        QVERIFY(test::put(store, entry));
        QCOMPARE(test::unfinished(store)->entries.value(0).doubtful, QList<int>());
        entry.doubtful = {50};
        QVERIFY(!test::put(store, entry));
    }

    /// As the first version of the file had it.
    void readsEntriesWrittenBeforeThereWereDoubtfulRows()
    {
        const test::StorePlace place;
        const JournalEntry entry = test::sampleEntry(QStringLiteral("p1"), 1, 50);
        {
            Store store(place.options());
            QVERIFY(test::put(store, entry));
        }
        {
            Database database(place.options());
            database.open();
            Statement(database.connection(), QStringLiteral("ALTER TABLE journal DROP COLUMN doubtful")).run();
            Statement(database.connection(), QStringLiteral("DROP TABLE cached_list")).run();
            Statement(database.connection(), QStringLiteral("PRAGMA user_version = 1")).run();
        }
        Store store(place.options());
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QVERIFY(test::sameEntry(journal->entries.value(0), entry));
    }

    void keepsOneEntryForEachPlaylist()
    {
        const test::StorePlace place;
        Store store(place.options());
        QVERIFY(test::put(store, test::sampleEntry(QStringLiteral("p1"), 1, 20)));
        QVERIFY(test::put(store, test::sampleEntry(QStringLiteral("p2"), 2, 0)));
        QVERIFY(test::put(store, test::sampleEntry(QStringLiteral("p1"), 3, 10)));
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QCOMPARE(journal->entries.size(), 2);
        // Oldest first.
        QVERIFY(test::sameEntry(journal->entries.at(0), test::sampleEntry(QStringLiteral("p2"), 2, 0)));
        QVERIFY(test::sameEntry(journal->entries.at(1), test::sampleEntry(QStringLiteral("p1"), 3, 10)));
    }

    /// The list at Spotify is stored by itself, and not written again while it stays the same.
    void takesAnotherWantedListForTheSameServerList()
    {
        const test::StorePlace place;
        Store store(place.options());
        JournalEntry entry = test::sampleEntry(QStringLiteral("p1"), 1, 50);
        QVERIFY(test::put(store, entry));
        entry.wanted.removeFirst();
        entry.wanted.append(test::addedRow(7));
        QVERIFY(test::put(store, entry));
        QVERIFY(test::sameEntry(test::unfinished(store)->entries.value(0), entry));
        entry.server[3].addedBy = QStringLiteral("another");
        QVERIFY(test::put(store, entry));
        QVERIFY(test::sameEntry(test::unfinished(store)->entries.value(0), entry));
    }

    void keepsOddRows()
    {
        const test::StorePlace place;
        Store store(place.options());
        JournalEntry entry{.playlistId = QStringLiteral("p"), .savedAt = QDateTime::currentDateTimeUtc()};
        entry.server = test::oddRows();
        entry.wanted = {{.serverIndex = 5}, {.serverIndex = 0}, WantedRow()};
        QVERIFY(test::put(store, entry));
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QVERIFY(test::sameEntry(journal->entries.value(0), entry));
    }

    void removesAnEntry()
    {
        const test::StorePlace place;
        Store store(place.options());
        QVERIFY(test::put(store, test::sampleEntry(QStringLiteral("p1"), 1, 20)));
        QVERIFY(test::put(store, test::sampleEntry(QStringLiteral("p2"), 2, 20)));
        QVERIFY(test::removed(store, QStringLiteral("p1")));
        QVERIFY(test::removed(store, QStringLiteral("never there")));
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QCOMPARE(journal->entries.size(), 1);
        QCOMPARE(journal->entries.constFirst().playlistId, QStringLiteral("p2"));
        store.close();

        Database database(place.options());
        database.open();
        QCOMPARE(
            Statement(database.connection(), QStringLiteral("SELECT count(*) FROM journal_server")).run().onlyNumber(),
            1);
    }

    void refusesRowsThatTheServerListLacks()
    {
        const test::StorePlace place;
        Store store(place.options());
        const JournalEntry before = test::sampleEntry(QStringLiteral("p1"), 1, 5);
        QVERIFY(test::put(store, before));
        JournalEntry wrong = test::sampleEntry(QStringLiteral("p1"), 2, 5);
        wrong.wanted.append(WantedRow{.serverIndex = 5});
        const Result<Nothing> result = test::put(store, wrong);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        JournalEntry nameless = test::sampleEntry({}, 3, 5);
        QVERIFY(!test::put(store, nameless));
        const Result<Journal> journal = test::unfinished(store);
        QCOMPARE(journal->entries.size(), 1);
        QVERIFY(test::sameEntry(journal->entries.constFirst(), before));
    }

    /// One damaged entry keeps nobody from the others, and is named.
    void tellsWhichEntriesCannotBeRead()
    {
        const test::StorePlace place;
        const JournalEntry whole = test::sampleEntry(QStringLiteral("p2"), 2, 20);
        {
            Store store(place.options());
            QVERIFY(test::put(store, test::sampleEntry(QStringLiteral("p1"), 1, 20)));
            QVERIFY(test::put(store, whole));
        }
        {
            Database database(place.options());
            database.open();
            Statement(database.connection(),
                      QStringLiteral("UPDATE journal SET wanted = substr(wanted, 1, 20) WHERE playlist_id = 'p1'"))
                .run();
        }
        Store store(place.options());
        const Result<Journal> journal = test::unfinished(store);
        QVERIFY(journal);
        QCOMPARE(journal->unreadable, QStringList{QStringLiteral("Playlist “p1”")});
        QCOMPARE(journal->entries.size(), 1);
        QVERIFY(test::sameEntry(journal->entries.constFirst(), whole));
    }
};

SEGUE_TEST(TestJournal)
#include "tst_Journal.moc"
