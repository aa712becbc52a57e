// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/SchedulerRig.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using Rig = SchedulerRig;

/// Which request goes when, and what becomes of those that nobody waits for any more.
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

    void idleOnesWaitForEverything()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.body = "{}", .delay = std::chrono::milliseconds(10)}; });
        rig.submit(Rig::read(QStringLiteral("idle1"), Priority::Idle));
        rig.submit(Rig::read(QStringLiteral("idle2"), Priority::Idle));
        rig.submit(Rig::read(QStringLiteral("background"), Priority::Background));
        rig.submit(Rig::write(QStringLiteral("write")));
        QTRY_COMPARE(rig.arrived().size(), 4);
        QCOMPARE(rig.server.mostAtOnce(), 2);
        QCOMPARE(rig.arrived().mid(2), (QList<QByteArray>{"idle1", "idle2"}));
    }

    void idleOnesGoOneByOne()
    {
        Rig rig([](const HttpRequest &) { return HttpAnswer{.body = "{}", .delay = std::chrono::milliseconds(10)}; });
        for (int i = 0; i < 4; ++i)
            rig.submit(Rig::read(QString::number(i), Priority::Idle));
        QTRY_COMPARE(rig.arrived(), (QList<QByteArray>{"0", "1", "2", "3"}));
        QCOMPARE(rig.server.mostAtOnce(), 1);
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

    void heldWritesWaitAndReadsGoOn()
    {
        Rig rig;
        rig.scheduler.holdWrites(true);
        const auto write = rig.submit(Rig::write(QStringLiteral("write")));
        const auto read = rig.submit(Rig::read(QStringLiteral("read")));
        QVERIFY(read.ok());
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"read"}));
        QCOMPARE(write.count(), 0);
        rig.scheduler.holdWrites(false);
        QVERIFY(write.ok());
        QCOMPARE(rig.arrived(), (QList<QByteArray>{"read", "write"}));
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
};

SEGUE_TEST(TestScheduler)
#include "tst_Scheduler.moc"
