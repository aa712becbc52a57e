// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ItemWritesFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// Reordering, and the versions of a list that calls and answers are about.
class TestItemMoves : public ItemWritesFixture
{
    Q_OBJECT

private Q_SLOTS:
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

SEGUE_TEST(TestItemMoves)
#include "tst_ItemMoves.moc"
