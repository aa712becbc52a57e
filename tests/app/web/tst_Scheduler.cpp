// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Scheduler.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;
using segue::test::ScriptedServer;

namespace
{

/// A scheduler and all it stands on. One hundredth of the real waits.
struct Rig {
    explicit Rig(
        ScriptedServer::Handler handler = [](const HttpRequest &) { return HttpAnswer{.body = "{}"}; },
        TransportOptions transportOptions = {}, int maxInFlight = 6)
        : server(std::move(handler)), transport(server.url(QStringLiteral("/v1")), network, transportOptions),
          scheduler(transport, tokens,
                    {.maxInFlight = maxInFlight, .timeScale = 0.01, .jitter = [] { return 0.5; }, .clock = {}})
    {
    }

    static ApiRequest read(const QString &path, Priority priority = Priority::Normal)
    {
        ApiRequest request;
        request.path = path;
        request.priority = priority;
        return request;
    }
    static ApiRequest write(const QString &path, const QString &key = QStringLiteral("p"))
    {
        ApiRequest request = read(path);
        request.method = "PUT";
        request.body = "{}";
        request.writeKey = key;
        return request;
    }
    static ApiRequest upload(const QString &path)
    {
        ApiRequest request = write(path, QStringLiteral("cover"));
        request.lane = Lane::Cover;
        request.answersJson = false;
        return request;
    }
    Outcome<ApiAnswer> submit(const ApiRequest &request)
    {
        Outcome<ApiAnswer> outcome;
        lastCall = scheduler.submit(request, &context, outcome.taker());
        return outcome;
    }
    /// The last part of the path of each request that arrived.
    [[nodiscard]] QList<QByteArray> arrived() const
    {
        QList<QByteArray> names;
        for (const HttpRequest &request : server.requests())
            names.append(request.path().mid(request.path().lastIndexOf('/') + 1));
        return names;
    }

    ScriptedServer server;
    QNetworkAccessManager network;
    FakeTokens tokens;
    Transport transport;
    Scheduler scheduler;
    QObject context;
    Call lastCall;
};

HttpAnswer tooMany(const QByteArray &retryAfter, bool json = false)
{
    HttpAnswer answer{.status = 429, .body = "Too many requests", .contentType = "text/plain"};
    if (json) {
        answer.body = R"({"error":{"status":429,"message":"API rate limit exceeded","reason":"QUOTA_EXCEEDED"}})";
        answer.contentType = "application/json";
    }
    if (!retryAfter.isEmpty())
        answer.headers = {{"Retry-After", retryAfter}};
    return answer;
}

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanSixAtOnce()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.body = "{}", .delay = std::chrono::milliseconds(5)}; });
        QList<Outcome<ApiAnswer>> outcomes;
        for (int i = 0; i < 40; ++i)
            outcomes.append(rig.submit(Rig::read(QString::number(i))));
        for (const auto &outcome : outcomes) {
            QVERIFY(outcome.ok());
            QCOMPARE(outcome.count(), 1);
        }
        QCOMPARE(rig.server.requests().size(), 40);
        QCOMPARE(rig.server.mostAtOnce(), 6);
    }

    void urgentFirstThenWritesThenInOrder()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; }, {}, 1);
        rig.submit(Rig::read(QStringLiteral("background"), Priority::Background));
        rig.submit(Rig::read(QStringLiteral("normal1")));
        rig.submit(Rig::read(QStringLiteral("normal2")));
        rig.submit(Rig::write(QStringLiteral("write1")));
        rig.submit(Rig::write(QStringLiteral("write2")));
        rig.submit(Rig::read(QStringLiteral("visible"), Priority::Visible));
        const auto last = rig.submit(Rig::read(QStringLiteral("raised"), Priority::Background));
        rig.lastCall.setPriority(Priority::Visible);
        QTRY_COMPARE(rig.arrived().size(), 7);
        QCOMPARE(rig.arrived(),
                 (QList<QByteArray>{"visible", "raised", "write1", "write2", "normal1", "normal2", "background"}));
    }

    void writesToOnePlaylistGoOneAfterAnother()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.body = "{}", .delay = std::chrono::milliseconds(10)}; });
        QList<Outcome<ApiAnswer>> outcomes;
        for (int i = 0; i < 5; ++i)
            outcomes.append(rig.submit(Rig::write(QString::number(i))));
        for (const auto &outcome : outcomes)
            QVERIFY(outcome.ok());
        QCOMPARE(rig.server.mostAtOnce(), 1);
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"0", "1", "2", "3", "4"}));
        // Different playlists do not wait for each other.
        const auto a = rig.submit(Rig::write(QStringLiteral("a"), QStringLiteral("a")));
        const auto b = rig.submit(Rig::write(QStringLiteral("b"), QStringLiteral("b")));
        QVERIFY(a.ok() && b.ok());
        QCOMPARE(rig.server.mostAtOnce(), 2);
    }

    void cancelledIsNeitherSentNorReported()
    {
        Rig rig;
        const auto kept = rig.submit(Rig::read(QStringLiteral("kept")));
        const auto cancelled = rig.submit(Rig::read(QStringLiteral("cancelled")));
        QVERIFY(rig.lastCall.isActive());
        rig.lastCall.cancel();
        QVERIFY(!rig.lastCall.isActive());
        QVERIFY(kept.ok());
        QTest::qWait(20);
        QCOMPARE(cancelled.count(), 0);
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"kept"}));
    }

    void callDiesWithItsContext()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.body = "{}", .delay = std::chrono::milliseconds(300)}; });
        auto context = std::make_unique<QObject>();
        Outcome<ApiAnswer> read;
        Outcome<ApiAnswer> write;
        const Call readCall = rig.scheduler.submit(Rig::read(QStringLiteral("r")), context.get(), read.taker());
        const Call writeCall = rig.scheduler.submit(Rig::write(QStringLiteral("w")), context.get(), write.taker());
        QTRY_COMPARE(rig.arrived().size(), 2);
        context.reset();
        QVERIFY(!readCall.isActive());
        QVERIFY(!writeCall.isActive());
        // The next write still waits for the one under way.
        QVERIFY(rig.submit(Rig::write(QStringLiteral("next"))).ok());
        QCOMPARE(read.count() + write.count(), 0);
    }

    void schedulerMayGoFirst()
    {
        auto rig = std::make_unique<Rig>(
            [](const HttpRequest &) { return HttpAnswer{.ending = HttpAnswer::Ending::Silence}; });
        const auto outcome = rig->submit(Rig::read(QStringLiteral("r")));
        const Call call = rig->lastCall;
        QTRY_COMPARE(rig->arrived().size(), 1);
        rig.reset();
        QVERIFY(!call.isActive());
        call.cancel();
        call.setPriority(Priority::Visible);
        QCOMPARE(outcome.count(), 0);
    }

    void shortRateLimitIsWaitedOut_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<bool>("json");
        QTest::newRow("plain") << QByteArray("3") << false;
        QTest::newRow("json") << QByteArray("3") << true;
        QTest::newRow("zero") << QByteArray("0") << false;
        QTest::newRow("missing") << QByteArray() << true;
        QTest::newRow("nonsense") << QByteArray("soon") << false;
        QTest::newRow("negative") << QByteArray("-5") << false;
    }

    void shortRateLimitIsWaitedOut()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(bool, json);
        int refusals = 1;
        Rig rig(
            [&](const HttpRequest &) { return refusals-- > 0 ? tooMany(retryAfter, json) : HttpAnswer{.body = "{}"}; },
            {}, 1);
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        const auto write = rig.submit(Rig::write(QStringLiteral("write")));
        QVERIFY(paused.wait());
        const QDateTime until = paused.first().first().toDateTime();
        QVERIFY(until > QDateTime::currentDateTimeUtc());
        QCOMPARE(until.timeSpec(), Qt::UTC);
        // Everything waits, and the refused one goes first.
        const auto read = rig.submit(Rig::read(QStringLiteral("read"), Priority::Normal));
        QVERIFY(write.ok());
        QVERIFY(read.ok());
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"write", "write", "read"}));
        QCOMPARE(paused.size(), 2);
        QVERIFY(!paused.last().first().toDateTime().isValid());
    }

    void longRateLimitIsTold_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<qint64>("told");
        QTest::newRow("a day") << QByteArray("80000") << qint64{80'000};
        QTest::newRow("a minute and a bit") << QByteArray("61") << qint64{61};
        QTest::newRow("absurd") << QByteArray("99999999999999999999999999") << qint64{7 * 24 * 3600};
    }

    void longRateLimitIsTold()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(qint64, told);
        Rig rig([&](const HttpRequest &) { return tooMany(retryAfter); }, {}, 1);
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        const auto first = rig.submit(Rig::read(QStringLiteral("first")));
        const auto waiting = rig.submit(Rig::write(QStringLiteral("waiting")));
        QVERIFY(first.failed());
        QVERIFY(waiting.failed());
        const auto later = rig.submit(Rig::read(QStringLiteral("later")));
        QCOMPARE(later.count(), 0); // through the event loop
        QVERIFY(later.failed());
        for (const auto &outcome : {first, waiting, later}) {
            QCOMPARE(outcome.error().kind, ErrorKind::RateLimited);
            QCOMPARE(outcome.error().retryAfter->count(), told);
            QVERIFY(!outcome.error().leavesWriteInDoubt());
            QVERIFY(!outcome.error().userText.isEmpty());
        }
        QCOMPARE(rig.arrived().size(), 1);
        QCOMPARE(paused.size(), 1);
        const qint64 away = QDateTime::currentDateTimeUtc().secsTo(paused.first().first().toDateTime());
        QVERIFY(away > told - 10 && away <= told);
    }

    void longRateLimitEnds()
    {
        int refusals = 1;
        Rig rig([&](const HttpRequest &) { return refusals-- > 0 ? tooMany("61") : HttpAnswer{.body = "{}"}; });
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        QVERIFY(rig.submit(Rig::read(QStringLiteral("a"))).failed());
        QTRY_COMPARE(paused.size(), 2);
        QVERIFY(!paused.last().first().toDateTime().isValid());
        QVERIFY(rig.submit(Rig::read(QStringLiteral("b"))).ok());
    }

    void rateLimitWithoutEndIsGivenUp()
    {
        Rig rig([](const HttpRequest &) { return tooMany("1"); });
        const auto outcome = rig.submit(Rig::read(QStringLiteral("a")));
        QVERIFY(outcome.failed());
        QCOMPARE(outcome.error().kind, ErrorKind::RateLimited);
        QCOMPARE(rig.arrived().size(), 9);
    }

    void limitOfUploadsHoldsUpUploadsOnly()
    {
        int refusals = 1;
        Rig rig([&](const HttpRequest &request) {
            if (request.path().endsWith("images") && refusals-- > 0)
                return tooMany("20");
            return HttpAnswer{.body = "{}"};
        });
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        const auto upload = rig.submit(Rig::upload(QStringLiteral("images")));
        QTRY_COMPARE(rig.arrived().size(), 1);
        QVERIFY(rig.submit(Rig::read(QStringLiteral("read"))).ok());
        QCOMPARE(upload.count(), 0);
        QVERIFY(upload.ok());
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"images", "read", "images"}));
        QCOMPARE(paused.size(), 0);
    }

    void expiredTokenIsRenewedOnce()
    {
        Rig rig([](const HttpRequest &request) {
            if (request.headers.value("authorization") == "Bearer token-1")
                return HttpAnswer{.status = 401, .body = errorBody(401, "The access token expired")};
            return HttpAnswer{.body = "{}"};
        });
        QList<Outcome<ApiAnswer>> outcomes{rig.submit(Rig::write(QStringLiteral("w")))};
        for (int i = 0; i < 4; ++i)
            outcomes.append(rig.submit(Rig::read(QString::number(i))));
        for (const auto &outcome : outcomes)
            QVERIFY(outcome.ok());
        QCOMPARE(rig.tokens.serial, 2);
        QCOMPARE(rig.server.requests().size(), 10);
    }

    void secondRefusalSignsOut()
    {
        Rig rig([](const HttpRequest &) {
            return HttpAnswer{.status = 401, .body = errorBody(401, "Invalid access token")};
        });
        const auto outcome = rig.submit(Rig::write(QStringLiteral("w")));
        QVERIFY(outcome.failed());
        QCOMPARE(outcome.error().kind, ErrorKind::SignedOut);
        QCOMPARE(outcome.error().detail, QStringLiteral("Invalid access token"));
        QCOMPARE(rig.server.requests().size(), 2);
    }

    void coverWithoutScope()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.status = 401, .body = errorBody(401, "Unauthorized.")}; });
        const auto outcome = rig.submit(Rig::upload(QStringLiteral("images")));
        QVERIFY(outcome.failed());
        QCOMPARE(outcome.error().kind, ErrorKind::MissingScope);
        QCOMPARE(rig.tokens.rejected, 0);
    }

    void nobodySignedIn()
    {
        Rig rig;
        rig.tokens.error = Error{.kind = ErrorKind::SignedOut, .userText = QStringLiteral("Sign in.")};
        const auto a = rig.submit(Rig::read(QStringLiteral("a")));
        const auto b = rig.submit(Rig::write(QStringLiteral("b")));
        QVERIFY(a.failed() && b.failed());
        QCOMPARE(a.error().kind, ErrorKind::SignedOut);
        QCOMPARE(rig.server.requests().size(), 0);
        rig.tokens.error.reset();
        QVERIFY(rig.submit(Rig::read(QStringLiteral("c"))).ok());
    }

    void passingFailureOfTheRefreshIsBridged()
    {
        Rig rig;
        QSignalSpy reachable(&rig.scheduler, &Scheduler::reachableChanged);
        rig.tokens.error = Error{.kind = ErrorKind::Network, .userText = QStringLiteral("Offline.")};
        rig.tokens.errors = 3;
        QVERIFY(rig.submit(Rig::read(QStringLiteral("a"))).ok());
        QCOMPARE(rig.tokens.asked, 4);
        QCOMPARE(reachable.size(), 2);
        QCOMPARE(reachable.first().first().toBool(), false);
        QCOMPARE(reachable.last().first().toBool(), true);
    }

    void readsAreRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("ending");
        QTest::newRow("500") << 500 << QByteArray("<html>oops</html>") << int(HttpAnswer::Ending::Whole);
        QTest::newRow("502") << 502 << errorBody(502, "Bad gateway") << int(HttpAnswer::Ending::Whole);
        QTest::newRow("dropped") << 200 << QByteArray() << int(HttpAnswer::Ending::Drop);
        QTest::newRow("cut off") << 200 << QByteArray("{\"a\":\"bcdefg\"}") << int(HttpAnswer::Ending::Truncated);
        QTest::newRow("no JSON") << 200 << QByteArray("{\"a\":") << int(HttpAnswer::Ending::Whole);
        QTest::newRow("empty") << 200 << QByteArray() << int(HttpAnswer::Ending::Whole);
        QTest::newRow("silence") << 200 << QByteArray() << int(HttpAnswer::Ending::Silence);
    }

    void readsAreRepeated()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, ending);
        bool broken = true;
        Rig rig(
            [&](const HttpRequest &request) {
                // Qt repeats dropped reads by itself as well; only the count of ours matters here.
                return broken && !request.path().endsWith("later")
                           ? HttpAnswer{.status = status, .body = body, .ending = HttpAnswer::Ending(ending)}
                           : HttpAnswer{.body = "{\"fine\":1}"};
            },
            {.idleTimeout = std::chrono::milliseconds(100)});
        const auto read = rig.submit(Rig::read(QStringLiteral("read")));
        QTRY_VERIFY(rig.server.requests().size() >= 2);
        broken = false;
        QVERIFY(read.ok());
        QCOMPARE(read.value().json[QLatin1String("fine")].toInt(), 1);
    }

    void readsAreRepeatedFiveTimesAtMost()
    {
        Rig rig(
            [](const HttpRequest &) { return HttpAnswer{.status = 503, .body = "down", .contentType = "text/plain"}; });
        const auto outcome = rig.submit(Rig::read(QStringLiteral("a")));
        QVERIFY(outcome.failed());
        QCOMPARE(outcome.error().kind, ErrorKind::ServerFault);
        QCOMPARE(outcome.error().httpStatus, 503);
        QCOMPARE(outcome.error().detail, QStringLiteral("down"));
        QCOMPARE(rig.server.requests().size(), 5);
    }

    void writesAreSentOnce_data() { readsAreRepeated_data(); }

    void writesAreSentOnce()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, ending);
        Rig rig(
            [&](const HttpRequest &) {
                return HttpAnswer{.status = status, .body = body, .ending = HttpAnswer::Ending(ending)};
            },
            {.idleTimeout = std::chrono::milliseconds(60)});
        const auto outcome = rig.submit(Rig::write(QStringLiteral("w")));
        QVERIFY(outcome.failed());
        QVERIFY(outcome.error().leavesWriteInDoubt());
        QVERIFY(!outcome.error().userText.isEmpty());
        QTest::qWait(30);
        QCOMPARE(rig.server.requests().size(), 1);
        QCOMPARE(outcome.count(), 1);
    }

    void othersGoOnWhileOneBacksOff()
    {
        Rig rig(
            [](const HttpRequest &request) {
                return request.path().endsWith("bad") ? HttpAnswer{.status = 500} : HttpAnswer{.body = "{}"};
            },
            {}, 1);
        rig.submit(Rig::read(QStringLiteral("bad"), Priority::Visible));
        QVERIFY(rig.submit(Rig::read(QStringLiteral("good"))).ok());
        QCOMPARE(rig.arrived().mid(0, 2), (QList<QByteArray>{"bad", "good"}));
    }

    void reachableFollowsTheNetwork()
    {
        HttpAnswer answer{.ending = HttpAnswer::Ending::Drop};
        Rig rig([&](const HttpRequest &) { return answer; });
        QSignalSpy reachable(&rig.scheduler, &Scheduler::reachableChanged);
        QVERIFY(rig.submit(Rig::write(QStringLiteral("w"))).failed());
        QCOMPARE(reachable.size(), 1);
        QCOMPARE(reachable.last().first().toBool(), false);
        answer = HttpAnswer{.status = 404};
        QVERIFY(rig.submit(Rig::write(QStringLiteral("w"))).failed());
        QCOMPARE(reachable.size(), 2);
        QCOMPARE(reachable.last().first().toBool(), true);
    }
};

SEGUE_TEST(TestScheduler)
#include "tst_Scheduler.moc"
