// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/SchedulerRig.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

#include <utility>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using Rig = SchedulerRig;

namespace
{

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

/// Rate limits: short ones are waited out, long ones are told.
class TestSchedulerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortRateLimitIsWaitedOut_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<bool>("json");
        QTest::newRow("plain") << QByteArray("3") << false;
        QTest::newRow("json") << QByteArray("3") << true;
        QTest::newRow("zero") << QByteArray("0") << false;
        QTest::newRow("missing") << QByteArray() << false;
        QTest::newRow("missing, the quota is used up") << QByteArray() << true;
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
            // What is left of it, by the moment it is told.
            QVERIFY(outcome.error().retryAfter->count() <= told);
            QVERIFY(outcome.error().retryAfter->count() > told - 30);
            QVERIFY(!outcome.error().leavesWriteInDoubt());
            QVERIFY(!outcome.error().userText.isEmpty());
        }
        QCOMPARE(rig.arrived().size(), 1);
        QCOMPARE(paused.size(), 1);
        const qint64 away = QDateTime::currentDateTimeUtc().secsTo(paused.first().first().toDateTime());
        QVERIFY(away > told - 10 && away <= told);
    }

    void aQuotaThatStaysUsedUpIsTold()
    {
        Rig rig([&](const HttpRequest &) { return tooMany({}, true); });
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        const auto outcome = rig.submit(Rig::read(QStringLiteral("a")));
        QVERIFY(outcome.failed());
        QCOMPARE(outcome.error().kind, ErrorKind::RateLimited);
        QCOMPARE(rig.arrived().size(), 2); // once more after the window, which would have been enough for the pace
        QCOMPARE(outcome.error().retryAfter->count(), 300);
        const QDateTime until = paused.last().first().toDateTime();
        QVERIFY(QDateTime::currentDateTimeUtc().secsTo(until) > 200);
        QVERIFY(
            outcome.error().userText.contains(QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat)));
    }

    void whatIsLeftOfAPauseIsTold()
    {
        std::chrono::milliseconds now{1};
        Rig rig([&](const HttpRequest &) { return tooMany("3600"); }, {}, 6, [&now] { return now; });
        QVERIFY(rig.submit(Rig::read(QStringLiteral("a"))).failed());
        now += std::chrono::seconds(30); // of the rig's time: 3,000 s
        const auto later = rig.submit(Rig::read(QStringLiteral("b")));
        QVERIFY(later.failed());
        QCOMPARE(later.error().retryAfter->count(), 600);
    }

    void aClockThatWasSetMovesTheEndThatIsTold()
    {
        std::chrono::milliseconds now{1};
        Rig rig([&](const HttpRequest &) { return tooMany("3600"); }, {}, 6, [&now] { return now; });
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        QVERIFY(rig.submit(Rig::read(QStringLiteral("a"))).failed());
        QCOMPARE(paused.size(), 1);
        // As far as the scheduler can see: its own clock goes on and the wall clock does not follow.
        now += std::chrono::seconds(20);
        QVERIFY(rig.submit(Rig::read(QStringLiteral("b"))).failed());
        QCOMPARE(paused.size(), 2);
        const QDateTime before = paused.first().first().toDateTime();
        const qint64 earlier = paused.last().first().toDateTime().secsTo(before);
        QVERIFY2(earlier >= 19 && earlier <= 20, qPrintable(QString::number(earlier)));
    }

    void requestsAreSpreadAfterARefusal()
    {
        std::chrono::milliseconds now{1};
        int taken = 0;
        bool refused = false;
        Rig rig(
            [&](const HttpRequest &) {
                if (taken < 40 || refused) {
                    ++taken;
                    return HttpAnswer{.body = "{}"};
                }
                refused = true;
                return tooMany("1");
            },
            {}, 1, [&now] { return now; });
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        QList<Outcome<ApiAnswer>> outcomes;
        for (int i = 0; i < 100; ++i)
            outcomes.append(rig.submit(Rig::read(QString::number(i))));
        QTRY_COMPARE(paused.size(), 1); // the refusal has arrived
        // 40 went well in one window: 36 in each from now on, of which the last quarter is not for the background.
        now += std::chrono::milliseconds(301);
        rig.submit(Rig::read(QStringLiteral("background"), Priority::Background));
        QTRY_COMPARE(taken, 76);
        QTest::qWait(50);
        QCOMPARE(taken, 76);
        now += std::chrono::milliseconds(301);
        const auto last = rig.submit(Rig::read(QStringLiteral("background"), Priority::Background));
        QVERIFY(last.ok());
        for (const auto &outcome : outcomes)
            QVERIFY(outcome.ok());
        QCOMPARE(taken, 102);
    }

    void whatComesDueWhileOneLooksIsSent()
    {
        // Whichever look at the clock it is that sees the window end.
        for (int looks = 1; looks <= 20; ++looks) {
            std::chrono::milliseconds now{1};
            int looksLeft = 0;
            int taken = 0;
            Rig rig([&](const HttpRequest &) { return ++taken == 41 ? tooMany("1") : HttpAnswer{.body = "{}"}; }, {}, 1,
                    [&] {
                        if (looksLeft > 0 && --looksLeft == 0)
                            now += std::chrono::milliseconds(1);
                        return now;
                    });
            QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
            QList<Outcome<ApiAnswer>> outcomes;
            for (int i = 0; i < 41; ++i)
                outcomes.append(rig.submit(Rig::read(QString::number(i))));
            QVERIFY(paused.wait());
            now += std::chrono::milliseconds(300);
            for (int i = 0; i < 35; ++i) // 40 went well: with the one that was refused these fill the next window
                outcomes.append(rig.submit(Rig::read(QString::number(i))));
            for (const auto &outcome : std::as_const(outcomes))
                QVERIFY(outcome.ok());
            now += std::chrono::milliseconds(299);
            looksLeft = looks;
            QVERIFY2(rig.submit(Rig::read(QStringLiteral("last"))).ok(), qPrintable(QString::number(looks)));
        }
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
        QSignalSpy uploads(&rig.scheduler, &Scheduler::uploadsPausedUntil);
        const auto upload = rig.submit(Rig::upload(QStringLiteral("images")));
        QTRY_COMPARE(rig.arrived().size(), 1);
        QVERIFY(rig.submit(Rig::read(QStringLiteral("read"))).ok());
        QCOMPARE(upload.count(), 0);
        QVERIFY(upload.ok());
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"images", "read", "images"}));
        QCOMPARE(paused.size(), 0);
        QCOMPARE(uploads.size(), 2);
        QVERIFY(uploads.first().first().toDateTime() > QDateTime::currentDateTimeUtc());
        QVERIFY(!uploads.last().first().toDateTime().isValid());
    }

    void aQuotaTellsNothingOfThePace()
    {
        std::chrono::milliseconds now{1};
        int taken = 0;
        Rig rig([&](const HttpRequest &) { return ++taken == 41 ? tooMany({}, true) : HttpAnswer{.body = "{}"}; }, {},
                1, [&now] { return now; });
        QSignalSpy paused(&rig.scheduler, &Scheduler::pausedUntil);
        QList<Outcome<ApiAnswer>> outcomes;
        for (int i = 0; i < 100; ++i)
            outcomes.append(rig.submit(Rig::read(QString::number(i))));
        QVERIFY(paused.wait());
        now += std::chrono::minutes(5); // all at once again, although no further window passes
        rig.submit(Rig::read(QStringLiteral("last")));
        for (const auto &outcome : std::as_const(outcomes))
            QVERIFY(outcome.ok());
    }
};

SEGUE_TEST(TestSchedulerLimits)
#include "tst_SchedulerLimits.moc"
