// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ItemWritesFixture.h"
#include "tests/support/TestMain.h"

#include <algorithm>

using namespace segue::demo;
using namespace segue::demo::test;

/// Removing, by URI and by position, and what is refused.
class TestItemRemovals : public ItemWritesFixture
{
    Q_OBJECT

private Q_SLOTS:
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
};

SEGUE_TEST(TestItemRemovals)
#include "tst_ItemRemovals.moc"
