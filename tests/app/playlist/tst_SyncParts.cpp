// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/EarlyReads.h"
#include "app/playlist/sync/JournalBase.h"
#include "app/playlist/sync/ListSnapshots.h"
#include "app/playlist/sync/RetryPause.h"
#include "app/playlist/sync/SavePause.h"
#include "app/playlist/sync/ServiceTraits.h"
#include "app/playlist/sync/SyncActivity.h"
#include "tests/app/playlist/DocumentSupport.h"
#include "tests/support/TestMain.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;
using namespace std::chrono_literals;

/// What the synchronizer is made of, each by itself.
class TestSyncParts : public QObject
{
    Q_OBJECT

    static MoveStep longMove(int length)
    {
        return {.call = {.rangeStart = 0, .rangeLength = length, .insertBefore = 200}};
    }

    static RemoveStep removalByPosition()
    {
        return {.targets = {{.uri = QStringLiteral("u"), .positions = {3}}}, .rows = {3}};
    }

private Q_SLOTS:
    void pausesGrowWithFailuresAndAreNeverShorterThanAsked()
    {
        RetryPause pause;
        pause.setDelays(10ms, 50ms);
        QCOMPARE(pause.pause(), 10ms);
        QCOMPARE(pause.pause(2), 40ms);
        QCOMPARE(pause.afterFailure({}), 10ms);
        QCOMPARE(pause.afterFailure({}), 20ms);
        QCOMPARE(pause.pause(), 40ms);
        Error error;
        error.retryAfter = 3s;
        QCOMPARE(pause.afterFailure(error), 3s);
        QCOMPARE(pause.afterFailure({}), 50ms);
        pause.succeeded();
        QCOMPARE(pause.pause(), 10ms);
    }

    void aPauseEndsByItselfUnlessItIsEnded()
    {
        SavePause pause;
        pause.setDelays(1ms, 20ms);
        QSignalSpy over(&pause, &SavePause::over);
        pause.begin({.kind = ErrorKind::Network});
        QVERIFY(pause.trouble());
        QVERIFY(pause.until().isValid());
        pause.end();
        QVERIFY(!pause.trouble());
        SavePause longer;
        longer.setDelays(10ms, 20ms);
        QSignalSpy longerIsOver(&longer, &SavePause::over);
        longer.beginWithoutTrouble(0);
        QTRY_COMPARE(longerIsOver.size(), 1);
        QCOMPARE(over.size(), 0);
        pause.beginWithoutTrouble(0);
        QVERIFY(!pause.trouble());
        QTRY_COMPARE(over.size(), 1);
        pause.hold({.kind = ErrorKind::SignedOut});
        QCOMPARE(pause.trouble()->kind, ErrorKind::SignedOut);
        QCOMPARE(over.size(), 1);
    }

    void aPauseThatIsLongerThanATimerCanCountIsTold()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // such as one of negative intervals
        SavePause pause;
        Error error{.kind = ErrorKind::RateLimited};
        error.retryAfter = std::chrono::hours(24 * 40);
        pause.begin(error);
        QVERIFY(pause.until() > QDateTime::currentDateTimeUtc().addDays(39));
    }

    void theStatusTellsWhatIsDone_data()
    {
        QTest::addColumn<SyncActivity>("activity");
        QTest::addColumn<bool>("isComplete");
        QTest::addColumn<bool>("isInSync");
        QTest::addColumn<SaveStatus::State>("expected");
        using State = SaveStatus::State;
        const auto whatever = [](const char *name, SyncActivity activity, State state) {
            QTest::newRow(name) << activity << true << false << state;
        };
        QTest::newRow("saved") << SyncActivity::Idle << true << true << State::Saved;
        QTest::newRow("saved, dates to be read") << SyncActivity::Confirming << true << true << State::Saved;
        QTest::newRow("edited while it is read") << SyncActivity::Idle << false << false << State::Loading;
        whatever("between two calls", SyncActivity::Idle, State::Saving);
        whatever("edited while dates are read", SyncActivity::Confirming, State::Saving);
        whatever("planning", SyncActivity::Planning, State::Planning);
        whatever("choosing", SyncActivity::Choosing, State::Choosing);
        whatever("keeping", SyncActivity::Keeping, State::Saving);
        whatever("sending", SyncActivity::Sending, State::Saving);
        whatever("settling", SyncActivity::Settling, State::Checking);
        whatever("reading", SyncActivity::Reading, State::Checking);
        whatever("waiting", SyncActivity::Waiting, State::Waiting);
        whatever("held", SyncActivity::Held, State::Held);
    }
    void theStatusTellsWhatIsDone()
    {
        QFETCH(SyncActivity, activity);
        QFETCH(bool, isComplete);
        QFETCH(bool, isInSync);
        const QDateTime until = QDateTime::currentDateTimeUtc();
        const SaveStatus status = statusOf({.activity = activity,
                                            .isComplete = isComplete,
                                            .isInSync = isInSync,
                                            .callsDone = 2,
                                            .callsPlanned = 3,
                                            .until = until,
                                            .trouble = Error{.kind = ErrorKind::Network}});
        QTEST(status.state, "expected");
        QCOMPARE(status.callsDone, 2);
        QCOMPARE(status.callsTotal, 5);
        // Old troubles are nobody's business.
        QCOMPARE(status.error.has_value(), activity == SyncActivity::Waiting || activity == SyncActivity::Held);
        QCOMPARE(status.until, activity == SyncActivity::Waiting ? until : QDateTime());
    }

    void longRangesAreReadBackUntilOneMoved()
    {
        ServiceTraits traits;
        QVERIFY(!traits.needsReadingBack(longMove(100)));
        QVERIFY(traits.needsReadingBack(longMove(101)));
        traits.learn(longMove(101), {0, 1}, {1, 0}, {1, 0});
        QVERIFY(!traits.needsReadingBack(longMove(101)));
        QCOMPARE(traits.rangeCap(), 0);
    }

    void aLongRangeThatDidNothingCapsTheRange()
    {
        ServiceTraits traits;
        traits.learn(longMove(101), {0, 1}, {1, 0}, {0, 1});
        QCOMPARE(traits.rangeCap(), 100);
        QVERIFY(traits.needsReadingBack(longMove(101)));
    }

    void positionsThatTookOtherCopiesAlongAreNotTrusted()
    {
        ServiceTraits traits;
        QVERIFY(traits.needsReadingBack(removalByPosition()));
        traits.learn(removalByPosition(), {0, 1, 2, 3}, {0, 1, 2}, {0, 1, 2});
        QVERIFY(traits.positionsWork());
        traits.learn(removalByPosition(), {0, 1, 2, 3}, {0, 1, 2}, {0, 2});
        QVERIFY(!traits.positionsWork());
    }

    void aListOfBeforeOurOwnCallIsNoNews()
    {
        const auto document = opened(QStringLiteral("a b c"));
        EarlyReads early;
        QVERIFY(!early.isEarly(entriesOf(QStringLiteral("c a b")))); // nothing was written: it is news
        early.changed(*document, document->server());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(early.isEarly(entriesOf(QStringLiteral("a b c"), 2))); // whatever the dates
            QCOMPARE(early.inARow(), i + 1);
        }
        QVERIFY(!early.isEarly(entriesOf(QStringLiteral("a b c")))); // somebody brought it back
        early.settled();
        QVERIFY(early.isEarly(entriesOf(QStringLiteral("a b c"))));
    }

    void anotherListIsBelievedTheSecondTime()
    {
        const auto document = opened(QStringLiteral("a b c"));
        EarlyReads early;
        early.changed(*document, document->server());
        QVERIFY(early.isEarly(entriesOf(QStringLiteral("b a c")))); // may be half old
        QVERIFY(early.isEarly(entriesOf(QStringLiteral("b c a"))));
        QVERIFY(!early.isEarly(entriesOf(QStringLiteral("b c a"))));
    }

    void aSnapshotBelongsToOneList()
    {
        ListSnapshots snapshots;
        snapshots.belongs(QStringLiteral("s1"), {0, 1, 2});
        QCOMPARE(snapshots.idOf({0, 1, 2}), QStringLiteral("s1"));
        QCOMPARE(snapshots.idOf({0, 2, 1}), QString());
        snapshots.read({0, 2, 1}, {0, 1, 2}); // changed by a call whose answer was lost, say
        QCOMPARE(snapshots.idOf({0, 2, 1}), QString());

        QVERIFY(!snapshots.ask(QStringLiteral("s1"))); // still that of the list of before
        QVERIFY(snapshots.ask(QStringLiteral("s2")));
        snapshots.read({0, 2, 1}, {0, 2, 1});
        QCOMPARE(snapshots.idOf({0, 2, 1}), QStringLiteral("s2"));
    }

    void aSnapshotThatWasAskedForMayBeOfAnotherList()
    {
        ListSnapshots snapshots;
        snapshots.belongs(QStringLiteral("s1"), {0, 1, 2});
        snapshots.read({0, 2, 1}, {0, 1, 2});
        QVERIFY(snapshots.ask(QStringLiteral("s2")));
        snapshots.read({2, 0, 1}, {0, 2, 1}); // somebody was there in between
        QCOMPARE(snapshots.idOf({2, 0, 1}), QString());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!snapshots.isHopeless());
            QVERIFY(!snapshots.ask(QString()));
        }
        QVERIFY(snapshots.isHopeless());
        snapshots.belongs(QStringLiteral("s3"), {2, 0, 1});
        QVERIFY(!snapshots.isHopeless());
    }

    void anIdThatWasOnlyReadMayBeRejected()
    {
        ListSnapshots snapshots;
        snapshots.belongs(QStringLiteral("s1"), {0, 1, 2});
        QVERIFY(!snapshots.reject({0, 1, 2})); // told with the answer to a call: it is that of the list
        QCOMPARE(snapshots.idOf({0, 1, 2}), QStringLiteral("s1"));
        snapshots.read({0, 2, 1}, {0, 1, 2});
        QVERIFY(!snapshots.reject({0, 2, 1})); // there is none
        QVERIFY(snapshots.ask(QStringLiteral("s2")));
        snapshots.read({0, 2, 1}, {0, 2, 1});
        QVERIFY(!snapshots.reject({0, 1, 2})); // of another list
        QVERIFY(snapshots.reject({0, 2, 1}));
        QCOMPARE(snapshots.idOf({0, 2, 1}), QString());
        QVERIFY(!snapshots.ask(QStringLiteral("s2")));
        QVERIFY(snapshots.ask(QStringLiteral("s3")));
        snapshots.read({0, 2, 1}, {0, 2, 1});
        QCOMPARE(snapshots.idOf({0, 2, 1}), QStringLiteral("s3"));
    }

    void rejectingIsNoGoodForEver()
    {
        ListSnapshots snapshots;
        snapshots.mayBelong(QStringLiteral("s0"), {0, 1});
        int rejected = 0;
        while (snapshots.reject({0, 1}) && rejected < 100) {
            ++rejected;
            QVERIFY(snapshots.ask(QStringLiteral("t%1").arg(rejected)));
            snapshots.read({0, 1}, {0, 1});
        }
        QCOMPARE(rejected, 5);
        QVERIFY(snapshots.isHopeless());
    }

    void onlyIdsThatWereNeverHeardOfAreNew()
    {
        ListSnapshots snapshots;
        QVERIFY(!snapshots.hear(QStringLiteral("s1"))); // the first one says nothing
        snapshots.belongs(QStringLiteral("s2"), {0});
        QVERIFY(!snapshots.hear(QStringLiteral("s1")));
        QVERIFY(!snapshots.hear(QStringLiteral("s2")));
        QVERIFY(!snapshots.hear(QString()));
        QVERIFY(snapshots.hear(QStringLiteral("s3")));
        QVERIFY(!snapshots.hear(QStringLiteral("s3")));
    }

    void aBaseServesUntilThereAreOtherRows()
    {
        const auto document = opened(QStringLiteral("a b c"));
        const JournalBase base(*document, {});
        QVERIFY(base.servesFor({2, 0, 1}, {}));
        QVERIFY(base.servesFor({2, 0, 1}, {{0, 1, 2}}));
        QVERIFY(!base.servesFor({0, 1}, {}));
        QVERIFY(!base.servesFor({0, 1, 2}, {{0, 1}}));
        QVERIFY(!JournalBase().servesFor({0, 1, 2}, {}));
    }

    void whatACallMayHaveDoneIsDoubtful()
    {
        const auto document = opened(QStringLiteral("a b c"));
        const RowId added = document->makeRow(entriesOf(QStringLiteral("d")).constFirst());
        const JournalBase base(*document, {{0, 2, added}});
        QCOMPARE(base.list(), (RowList{0, 1, 2, added}));
        QCOMPARE(base.doubtful(), (QList<int>{1, 3}));
        QVERIFY(base.rows().at(0).addedAt.isValid());
        QVERIFY(!base.rows().at(3).addedAt.isValid()); // only Spotify knows its date
        QVERIFY(!base.servesFor(document->server(), {}));
        QCOMPARE(entryOf(*document, base, JournalForm::Replacement).doubtful, (QList<int>{0, 1, 2, 3}));
        QCOMPARE(entryOf(*document, base, JournalForm::Difference).doubtful, base.doubtful());
    }
};

SEGUE_TEST(TestSyncParts)
#include "tst_SyncParts.moc"
