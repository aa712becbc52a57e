// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"
#include "app/store/Statement.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::store;
using namespace std::chrono_literals;

/// Lists that playlists are opened from: what is kept of them, and for how long.
class TestCachedLists : public QObject
{
    Q_OBJECT

private:
    static CachedList listOf(const QString &playlistId, std::chrono::seconds age = 1s)
    {
        return {.playlistId = playlistId,
                .snapshotId = QStringLiteral("snapshot of ") + playlistId,
                .readAt = QDateTime::currentDateTimeUtc().addSecs(-age.count()),
                .entries = test::sampleEntries()};
    }

    /// What is in the file itself, past whatever the store says.
    static qint64 inFile(const test::StorePlace &place, const QString &what)
    {
        Database database(place.options());
        database.open();
        return Statement(database.connection(), QStringLiteral("SELECT %1 FROM cached_list").arg(what))
            .run()
            .onlyNumber();
    }

private Q_SLOTS:
    void comesBackWhole()
    {
        const test::StorePlace place;
        const CachedList list = listOf(QStringLiteral("p"));
        {
            Store store(place.options());
            QVERIFY(test::cached(store, list));
        }
        Store store(place.options());
        const auto back = test::cachedList(store, list.playlistId);
        QVERIFY(back && *back);
        QCOMPARE((*back)->snapshotId, list.snapshotId);
        QCOMPARE((*back)->readAt, list.readAt);
        QVERIFY(test::sameEntries((*back)->entries, list.entries));
        const auto other = test::cachedList(store, QStringLiteral("q"));
        QVERIFY(other && !*other);
    }

    void anUnfinishedEditOutdatesIt()
    {
        const test::StorePlace place;
        Store store(place.options());
        QVERIFY(test::cached(store, listOf(QStringLiteral("p"))));
        QVERIFY(test::cached(store, listOf(QStringLiteral("q"))));
        JournalEntry entry;
        entry.playlistId = QStringLiteral("p");
        QVERIFY(test::put(store, entry));
        QVERIFY(!*test::cachedList(store, QStringLiteral("p")));
        QVERIFY(*test::cachedList(store, QStringLiteral("q")));
    }

    void theLatestTakesThePlaceOfTheOneBefore()
    {
        const test::StorePlace place;
        Store store(place.options());
        CachedList list = listOf(QStringLiteral("p"));
        QVERIFY(test::cached(store, list));
        list.snapshotId = QStringLiteral("later");
        list.entries.removeLast();
        QVERIFY(test::cached(store, list));
        const auto back = test::cachedList(store, list.playlistId);
        QCOMPARE((*back)->snapshotId, list.snapshotId);
        QCOMPARE((*back)->entries.size(), list.entries.size());
    }

    void isNotKeptOverItsAge()
    {
        const test::StorePlace place;
        Store store(place.options());
        QVERIFY(test::cached(store, listOf(QStringLiteral("young"), 24h - 1min)));
        QVERIFY(test::cached(store, listOf(QStringLiteral("old"), 24h)));
        QVERIFY(test::cached(store, listOf(QStringLiteral("of tomorrow"), -24h)));
        QVERIFY(*test::cachedList(store, QStringLiteral("young")));
        QVERIFY(!*test::cachedList(store, QStringLiteral("old")));
        QVERIFY(!*test::cachedList(store, QStringLiteral("of tomorrow")));
        store.close();
        QCOMPARE(inFile(place, QStringLiteral("count(*)")), 1);
    }

    void whatHasAgedIsDeletedWhenTheFileIsOpened()
    {
        const test::StorePlace place;
        {
            Store store(place.options());
            QVERIFY(test::cached(store, listOf(QStringLiteral("p"), 3h)));
        }
        StoreOptions shorter = place.options();
        shorter.cache.age = 2h;
        {
            Store store(shorter);
            QVERIFY(test::opened(store));
        }
        QCOMPARE(inFile(place, QStringLiteral("count(*)")), 0);
    }

    void picturesGoEarlierThanTheRest()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.cache.age = 100h;
        const CachedList list = listOf(QStringLiteral("p"), 25h);
        {
            Store store(options);
            QVERIFY(test::cached(store, list));
            const auto back = test::cachedList(store, list.playlistId);
            QVERIFY(back && *back);
            QVERIFY(test::sameEntries((*back)->entries, test::withoutPictures(list.entries)));
        }
        QCOMPARE(inFile(place, QStringLiteral("count(pictures)")), 0);
        QCOMPARE(inFile(place, QStringLiteral("bytes - length(list)")), 0);
    }

    void nothingIsKeptWithoutAnAge()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.cache.age = 0h;
        Store store(options);
        QVERIFY(test::cached(store, listOf(QStringLiteral("p"))));
        QVERIFY(!*test::cachedList(store, QStringLiteral("p")));
    }

    void theOldestGoWhenThereAreTooMany()
    {
        const test::StorePlace place;
        {
            Store store(place.options());
            QVERIFY(test::cached(store, listOf(QStringLiteral("a"), 2h)));
        }
        StoreOptions options = place.options();
        options.cache.bytes = 2 * inFile(place, QStringLiteral("bytes")) + 50;
        Store store(options);
        QVERIFY(test::cached(store, listOf(QStringLiteral("b"), 3h)));
        QVERIFY(test::cached(store, listOf(QStringLiteral("c"), 1h)));
        QVERIFY(*test::cachedList(store, QStringLiteral("a")));
        QVERIFY(!*test::cachedList(store, QStringLiteral("b")));
        QVERIFY(*test::cachedList(store, QStringLiteral("c")));
    }

    void goesWithEverythingElse()
    {
        const test::StorePlace place;
        Store store(place.options());
        QVERIFY(test::cached(store, listOf(QStringLiteral("p"))));
        QVERIFY(test::everythingRemoved(store));
        QVERIFY(!*test::cachedList(store, QStringLiteral("p")));
        store.close();
        QCOMPARE(inFile(place, QStringLiteral("count(*)")), 0);
    }

    void oneThatIsDamagedIsNotThere()
    {
        const test::StorePlace place;
        {
            Store store(place.options());
            QVERIFY(test::cached(store, listOf(QStringLiteral("p"))));
        }
        {
            Database database(place.options());
            database.open();
            Statement(database.connection(), QStringLiteral("UPDATE cached_list SET list = x'00112233445566778899'"))
                .run();
        }
        Store store(place.options());
        const auto back = test::cachedList(store, QStringLiteral("p"));
        QVERIFY(back && !*back);
        store.close();
        QCOMPARE(inFile(place, QStringLiteral("count(*)")), 0);
    }

    void takesNoRoomFromTheHistory()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        CachedList large = listOf(QStringLiteral("p"));
        const ListRows rows = test::sampleRows(20'000);
        large.entries.clear();
        for (const ListRow &row : rows) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = row.uri;
            large.entries.append({.medium = medium, .addedAt = row.addedAt, .addedBy = row.addedBy});
        }
        options.limits.bytes = 300'000;
        Store store(options);
        const auto versionOf = [](quint32 seed) {
            return NewVersion{.playlistId = QStringLiteral("q"),
                              .at = QDateTime::currentDateTimeUtc(),
                              .source = VersionSource::Made,
                              .reason = QStringLiteral("edit"),
                              .rows = test::sampleRows(10, seed)};
        };
        QVERIFY(test::added(store, versionOf(1)));
        QVERIFY(test::cached(store, large));
        QVERIFY(test::added(store, versionOf(2)));
        QCOMPARE(test::versions(store, QStringLiteral("q"))->size(), 2);
    }
};

SEGUE_TEST(TestCachedLists)
#include "tst_CachedLists.moc"
