// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/SchedulerRig.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using Rig = SchedulerRig;

/// Tokens that are refused and answers that do not come: reads are repeated, writes are sent once.
class TestSchedulerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

SEGUE_TEST(TestSchedulerFaults)
#include "tst_SchedulerFaults.moc"
