// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>

using namespace segue::demo;
using namespace segue::demo::test;

/// The interface for tests itself, and what the library holds.
class TestControl : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    QJsonObject edit(const QString &playlist, const QJsonObject &body)
    {
        return m_bench->control("POST", QStringLiteral("/playlists/%1/edit").arg(playlist), body);
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<Bench>(small()); }

    void overHttpWithoutAToken()
    {
        m_bench->token.clear();
        const Reply index = m_bench->get(QStringLiteral("/_control"));
        QCOMPARE(index.status, 200);
        QCOMPARE(index.json[QLatin1String("clientId")].toString(), m_bench->standIn.clientId());
        QCOMPARE(index.json[QLatin1String("api")].toString(), m_bench->standIn.apiUrl().toString());
        const Reply changed = m_bench->send("PATCH", QStringLiteral("/_control/options"), R"({"latency":1})");
        QCOMPARE(changed.json[QLatin1String("latency")].toInt(), 1);
        QCOMPARE(m_bench->get(QStringLiteral("/_control/nothing")).status, 404);
    }

    void theLibraryIsWorthLookingAt()
    {
        const QJsonArray all = m_bench->control("GET", QStringLiteral("/playlists"))[QLatin1String("list")].toArray();
        QVERIFY(all.size() >= 40);
        QSet<QString> owners, names;
        int collaborative = 0, foreignCollaborative = 0, empty = 0;
        for (const QJsonValue &each : all) {
            names.insert(each[QLatin1String("name")].toString());
            owners.insert(each[QLatin1String("owner")].toString());
            const bool isOurs = each[QLatin1String("owner")] == QLatin1String("segue_listener");
            collaborative += each[QLatin1String("collaborative")].toBool();
            foreignCollaborative += each[QLatin1String("collaborative")].toBool() && !isOurs;
            empty += each[QLatin1String("total")].toInt() == 0;
            QVERIFY(each[QLatin1String("name")].toString().size() <= 100);
            QCOMPARE(each[QLatin1String("editable")].toBool(), isOurs || each[QLatin1String("collaborative")].toBool());
        }
        QCOMPARE(names.size(), all.size());
        QVERIFY(owners.size() >= 3 && collaborative >= 3 && foreignCollaborative >= 1 && empty == 1);
    }

    void sizesAsAsked_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("1") << 1;
        QTest::newRow("5") << 5;
        QTest::newRow("44") << 44;
        QTest::newRow("200") << 200;
    }
    void sizesAsAsked()
    {
        QFETCH(int, count);
        StandInOptions options = small();
        options.playlists = count;
        options.items = 123;
        Bench bench(options);
        QCOMPARE(bench.get(QStringLiteral("/v1/me/playlists")).json[QLatin1String("total")].toInt(), count);
        QCOMPARE(bench.uris(bench.playlist(QStringLiteral("Everything, ever"))).size(), 123);
    }

    void theSeedDecides()
    {
        const auto drive = [](Bench &bench) { return bench.uris(bench.playlist(QStringLiteral("Night drive"))); };
        Bench same(small());
        QCOMPARE(drive(same), drive(*m_bench));
        StandInOptions options = small();
        options.seed = 2;
        Bench other(options);
        QVERIFY(drive(other) != drive(*m_bench));
        QCOMPARE(drive(other).size(), drive(*m_bench).size());
    }

    void startsQuickly()
    {
        QElapsedTimer clock;
        clock.start();
        StandIn standIn{StandInOptions()};
        QVERIFY(standIn.start());
        // 50 ms are the aim; the rest is for sanitizers and busy machines.
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    }

    void aPortInUse()
    {
        StandInOptions options = small();
        options.port = m_bench->standIn.port();
        StandIn second(options);
        QString error;
        QVERIFY(!second.start(&error));
        QVERIFY(!error.isEmpty());
    }

    void somebodyElseEdits()
    {
        const QString id = m_bench->playlist(QStringLiteral("Band practice"));
        const QStringList before = m_bench->uris(id);
        const QStringList fresh = m_bench->tracks(1);
        QCOMPARE(edit(id, {{QStringLiteral("action"), QStringLiteral("add")},
                           {QStringLiteral("uris"), QJsonArray::fromStringList(fresh)},
                           {QStringLiteral("position"), 2},
                           {QStringLiteral("by"), QStringLiteral("maro.tarrowby")}})[QLatin1String("status")]
                     .toInt(),
                 200);
        QCOMPARE(m_bench->uris(id), before.mid(0, 2) + fresh + before.mid(2));
        const QJsonValue entry = m_bench->get(m_bench->itemsPath(id)).list()[2];
        QCOMPARE(entry[QLatin1String("added_by")][QLatin1String("id")].toString(), QStringLiteral("maro.tarrowby"));
        edit(id,
             {{QStringLiteral("action"), QStringLiteral("remove")}, {QStringLiteral("positions"), QJsonArray{0, 2}}});
        QCOMPARE(m_bench->uris(id), before.mid(1));
        edit(id, {{QStringLiteral("action"), QStringLiteral("move")},
                  {QStringLiteral("range_start"), 0},
                  {QStringLiteral("insert_before"), 3}});
        QCOMPARE(m_bench->uris(id)[2], before[1]);
        edit(id, {{QStringLiteral("action"), QStringLiteral("details")},
                  {QStringLiteral("name"), QStringLiteral("Rehearsal")}});
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/") + id).json[QLatin1String("name")].toString(),
                 QStringLiteral("Rehearsal"));
        for (const QJsonObject &wrong :
             {QJsonObject(),
              QJsonObject{{QStringLiteral("action"), QStringLiteral("move")}, {QStringLiteral("range_start"), 900}},
              QJsonObject{{QStringLiteral("action"), QStringLiteral("remove")},
                          {QStringLiteral("positions"), QJsonArray{900}}}})
            QCOMPARE(edit(id, wrong)[QLatin1String("status")].toInt(), 400);
    }

    void wrongOptionsChangeNothing()
    {
        const auto change = [&](const QJsonObject &options) {
            return m_bench->control("PATCH", QStringLiteral("/options"), options)[QLatin1String("status")].toInt();
        };
        QCOMPARE(change({{QStringLiteral("latency"), 5}, {QStringLiteral("speed"), 1}}), 400);
        QCOMPARE(change({{QStringLiteral("latency"), QStringLiteral("fast")}}), 400);
        QCOMPARE(change({{QStringLiteral("dialect"), QStringLiteral("both")}}), 400);
        QCOMPARE(m_bench->control("GET", QStringLiteral("/options"))[QLatin1String("latency")].toInt(), 0);
    }

    void theDialectCanChangeOnTheWay()
    {
        const QString id = m_bench->playlist(QStringLiteral("Night drive"));
        m_bench->setOption("dialect", QStringLiteral("tracks"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/%1/tracks").arg(id)).status, 200);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/%1/items").arg(id)).status, 404);
    }

    void logsEveryRequest()
    {
        const QString id = m_bench->playlist(QStringLiteral("Night drive"));
        m_bench->put(m_bench->itemsPath(id),
                     {{QStringLiteral("range_start"), 1}, {QStringLiteral("insert_before"), 0}});
        m_bench->get(QStringLiteral("/v1/me/playlists?limit=5"));
        const QJsonArray log = m_bench->log();
        QCOMPARE(log.size(), 2);
        QCOMPARE(log[0][QLatin1String("method")].toString(), QStringLiteral("PUT"));
        QCOMPARE(log[0][QLatin1String("path")].toString(), m_bench->itemsPath(id));
        QCOMPARE(log[0][QLatin1String("body")][QLatin1String("range_start")].toInt(), 1);
        QCOMPARE(log[0][QLatin1String("status")].toInt(), 200);
        QCOMPARE(log[0][QLatin1String("authorization")], QJsonValue(true));
        QCOMPARE(log[1][QLatin1String("query")][QLatin1String("limit")].toString(), QStringLiteral("5"));
        QCOMPARE(m_bench->log(QStringLiteral("?method=GET")).size(), 1);
        QCOMPARE(m_bench->log(QStringLiteral("?path=/items$")).size(), 1);
        QCOMPARE(m_bench->log(QStringLiteral("?since=1")).size(), 1);
        m_bench->control("DELETE", QStringLiteral("/log"));
        QCOMPARE(m_bench->log().size(), 0);
    }

    void resetStartsAfresh()
    {
        const QString id = m_bench->playlist(QStringLiteral("Night drive"));
        const QStringList before = m_bench->uris(id);
        m_bench->put(m_bench->itemsPath(id), {{QStringLiteral("uris"), QJsonArray()}});
        m_bench->setOption("consent", QStringLiteral("deny"));
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("429")}});
        QCOMPARE(m_bench->control("POST", QStringLiteral("/reset"))[QLatin1String("status")].toInt(), 200);
        QCOMPARE(m_bench->uris(id), before);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200); // the token is still good, the fault gone
        QCOMPARE(m_bench->control("GET", QStringLiteral("/options"))[QLatin1String("consent")].toString(),
                 QStringLiteral("allow"));
    }
};

SEGUE_TEST(TestControl)
#include "tst_Control.moc"
