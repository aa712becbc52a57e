// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>

using namespace segue::demo;
using namespace segue::demo::test;

/// Everything that can be made to go wrong.
class TestFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;
    QString m_id;
    QStringList m_before;

    QJsonObject fault(const char *kind) { return {{QStringLiteral("kind"), QLatin1String(kind)}}; }

    Reply move()
    {
        return m_bench->put(m_bench->itemsPath(m_id),
                            {{QStringLiteral("range_start"), 0}, {QStringLiteral("insert_before"), 2}});
    }
    bool hasMoved() { return m_bench->uris(m_id)[0] == m_before[1]; }
    QJsonValue logged(const char *key) { return m_bench->log().last()[QLatin1String(key)]; }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>(small());
        m_id = m_bench->playlist(QStringLiteral("Sunday kitchen"));
        m_before = m_bench->uris(m_id);
    }

    void tooManyRequestsInBothForms()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("429")}, {QStringLiteral("retryAfter"), 80'000}});
        const Reply plain = m_bench->get(QStringLiteral("/v1/me"));
        QCOMPARE(plain.status, 429);
        QCOMPARE(plain.body, QByteArray("Too many requests"));
        QCOMPARE(plain.headers.value("retry-after"), QByteArray("80000"));
        m_bench->arm(
            {{QStringLiteral("kind"), QStringLiteral("429")}, {QStringLiteral("form"), QStringLiteral("quota")}});
        const Reply quota = m_bench->get(QStringLiteral("/v1/me"));
        QCOMPARE(quota.status, 429);
        QCOMPARE(quota.json[QLatin1String("error")][QLatin1String("reason")].toString(),
                 QStringLiteral("QUOTA_EXCEEDED"));
        QVERIFY(!quota.headers.contains("retry-after"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200);
    }

    void onlyTheRequestsThatAreMeant()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("status")},
                      {QStringLiteral("status"), 503},
                      {QStringLiteral("method"), QStringLiteral("PUT")},
                      {QStringLiteral("path"), QStringLiteral("/items$")},
                      {QStringLiteral("after"), 1},
                      {QStringLiteral("count"), 2}});
        QCOMPARE(m_bench->get(m_bench->itemsPath(m_id)).status, 200);
        QList<int> statuses;
        for (int i = 0; i < 4; ++i)
            statuses.append(move().status);
        QCOMPARE(statuses, (QList<int>{200, 503, 503, 200}));
        QCOMPARE(
            m_bench->control("GET", QStringLiteral("/faults"))[QLatin1String("list")][0][QLatin1String("hits")].toInt(),
            2);
    }

    void forEverAndDisarmed()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("status")}, {QStringLiteral("count"), 0}});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 500);
        m_bench->control("DELETE", QStringLiteral("/faults"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200);
    }

    void serverErrorsWithAndWithoutEffect()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("status")}, {QStringLiteral("status"), 502}});
        QCOMPARE(move().status, 502);
        QVERIFY(!hasMoved());
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("status")},
                      {QStringLiteral("status"), 502},
                      {QStringLiteral("carriedOut"), true}});
        QCOMPARE(move().status, 502);
        QVERIFY(hasMoved());
    }

    void dropsBeforeOrAfter()
    {
        // Two each: QNetworkAccessManager sends a request once more when a kept connection is cut under it.
        QJsonObject before = fault("dropBefore");
        before.insert(QStringLiteral("count"), 0);
        m_bench->arm(before);
        const Reply lost = move();
        QCOMPARE(lost.status, 0);
        QVERIFY(lost.error == QNetworkReply::RemoteHostClosedError || lost.error == QNetworkReply::UnknownNetworkError);
        QVERIFY(!hasMoved());
        QCOMPARE(logged("ending").toString(), QStringLiteral("cut"));
        m_bench->control("DELETE", QStringLiteral("/faults"));
        const QString snapshot =
            m_bench->control("GET", QStringLiteral("/playlists/") + m_id)[QLatin1String("snapshotId")].toString();
        QJsonObject after = fault("dropAfter");
        after.insert(QStringLiteral("count"), 0);
        m_bench->arm(after);
        QCOMPARE(move().status, 0);
        QVERIFY(m_bench->control("GET", QStringLiteral("/playlists/") + m_id)[QLatin1String("snapshotId")].toString() !=
                snapshot);
    }

    void cutOffAnswers()
    {
        m_bench->arm(fault("truncated"));
        const Reply half = move();
        QVERIFY(half.error != QNetworkReply::NoError);
        QVERIFY(half.json.isEmpty());
        QVERIFY(hasMoved());
        QCOMPARE(logged("ending").toString(), QStringLiteral("cut off"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200);
    }

    void answersThatAreNoJson()
    {
        m_bench->arm(fault("invalidJson"));
        const Reply odd = move();
        QCOMPARE(odd.status, 200);
        QCOMPARE(odd.error, QNetworkReply::NoError);
        QVERIFY(!odd.body.isEmpty() && odd.json.isEmpty());
        QVERIFY(hasMoved());
    }

    void silence()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("silence")}, {QStringLiteral("carriedOut"), true}});
        QNetworkReply *reply =
            m_bench->begin("PUT", m_bench->itemsPath(m_id), R"({"range_start":0,"insert_before":2})");
        const Reply never = Bench::finished(reply, 400);
        QCOMPARE(never.error, QNetworkReply::TimeoutError);
        QVERIFY(hasMoved());
        QCOMPARE(logged("ending").toString(), QStringLiteral("silent"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200);
    }

    void theTokenExpires()
    {
        m_bench->arm(fault("expired"));
        const Reply refused = move();
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.message(), QStringLiteral("The access token expired"));
        QVERIFY(!hasMoved());
        QCOMPARE(move().status, 401); // that token stays dead
        m_bench->useScopes(Bench::AllScopes);
        QCOMPARE(move().status, 200);
    }

    void late()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("delay")}, {QStringLiteral("delay"), 150}});
        const Reply slow = m_bench->get(QStringLiteral("/v1/me"));
        QCOMPARE(slow.status, 200);
        QVERIFY(slow.ms >= 145);
    }

    void anyAnswer()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("answer")},
                      {QStringLiteral("body"), QStringLiteral("<p>hello")},
                      {QStringLiteral("status"), 203},
                      {QStringLiteral("contentType"), QStringLiteral("text/html")}});
        const Reply odd = m_bench->get(QStringLiteral("/v1/me"));
        QCOMPARE(odd.status, 203);
        QCOMPARE(odd.body, QByteArray("<p>hello"));
        QCOMPARE(odd.headers.value("content-type"), QByteArray("text/html"));
    }

    void tokenCallsCanFailToo()
    {
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("status")},
                      {QStringLiteral("path"), QStringLiteral("^/api/token")}});
        QCOMPARE(m_bench->form(QStringLiteral("/api/token"), {}).status, 500);
    }

    void wrongDescriptionsAreRefused()
    {
        for (const QJsonObject &wrong :
             {QJsonObject(), fault("flood"),
              QJsonObject{{QStringLiteral("kind"), QStringLiteral("429")}, {QStringLiteral("when"), 1}},
              QJsonObject{{QStringLiteral("kind"), QStringLiteral("429")},
                          {QStringLiteral("path"), QStringLiteral("(")}}})
            QCOMPARE(m_bench->control("POST", QStringLiteral("/faults"), wrong)[QLatin1String("status")].toInt(), 400);
    }

    void latencyOverlaps()
    {
        m_bench->setOption("latency", 150);
        QElapsedTimer clock;
        clock.start();
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 6; ++i)
            replies.append(m_bench->begin("GET", m_bench->itemsPath(m_id)));
        for (QNetworkReply *reply : std::as_const(replies))
            QCOMPARE(Bench::finished(reply).status, 200);
        QVERIFY2(clock.elapsed() >= 145 && clock.elapsed() < 600, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(logged("atOnce").toInt(), 6);
    }

    void clientsThatGiveUpDoNoHarm()
    {
        m_bench->setOption("latency", 50);
        for (int i = 0; i < 20; ++i) {
            QNetworkReply *reply = m_bench->begin("GET", m_bench->itemsPath(m_id));
            Bench::finished(reply, 5);
        }
        m_bench->setOption("latency", 0);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200);
    }

    void endsWithAnswersUnderWay()
    {
        m_bench->setOption("latency", 5'000);
        m_bench->arm({{QStringLiteral("kind"), QStringLiteral("silence")}});
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 4; ++i)
            replies.append(m_bench->begin("GET", m_bench->itemsPath(m_id)));
        // The fault took the first of them, the others wait.
        QTRY_COMPARE(m_bench->log().size(), 4);
        m_bench.reset();
    }

    void rateLimit()
    {
        StandInOptions options = small();
        options.rateLimit = 3;
        Bench bench(options);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(bench.get(QStringLiteral("/v1/me")).status, 200);
        const Reply refused = bench.get(QStringLiteral("/v1/me"));
        QCOMPARE(refused.status, 429);
        const int wait = refused.headers.value("retry-after").toInt();
        QVERIFY(wait > 0 && wait <= 30);
        bench.setOption("rateLimitForm", QStringLiteral("quota"));
        QVERIFY(!bench.get(QStringLiteral("/v1/me")).json.isEmpty());
    }
};

SEGUE_TEST(TestFaults)
#include "tst_Faults.moc"
