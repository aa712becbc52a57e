// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

#include <QDateTime>

using namespace segue::demo;
using namespace segue::demo::test;

/// Add, remove, reorder, replace: what each does to the list, what each refuses.
class TestItemWrites : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;
    QString m_path;
    QString m_id;
    QStringList m_before;

    void start(Dialect dialect, const char *playlist = "Night drive")
    {
        m_bench = std::make_unique<Bench>(small(dialect));
        m_id = m_bench->playlist(QString::fromUtf8(playlist));
        QVERIFY(!m_id.isEmpty());
        m_path = m_bench->itemsPath(m_id);
        m_before = m_bench->uris(m_id);
    }

    QStringList now() { return m_bench->uris(m_id); }
    static QJsonArray array(const QStringList &list) { return QJsonArray::fromStringList(list); }
    static QString key(Dialect dialect)
    {
        return dialect == Dialect::Items ? QStringLiteral("items") : QStringLiteral("tracks");
    }

    Reply add(const QStringList &uris, int position = -1)
    {
        QJsonObject body{{QStringLiteral("uris"), array(uris)}};
        if (position >= 0)
            body.insert(QStringLiteral("position"), position);
        return m_bench->post(m_path, body);
    }

    Reply reorder(int start, int before, int length = 1, const QString &snapshot = {})
    {
        QJsonObject body{{QStringLiteral("range_start"), start},
                         {QStringLiteral("insert_before"), before},
                         {QStringLiteral("range_length"), length}};
        if (!snapshot.isEmpty())
            body.insert(QStringLiteral("snapshot_id"), snapshot);
        return m_bench->put(m_path, body);
    }

    Reply remove(Dialect dialect, const QJsonArray &named, const QString &snapshot = {})
    {
        QJsonObject body{{key(dialect), named}};
        if (!snapshot.isEmpty())
            body.insert(QStringLiteral("snapshot_id"), snapshot);
        return m_bench->del(m_path, body);
    }

    static QJsonObject named(const QString &uri, const QList<int> &positions = {})
    {
        QJsonObject json{{QStringLiteral("uri"), uri}};
        QJsonArray at;
        for (const int position : positions)
            at.append(position);
        if (!positions.isEmpty())
            json.insert(QStringLiteral("positions"), at);
        return json;
    }

    QString snapshot()
    {
        return m_bench->control("GET", QStringLiteral("/playlists/") + m_id)[QLatin1String("snapshotId")].toString();
    }

    static void bothDialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("tracks") << Dialect::Tracks;
        QTest::newRow("items") << Dialect::Items;
    }

private Q_SLOTS:
    void addsAtAPosition_data() { bothDialects(); }
    void addsAtAPosition()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QStringList fresh = m_bench->tracks(2);
        const qint64 then = QDateTime::currentSecsSinceEpoch();
        const Reply done = add(fresh, 3);
        QCOMPARE(done.status, 201);
        QCOMPARE(done.json[QLatin1String("snapshot_id")].toString(), snapshot());
        QCOMPARE(now(), m_before.mid(0, 3) + fresh + m_before.mid(3));
        const QJsonObject row = m_bench->rows(m_id)[3].toObject();
        QVERIFY(QDateTime::fromString(row[QLatin1String("addedAt")].toString(), Qt::ISODate).toSecsSinceEpoch() >=
                then);
        QCOMPARE(row[QLatin1String("addedBy")].toString(), QStringLiteral("segue_listener"));
        QCOMPARE(add(fresh.mid(0, 1)).status, 201);
        QCOMPARE(now().last(), fresh.first());
    }

    void addsFromTheQuery()
    {
        start(Dialect::Tracks);
        const QStringList fresh = m_bench->tracks(2);
        QCOMPARE(m_bench->send("POST", m_path + QStringLiteral("?position=0&uris=") + fresh.join(u',')).status, 201);
        QCOMPARE(now(), fresh + m_before);
    }

    void addsWhatTheCatalogueDoesNotKnow()
    {
        start(Dialect::Items);
        const QString foreign = QStringLiteral("spotify:track:4iV5W9uYEdYUVa79Axb7Rh");
        QCOMPARE(add({foreign, QStringLiteral("spotify:episode:512ojhOuo1ktJprKbVcKyQ")}, 0).status, 201);
        const QJsonObject first =
            m_bench->get(m_path + QStringLiteral("?limit=1")).list()[0][QLatin1String("item")].toObject();
        QCOMPARE(first[QLatin1String("uri")].toString(), foreign);
        QVERIFY(!first[QLatin1String("name")].toString().isEmpty());
    }

    void refusedAdds_data()
    {
        QTest::addColumn<QStringList>("uris");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const QString track = QStringLiteral("spotify:track:4iV5W9uYEdYUVa79Axb7Rh");
        const QString local = QStringLiteral("spotify:local:Tin+Choir:Rust:Gate:120");
        const QString album = QStringLiteral("spotify:album:4iV5W9uYEdYUVa79Axb7Rh");
        QTest::newRow("none") << QStringList() << -1 << 400 << QStringLiteral("No uris provided");
        QTest::newRow("101") << QStringList(101, track) << -1 << 400
                             << QStringLiteral("You can add a maximum of 100 tracks per request");
        QTest::newRow("local") << QStringList{track, local} << -1 << 400
                               << QString(QStringLiteral("Invalid track uri: ") + local);
        QTest::newRow("album") << QStringList{album} << -1 << 400
                               << QString(QStringLiteral("Invalid track uri: ") + album);
        QTest::newRow("beyond the end") << QStringList{track} << 65 << 403 << QStringLiteral("Index out of bounds");
    }
    void refusedAdds()
    {
        QFETCH(QStringList, uris);
        QFETCH(int, position);
        QFETCH(int, status);
        QFETCH(QString, message);
        start(Dialect::Items);
        const Reply refused = add(uris, position);
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.message(), message);
        QCOMPARE(now(), m_before);
    }

    void aHundredFit()
    {
        start(Dialect::Items);
        QCOMPARE(add(m_bench->tracks(100)).status, 201);
        QCOMPARE(now().size(), m_before.size() + 100);
    }

    void tenThousandAreTheMost()
    {
        Bench bench{StandInOptions()};
        const QString big = bench.playlist(QStringLiteral("Everything, ever"));
        QCOMPARE(bench.uris(big).size(), 10'000);
        const Reply refused = bench.post(bench.itemsPath(big), {{QStringLiteral("uris"), array(bench.tracks(1))}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(bench.uris(big).size(), 10'000);
    }

    void whoMayWrite()
    {
        start(Dialect::Items, "Vinyl, side B");
        const Reply refused = add(m_bench->tracks(1));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.message(), QStringLiteral("You cannot add to a playlist you don't own."));
        QCOMPARE(reorder(0, 2).status, 403);
        QCOMPARE(remove(Dialect::Items, {named(m_before[0])}).status, 403);
        start(Dialect::Items, "Band practice"); // somebody else's, collaborative
        QCOMPARE(add(m_bench->tracks(1)).status, 201);
        m_bench->useScopes(QStringLiteral("playlist-modify-public"));
        const Reply unscoped = add(m_bench->tracks(1));
        QCOMPARE(unscoped.status, 403);
        QCOMPARE(unscoped.message(), QStringLiteral("Insufficient client scope"));
    }

    void removesEveryCopy_data() { bothDialects(); }
    void removesEveryCopy()
    {
        QFETCH(Dialect, dialect);
        start(dialect, "Twice is nice");
        const QString uri = m_before[3];
        QCOMPARE(m_before.count(uri), 2);
        QCOMPARE(remove(dialect, {named(uri)}).status, 200);
        QStringList expected = m_before;
        expected.removeAll(uri);
        QCOMPARE(now(), expected);
    }

    void positionsCountOnlyOnTheOldRouteWithASnapshot_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<bool>("withSnapshot");
        QTest::addColumn<int>("removed");
        QTest::newRow("tracks, snapshot") << Dialect::Tracks << true << 1;
        QTest::newRow("tracks, none") << Dialect::Tracks << false << 2;
        QTest::newRow("items, snapshot") << Dialect::Items << true << 2;
    }
    void positionsCountOnlyOnTheOldRouteWithASnapshot()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, withSnapshot);
        QFETCH(int, removed);
        start(dialect, "Twice is nice");
        const qsizetype second = m_before.lastIndexOf(m_before[3]);
        QCOMPARE(remove(dialect, {named(m_before[3], {int(second)})}, withSnapshot ? snapshot() : QString()).status,
                 200);
        QStringList expected = m_before;
        expected.removeAt(second);
        if (removed == 2)
            expected.removeAt(3);
        QCOMPARE(now(), expected);
    }

    void positionsCanBeIgnoredThereToo()
    {
        start(Dialect::Tracks, "Twice is nice");
        m_bench->setOption("positionsIgnored", true);
        remove(Dialect::Tracks, {named(m_before[3], {3})}, snapshot());
        QCOMPARE(now().count(m_before[3]), 0);
    }

    void refusedRemovals()
    {
        start(Dialect::Items, "Odds and ends");
        const Reply oldKey = m_bench->del(m_path, {{QStringLiteral("tracks"), QJsonArray{named(m_before[0])}}});
        QCOMPARE(oldKey.status, 400);
        QCOMPARE(oldKey.message(), QStringLiteral("No uris provided"));
        const auto local = std::find_if(m_before.begin(), m_before.end(), [](const QString &uri) {
            return uri.startsWith(QLatin1String("spotify:local:"));
        });
        QCOMPARE(remove(Dialect::Items, {named(*local)}).status, 400);
        QCOMPARE(remove(Dialect::Items, {QJsonObject{{QStringLiteral("positions"), QJsonArray{0}}}}).status, 400);
        QJsonArray many;
        for (int i = 0; i < 101; ++i)
            many.append(named(m_before[0]));
        QCOMPARE(remove(Dialect::Items, many).status, 400);
        QCOMPARE(remove(Dialect::Items, {named(m_before[0])}, QStringLiteral("nonsense")).status, 400);
        QCOMPARE(m_bench->send("DELETE", m_path, "{oops").message(), QStringLiteral("Error parsing JSON."));
        QCOMPARE(now(), m_before);
    }

    void positionsOfAnotherTrackAreRefused()
    {
        start(Dialect::Tracks);
        QCOMPARE(remove(Dialect::Tracks, {named(m_before[3], {4})}, snapshot()).status, 400);
        QCOMPARE(remove(Dialect::Tracks, {named(m_before[3], {400})}, snapshot()).message(),
                 QStringLiteral("Given positions are out of bounds"));
        QCOMPARE(now(), m_before);
    }

    void reorderPositionsAreThoseBeforeTheMove_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("lands");
        QTest::newRow("one up") << 5 << 2 << 1 << 2;
        QTest::newRow("one down") << 2 << 6 << 1 << 5;
        QTest::newRow("block up") << 20 << 0 << 7 << 0;
        QTest::newRow("block to the end") << 3 << 64 << 10 << 54;
        QTest::newRow("nowhere") << 4 << 4 << 3 << 4;
        QTest::newRow("into itself") << 4 << 6 << 3 << 4;
        QTest::newRow("before what follows it") << 4 << 7 << 3 << 4;
    }
    void reorderPositionsAreThoseBeforeTheMove()
    {
        QFETCH(int, start);
        QFETCH(int, before);
        QFETCH(int, length);
        QFETCH(int, lands);
        this->start(Dialect::Items);
        const QJsonArray rows = m_bench->rows(m_id);
        QList<QJsonValue> expected(rows.begin(), rows.end());
        const QList<QJsonValue> block = expected.mid(start, length);
        expected.remove(start, length);
        for (int i = 0; i < length; ++i)
            expected.insert(lands + i, block[i]);
        const Reply done = reorder(start, before, length);
        QCOMPARE(done.status, 200);
        QVERIFY(done.json.contains(QLatin1String("snapshot_id")));
        const QJsonArray after = m_bench->rows(m_id);
        // Whole rows: URI, added_at and added_by have all moved along.
        QCOMPARE(QList<QJsonValue>(after.begin(), after.end()), expected);
    }

    void reorderOutOfBounds()
    {
        start(Dialect::Items);
        for (const Reply &refused :
             {reorder(64, 0), reorder(60, 0, 5), reorder(0, 65), reorder(-1, 3), reorder(0, 5, 0)}) {
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.message(), QStringLiteral("Given positions are out of bounds"));
        }
        QCOMPARE(m_bench->put(m_path, {{QStringLiteral("range_start"), 1}}).status, 400);
        QCOMPARE(now(), m_before);
    }

    void anOlderSnapshotsPositionsAreCarriedOver()
    {
        start(Dialect::Tracks);
        const QString before = snapshot();
        m_bench->control("POST", QStringLiteral("/playlists/%1/edit").arg(m_id),
                         {{QStringLiteral("action"), QStringLiteral("add")},
                          {QStringLiteral("uris"), array(m_bench->tracks(3))},
                          {QStringLiteral("position"), 0}});
        QCOMPARE(reorder(10, 2, 2, before).status, 200);
        QStringList expected = m_before;
        expected.move(10, 2);
        expected.move(11, 3);
        QCOMPARE(now().mid(3), expected);
        QCOMPARE(reorder(0, 3, 1, QStringLiteral("AAAA")).message(), QStringLiteral("Missing or bad version tag"));
    }

    void bigRangesCanBeIgnored()
    {
        start(Dialect::Items, "Everything, ever");
        m_bench->setOption("bigRangesIgnored", true);
        QCOMPARE(reorder(0, 300, 101).status, 200);
        QCOMPARE(now(), m_before);
        QCOMPARE(reorder(0, 300, 100).status, 200);
        QCOMPARE(now(), m_before.mid(100) + m_before.mid(0, 100));
    }

    void replaces()
    {
        start(Dialect::Items);
        const QStringList fresh = m_bench->tracks(100);
        const qint64 then = QDateTime::currentSecsSinceEpoch();
        QVERIFY(
            m_bench->put(m_path, {{QStringLiteral("uris"), array(fresh)}}).json.contains(QLatin1String("snapshot_id")));
        QCOMPARE(now(), fresh);
        const QString added = m_bench->rows(m_id)[0][QLatin1String("addedAt")].toString();
        QVERIFY(QDateTime::fromString(added, Qt::ISODate).toSecsSinceEpoch() >= then);
        QCOMPARE(m_bench->put(m_path, {{QStringLiteral("uris"), array(m_bench->tracks(101))}}).status, 400);
        m_bench->setOption("deadUris", array({fresh[1]}));
        QCOMPARE(m_bench->put(m_path, {{QStringLiteral("uris"), array(fresh)}}).status, 502);
        QCOMPARE(add({fresh[1]}).status, 404);
        QVERIFY(
            m_bench->put(m_path, {{QStringLiteral("uris"), QJsonArray()}}).json.contains(QLatin1String("snapshot_id")));
        QVERIFY(now().isEmpty());
    }

    void readsCanLagBehind()
    {
        start(Dialect::Items);
        const QString old = snapshot();
        m_bench->setOption("contentLag", 600);
        m_bench->setOption("snapshotLag", 900);
        const QString returned = reorder(0, 10).json[QLatin1String("snapshot_id")].toString();
        const auto shown = [&] {
            return m_bench->get(QStringLiteral("/v1/playlists/%1?fields=snapshot_id").arg(m_id))
                .json[QLatin1String("snapshot_id")]
                .toString();
        };
        const auto first = [&] {
            return m_bench->get(m_path + QStringLiteral("?limit=1"))
                .list()[0][QLatin1String("item")][QLatin1String("uri")]
                .toString();
        };
        QCOMPARE(now()[0], m_before[1]); // carried out at once,
        QCOMPARE(first(), m_before[0]);  // seen later
        QCOMPARE(shown(), old);
        QStringList seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen.append(shown()), seen.last() == returned), 5'000);
        QVERIFY(seen.removeDuplicates() >= 0 && seen.size() >= 2); // another one comes in between
        QCOMPARE(first(), m_before[1]);
    }
};

SEGUE_TEST(TestItemWrites)
#include "tst_ItemWrites.moc"
