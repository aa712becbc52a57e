// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Pacer.h"
#include "tests/support/TestMain.h"

using namespace segue::web;
using namespace std::chrono_literals;

/// How what the service takes in 30 s is learnt and kept to.
class TestPacer : public QObject
{
    Q_OBJECT

    using Ms = Pacer::Ms;

    /// So many requests, a tenth of a second apart; when the last one left.
    static Ms send(Pacer &pacer, int count, Ms from)
    {
        for (int i = 0; i < count; ++i)
            pacer.sent(from + 100ms * i);
        return from + 100ms * (count - 1);
    }
    /// How many may leave at this moment.
    static int room(Pacer pacer, Ms now, Priority priority = Priority::Normal)
    {
        int count = 0;
        for (; count < 10'000 && pacer.earliest(priority, now) <= now; ++count)
            pacer.sent(now);
        return count;
    }

private Q_SLOTS:
    void nothingIsHeldBackBeforeTheFirstRefusal()
    {
        Pacer pacer(30s, 10);
        send(pacer, 200, 1s);
        QCOMPARE(pacer.limit(), 0);
        QCOMPARE(room(pacer, 21s), 10'000);
    }

    void learnsFromWhatLedToARefusal()
    {
        Pacer pacer(30s, 10);
        const Ms last = send(pacer, 101, 1s);
        pacer.refused(last, last + 50ms);
        QCOMPARE(pacer.limit(), 90);
        QCOMPARE(room(pacer, last + 50ms), 0);
        // When the first eleven are out of the window, there is room for as many less.
        QCOMPARE(pacer.earliest(Priority::Normal, last + 50ms), 1s + 100ms * 11 + 30s);
        QCOMPARE(room(pacer, last + 30s), 90);
    }

    void whatWasSentEarlierDoesNotCount()
    {
        Pacer pacer(30s, 10);
        send(pacer, 50, 1s);
        const Ms last = send(pacer, 41, 60s);
        pacer.refused(last, last);
        QCOMPARE(pacer.limit(), 36);
    }

    void refusalsOfThoseUnderWayTogetherTellOnce()
    {
        Pacer pacer(30s, 10);
        const Ms last = send(pacer, 101, 1s);
        for (int i = 0; i < 6; ++i)
            pacer.refused(last - 100ms * i, last + 50ms);
        QCOMPARE(pacer.limit(), 90);
    }

    void aSecondRefusalLowersIt()
    {
        Pacer pacer(30s, 10);
        Ms last = send(pacer, 101, 1s);
        pacer.refused(last, last);
        last = send(pacer, 51, last + 40s); // somebody else uses the same client ID
        pacer.refused(last, last);
        QCOMPARE(pacer.limit(), 45);
        last = send(pacer, 11, last + 40s);
        pacer.refused(last, last);
        QCOMPARE(pacer.limit(), 10); // the smallest
    }

    void aRefusalOfHardlyAnythingTellsNothing()
    {
        Pacer pacer(30s, 10);
        const Ms last = send(pacer, 10, 1s);
        pacer.refused(last, last);
        QCOMPARE(pacer.limit(), 0);
    }

    void whatNobodyWaitsForLeavesRoom()
    {
        Pacer pacer(30s, 10);
        const Ms last = send(pacer, 101, 1s);
        pacer.refused(last, last);
        QCOMPARE(room(pacer, last + 30s, Priority::Idle), 45);
        QCOMPARE(room(pacer, last + 30s, Priority::Background), 67);
        send(pacer, 67, last + 30s);
        QVERIFY(pacer.earliest(Priority::Background, last + 37s) > last + 37s);
        QVERIFY(pacer.earliest(Priority::Visible, last + 37s) <= last + 37s);
    }

    void growsAgainWithTime()
    {
        Pacer pacer(30s, 10);
        const Ms last = send(pacer, 101, 1s);
        pacer.refused(last, last);
        QCOMPARE(room(pacer, last + 299s), 90);
        QCOMPARE(room(pacer, last + 300s), 99);
    }
};

SEGUE_TEST(TestPacer)
#include "tst_Pacer.moc"
