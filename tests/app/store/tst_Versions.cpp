// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"
#include "app/store/Statement.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QThread>
#include <QTimeZone>

using namespace segue;
using namespace segue::store;

class TestVersions : public QObject
{
    Q_OBJECT

private:
    static const inline QString playlist = QStringLiteral("p");
    const QDateTime m_start = QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::utc());

    [[nodiscard]] NewVersion made(const ListRows &rows, qint64 seconds = 0, const QString &reason = {}) const
    {
        return {.playlistId = playlist,
                .at = m_start.addSecs(seconds),
                .source = VersionSource::Made,
                .reason = reason,
                .rows = rows};
    }

    [[nodiscard]] NewVersion seen(const ListRows &rows, qint64 seconds = 0) const
    {
        return {.playlistId = playlist, .at = m_start.addSecs(seconds), .source = VersionSource::Seen, .rows = rows};
    }

    static qint64 count(const QString &path, const QString &table)
    {
        Database database({.path = path});
        database.open();
        return Statement(database.connection(), QStringLiteral("SELECT count(*) FROM ") + table).run().onlyNumber();
    }

private Q_SLOTS:
    void listsNewestFirstAndReadsEach()
    {
        const test::StorePlace place;
        const ListRows first = test::sampleRows(500) + test::oddRows();
        ListRows second = first;
        second.move(3, 300);
        second.removeAt(10);
        second += test::sampleRows(2, 5);
        {
            Store store(place.options());
            const Result<AddedVersion> result = test::added(store, seen(first));
            QVERIFY(result);
            QCOMPARE(result->fate, VersionFate::Added);
            QCOMPARE(result->info.change, (ListChange{.added = 506}));
            QVERIFY(test::added(store, made(second, 5, QStringLiteral("Move a track"))));
            QVERIFY(test::added(store, {.playlistId = QStringLiteral("other"), .at = m_start, .rows = second}));
        }
        Store store(place.options());
        const Result<QList<VersionInfo>> infos = test::versions(store, playlist);
        QVERIFY(infos);
        QCOMPARE(infos->size(), 2);
        const VersionInfo &latest = infos->at(0);
        QCOMPARE(latest.playlistId, playlist);
        QCOMPARE(latest.at, m_start.addSecs(5));
        QCOMPARE(latest.source, VersionSource::Made);
        QCOMPARE(latest.reason, QStringLiteral("Move a track"));
        QCOMPARE(latest.size, 507);
        QCOMPARE(latest.change, (ListChange{.added = 2, .removed = 1, .moved = 1}));
        QCOMPARE(infos->at(1).source, VersionSource::Seen);
        QCOMPARE(infos->at(1).size, 506);

        const Result<Version> read = test::version(store, latest.id);
        QVERIFY(read);
        QVERIFY(read->rows == second);
        QCOMPARE(read->info.reason, latest.reason);
        QVERIFY(test::version(store, infos->at(1).id)->rows == first);
        QCOMPARE(test::versions(store, QStringLiteral("unknown"))->size(), 0);
    }

    void tellsWhenTheVersionsOfAPlaylistChange()
    {
        const test::StorePlace place;
        Store store(place.options());
        QStringList order;
        QThread *thread = nullptr;
        connect(&store, &Store::versionsChanged, this, [&](const QString &id) {
            thread = QThread::currentThread();
            order.append(QStringLiteral("changed ") + id);
        });
        QObject context;
        const auto add = [&](const NewVersion &version) {
            store.addVersion(version, &context, [&order](const Result<AddedVersion> &result) {
                order.append(result ? QStringLiteral("outcome") : QStringLiteral("failed"));
            });
        };
        add(made(test::sampleRows(3)));
        add(made(test::sampleRows(3), 1)); // equal
        add({.playlistId = QStringLiteral("other"), .at = m_start, .rows = test::sampleRows(2)});
        QVERIFY(order.isEmpty()); // never inside a call
        QVERIFY(test::opened(store));
        QCOMPARE(order, QStringList({QStringLiteral("changed p"), QStringLiteral("outcome"), QStringLiteral("outcome"),
                                     QStringLiteral("changed other"), QStringLiteral("outcome")}));
        QCOMPARE(thread, QThread::currentThread());

        order.clear();
        {
            QObject brief;
            store.addVersion(made(test::sampleRows(4), 2), &brief, [](const Result<AddedVersion> &) { QFAIL("gone"); });
        }
        QVERIFY(test::opened(store));
        QCOMPARE(order, QStringList(QStringLiteral("changed p")));
        order.clear();
        QVERIFY(test::everythingRemoved(store));
        QCOMPARE(order, QStringList(QStringLiteral("changed ")));
    }

    void tellsOfNoChangeThatFailed()
    {
        const test::StorePlace place;
        Store store({.path = place.folder()}); // a folder where the file should be
        QSignalSpy changed(&store, &Store::versionsChanged);
        QVERIFY(!test::added(store, made(test::sampleRows(3))));
        QCOMPARE(changed.size(), 0);
    }

    void keepsAnEmptyList()
    {
        const test::StorePlace place;
        Store store(place.options());
        const Result<AddedVersion> result = test::added(store, seen({}));
        QVERIFY(result);
        QCOMPARE(test::version(store, result->info.id)->rows.size(), 0);
        QCOMPARE(test::added(store, seen({}, 5))->fate, VersionFate::Equal);
    }

    void tellsThatAVersionIsNotThere()
    {
        const test::StorePlace place;
        Store store(place.options());
        const Result<Version> result = test::version(store, 42);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QVERIFY(!result.error().userText.isEmpty());
    }

    void addsNothingForAnEqualList()
    {
        const test::StorePlace place;
        Store store(place.options());
        const ListRows rows = test::sampleRows(200);
        const qint64 id = test::added(store, made(rows, 0, QStringLiteral("first")))->info.id;
        const Result<AddedVersion> again = test::added(store, seen(rows, 9000));
        QVERIFY(again);
        QCOMPARE(again->fate, VersionFate::Equal);
        QCOMPARE(again->info.id, id);
        QCOMPARE(again->info.reason, QStringLiteral("first"));
        QCOMPARE(test::versions(store, playlist)->size(), 1);
        // Equal to an earlier one only: the list went back, which is news.
        QCOMPARE(test::added(store, made(rows.mid(1), 1))->fate, VersionFate::Added);
        QCOMPARE(test::added(store, made(rows, 2))->fate, VersionFate::Added);
        QCOMPARE(test::versions(store, playlist)->size(), 3);
    }

    void takesTheTrueDatesOfAddedRows()
    {
        const test::StorePlace place;
        Store store(place.options());
        ListRows rows = test::sampleRows(200);
        QVERIFY(test::added(store, seen(rows, -9000)));
        rows.append(ListRow{.uri = QStringLiteral("spotify:track:new"), .addedAt = m_start.addSecs(-1)});
        QVERIFY(test::added(store, made(rows, 0, QStringLiteral("Add a track"))));
        rows.last().addedAt = m_start.addSecs(1);
        rows.last().addedBy = QStringLiteral("me");
        const Result<AddedVersion> result = test::added(store, seen(rows, 20));
        QVERIFY(result);
        QCOMPARE(result->fate, VersionFate::Refreshed);
        QCOMPARE(result->info.reason, QStringLiteral("Add a track"));
        QCOMPARE(result->info.source, VersionSource::Made);
        QCOMPARE(result->info.at, m_start);
        QCOMPARE(result->info.change, (ListChange{.added = 1}));
        const Result<QList<VersionInfo>> infos = test::versions(store, playlist);
        QCOMPARE(infos->size(), 2);
        QCOMPARE(infos->at(0).id, result->info.id);
        QVERIFY(test::version(store, result->info.id)->rows == rows);
        // Dates that were no guess are not given up: a list whose dates were reset is another version.
        for (ListRow &row : rows)
            row.addedAt = m_start.addSecs(30);
        QCOMPARE(test::added(store, made(rows, 40))->fate, VersionFate::Added);
    }

    void mergesListsThatWereSeenGrowing()
    {
        const test::StorePlace place;
        Store store(place.options());
        const ListRows rows = test::sampleRows(300);
        QVERIFY(test::added(store, seen(rows.mid(0, 100))));
        QCOMPARE(test::added(store, seen(rows.mid(0, 200), 60))->fate, VersionFate::Replaced);
        const Result<AddedVersion> third = test::added(store, seen(rows, 599));
        QCOMPARE(third->fate, VersionFate::Replaced);
        QCOMPARE(third->info.change, (ListChange{.added = 300}));
        QCOMPARE(test::versions(store, playlist)->size(), 1);
        QVERIFY(test::version(store, third->info.id)->rows == rows);
        // The time counts from the first of them.
        const ListRows more = rows + test::sampleRows(1, 5);
        QCOMPARE(test::added(store, seen(more, 601))->fate, VersionFate::Added);
        QCOMPARE(test::versions(store, playlist)->size(), 2);
    }

    void neverMergesAwayWhatIsGone()
    {
        const test::StorePlace place;
        Store store(place.options());
        const ListRows rows = test::sampleRows(100);
        QVERIFY(test::added(store, seen(rows)));
        QCOMPARE(test::added(store, seen(rows.mid(1), 1))->fate, VersionFate::Added);
        ListRows moved = rows.mid(1);
        moved.move(0, 50);
        QCOMPARE(test::added(store, seen(moved, 2))->fate, VersionFate::Added);
        const ListRows grown = moved + rows.mid(0, 1);
        QCOMPARE(test::added(store, made(grown, 3))->fate, VersionFate::Added);
        QCOMPARE(test::added(store, seen(grown + test::sampleRows(1, 9), 4))->fate, VersionFate::Added);
        QCOMPARE(test::versions(store, playlist)->size(), 5);
    }

    void keepsAsManyAsAllowed()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.limits.versionsOfPlaylist = 3;
        Store store(options);
        const ListRows rows = test::sampleRows(1000);
        QVERIFY(test::added(store, {.playlistId = QStringLiteral("other"), .at = m_start, .rows = rows}));
        qint64 before = 0;
        for (int i = 0; i < 6; ++i) {
            const qint64 id = test::added(store, made(rows.mid(i), i))->info.id;
            QVERIFY(id > before);
            before = id;
        }
        const Result<QList<VersionInfo>> infos = test::versions(store, playlist);
        QCOMPARE(infos->size(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY(test::version(store, infos->at(i).id)->rows == rows.mid(5 - i));
        QCOMPARE(test::versions(store, QStringLiteral("other"))->size(), 1);
    }

    void letsGoOfTheAged()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.limits.age = std::chrono::days(10);
        Store store(options);
        const ListRows rows = test::sampleRows(50);
        const QString other = QStringLiteral("other");
        QVERIFY(test::added(store, {.playlistId = other, .at = m_start, .rows = rows}));
        QVERIFY(test::added(store, made(rows, 0)));
        QVERIFY(test::added(store, made(rows.mid(1), 10)));
        QVERIFY(test::added(store, made(rows.mid(2), 11 * 86'400)));
        QCOMPARE(test::versions(store, playlist)->size(), 1);
        // The latest of each stays, however old.
        QCOMPARE(test::versions(store, other)->size(), 1);
    }

    void letsGoOfTheOldestWhenTheFileIsFull()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.limits.bytes = 400'000;
        const QString other = QStringLiteral("other");
        const ListRows theirs = test::sampleRows(2000, 99);
        qint64 latest = 0;
        {
            Store store(options);
            QVERIFY(test::added(store, {.playlistId = other, .at = m_start, .rows = theirs}));
            for (int i = 0; i < 20; ++i)
                latest = test::added(store, made(test::sampleRows(2000, static_cast<quint32>(i)), i))->info.id;
            const Result<QList<VersionInfo>> infos = test::versions(store, playlist);
            QVERIFY2(infos->size() > 2 && infos->size() < 12, qPrintable(QString::number(infos->size())));
            QCOMPARE(infos->at(0).id, latest);
            for (const VersionInfo &info : *infos)
                QVERIFY(test::version(store, info.id));
            // The only version of another playlist is its latest.
            QCOMPARE(test::versions(store, other)->size(), 1);
            // One that is over the limit by itself stays all the same.
            QVERIFY(test::added(store, made(test::sampleRows(20'000, 1000), 100)));
            QCOMPARE(test::versions(store, playlist)->size(), 1);
            QVERIFY(test::version(store, test::versions(store, other)->at(0).id)->rows == theirs);
        }
        QVERIFY(QFileInfo(place.path()).size() < 1'500'000);
    }

    void storesWhatVersionsShareOnce()
    {
        const test::StorePlace place;
        ListRows rows = test::sampleRows(2000);
        qint64 first = 0;
        {
            Store store(place.options());
            QVERIFY(test::added(store, made(rows)));
            store.close();
            first = count(place.path(), QStringLiteral("chunk"));
        }
        {
            Store store(place.options());
            for (int i = 1; i <= 10; ++i) {
                rows.move(i * 20, i * 100);
                QVERIFY(test::added(store, made(rows, i)));
            }
        }
        const qint64 all = count(place.path(), QStringLiteral("chunk"));
        QVERIFY2(all <= first + 40, qPrintable(QString::number(all)));
    }

    /// No run of rows stays behind when the last version that had it goes.
    void leavesNothingBehind()
    {
        const test::StorePlace place;
        StoreOptions options = place.options();
        options.limits.versionsOfPlaylist = 1;
        {
            Store store(options);
            for (int i = 0; i < 5; ++i)
                QVERIFY(test::added(store, made(test::sampleRows(1000, static_cast<quint32>(i)), i)));
        }
        const qint64 used = count(place.path(), QStringLiteral("version_chunk"));
        QVERIFY(used > 3);
        QCOMPARE(count(place.path(), QStringLiteral("chunk")), used);
        QCOMPARE(count(place.path(), QStringLiteral("version")), 1);
    }

    void goesOnAfterARunThatCannotBeRead()
    {
        const test::StorePlace place;
        const ListRows rows = test::sampleRows(100);
        qint64 id = 0;
        {
            Store store(place.options());
            id = test::added(store, made(rows))->info.id;
        }
        {
            Database database(place.options());
            database.open();
            Statement(database.connection(), QStringLiteral("UPDATE chunk SET list = substr(list, 1, 30)")).run();
        }
        Store store(place.options());
        const Result<Version> broken = test::version(store, id);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, ErrorKind::Local);
        QVERIFY(!broken.error().userText.isEmpty());
        const ListRows next = test::sampleRows(100, 2);
        const Result<AddedVersion> result = test::added(store, made(next, 1));
        QVERIFY(result);
        QVERIFY(test::version(store, result->info.id)->rows == next);
        QVERIFY(place.damagedCopies().isEmpty());
    }
};

SEGUE_TEST(TestVersions)
#include "tst_Versions.moc"
