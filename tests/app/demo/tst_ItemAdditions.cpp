// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ItemWritesFixture.h"
#include "tests/support/TestMain.h"

#include <QDateTime>

using namespace segue::demo;
using namespace segue::demo::test;

/// Adding and replacing: what each does to the list, what each refuses.
class TestItemAdditions : public ItemWritesFixture
{
    Q_OBJECT

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
};

SEGUE_TEST(TestItemAdditions)
#include "tst_ItemAdditions.moc"
