// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/LikedTracks.h"
#include "tests/support/FakeApi.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

#include <functional>

using namespace segue;
using models::LikeOutcome;
using segue::test::FakeApi;
using segue::test::FakeShelf;
using State = models::LikedTracks::State;

/// What is asked about Liked Songs, and what is shown of it.
class TestLikedTracks : public QObject
{
    Q_OBJECT

    struct Setup {
        static QString track(int number) { return QStringLiteral("spotify:track:%1").arg(number); }
        static QStringList tracks(int first, int count)
        {
            QStringList out;
            for (int i = first; i < first + count; ++i)
                out.append(track(i));
            return out;
        }
        static QString episode(int number) { return QStringLiteral("spotify:episode:%1").arg(number); }
        [[nodiscard]] State state(int number) const { return liked.state(track(number)); }
        void fail(ErrorKind kind, bool carriedOut = false)
        {
            shelf.answers.failNext({.error = FakeApi::error(kind, 403), .carriedOut = carriedOut});
        }
        [[nodiscard]] const LikeOutcome &last() const { return outcomes.constLast(); }

        FakeShelf shelf;
        models::LikedTracks liked{shelf};
        QList<LikeOutcome> outcomes;
        QMetaObject::Connection heard = connect(&liked, &models::LikedTracks::finished, &liked,
                                                [this](const LikeOutcome &outcome) { outcomes.append(outcome); });
    };

private Q_SLOTS:
    void asksInBatchesOneAfterTheOther()
    {
        Setup s;
        s.shelf.perCall = 3;
        s.shelf.put(Setup::track(4));
        s.shelf.answers.hold(true);
        s.liked.want(Setup::tracks(0, 5));
        QCOMPARE(s.shelf.log.size(), 1);
        s.shelf.answers.hold(false);
        QTRY_COMPARE(s.state(4), State::Liked);
        QCOMPARE(s.shelf.log, (QStringList{QStringLiteral("contains spotify:track:0,spotify:track:1,spotify:track:2"),
                                           QStringLiteral("contains spotify:track:3,spotify:track:4")}));
        QCOMPARE(s.state(0), State::NotLiked);
        QCOMPARE(s.state(9), State::Unknown);
        // What is known is not asked for again.
        s.liked.want(Setup::tracks(0, 5));
        QCOMPARE(s.shelf.log.size(), 2);
    }

    void whatHasGoneOffTheScreenIsNotAskedFor()
    {
        Setup s;
        s.shelf.perCall = 2;
        s.shelf.answers.hold(true);
        s.liked.want(Setup::tracks(0, 6));
        s.liked.want(Setup::tracks(10, 1));
        s.shelf.answers.hold(false);
        QTRY_COMPARE(s.state(10), State::NotLiked);
        QCOMPARE(s.shelf.log.size(), 2);
        QCOMPARE(s.state(2), State::Unknown);
    }

    void localFilesAreNotAskedFor()
    {
        Setup s;
        s.liked.want({QStringLiteral("spotify:local:A:B:C:60"), QStringLiteral("spotify:show:s"), QString()});
        QCOMPARE(s.shelf.log, QStringList());
    }

    void aCallIsAboutOneKind()
    {
        Setup s;
        s.shelf.put(Setup::episode(1));
        s.liked.want({Setup::episode(0), Setup::track(0), Setup::episode(1)});
        QTRY_COMPARE(s.liked.state(Setup::episode(1)), State::Liked);
        QCOMPARE(s.shelf.log, (QStringList{QStringLiteral("contains spotify:track:0"),
                                           QStringLiteral("contains spotify:episode:0,spotify:episode:1")}));
        s.liked.set({Setup::episode(0), Setup::track(0), Setup::episode(1)}, true);
        QTRY_COMPARE(s.outcomes.size(), 1);
        QCOMPARE(s.last().changed, (QStringList{Setup::track(0), Setup::episode(0)}));
        QVERIFY(s.shelf.has(Setup::episode(0)));
        QVERIFY(s.shelf.has(Setup::track(0)));
    }

    void aKindThatIsRefusedDoesNotEndTheOther()
    {
        Setup s;
        s.fail(ErrorKind::MissingScope);
        s.liked.want({Setup::track(0), Setup::episode(0)});
        QTRY_COMPARE(s.liked.state(Setup::episode(0)), State::NotLiked);
        QCOMPARE(s.state(0), State::Unknown);
        s.fail(ErrorKind::NotAllowed);
        s.liked.set({Setup::track(1), Setup::episode(0)}, true);
        QTRY_COMPARE(s.outcomes.size(), 1);
        QCOMPARE(s.last().changed, QStringList{Setup::episode(0)});
        QCOMPARE(s.last().failed, QStringList{Setup::track(1)});
        QVERIFY(s.last().error);
    }

    void aQuestionThatFailsIsRepeatedWhenItMaySucceed_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("whenWanted");
        QTest::addColumn<bool>("whenAllowed");
        QTest::newRow("no network") << ErrorKind::Network << true << true;
        QTest::newRow("a scope is missing") << ErrorKind::MissingScope << false << true;
        QTest::newRow("signed out") << ErrorKind::SignedOut << false << true;
        QTest::newRow("not for this account") << ErrorKind::NotAllowed << false << false;
        QTest::newRow("not for this app") << ErrorKind::AppRefused << false << false;
    }
    void aQuestionThatFailsIsRepeatedWhenItMaySucceed()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(bool, whenWanted);
        QFETCH(bool, whenAllowed);
        Setup s;
        s.shelf.answers.hold(true);
        const auto asks = [&s](const std::function<void()> &how) {
            const auto before = s.shelf.log.size();
            how();
            return s.shelf.log.size() > before;
        };
        const auto want = [&s] { s.liked.want(Setup::tracks(0, 1)); };
        const auto answer = [&s] {
            QSignalSpy answered(&s.shelf.answers, &test::HeldAnswers::answered);
            s.shelf.answers.release();
            QVERIFY(!answered.isEmpty() || answered.wait());
        };
        s.fail(kind);
        QVERIFY(asks(want));
        answer();
        s.fail(kind);
        QCOMPARE(asks(want), whenWanted);
        if (whenWanted)
            answer();
        QCOMPARE(asks([&s] { s.liked.askAgain(); }), whenAllowed);
    }

    void aSaveNeverRemoves()
    {
        Setup s;
        s.shelf.put(Setup::track(0));
        s.liked.set(Setup::tracks(0, 1), true); // nobody knew that it was there
        QTRY_COMPARE(s.outcomes.size(), 1);
        QCOMPARE(s.shelf.log, QStringList{QStringLiteral("contains spotify:track:0")});
        QVERIFY(s.last().changed.isEmpty() && !s.last().error);
        QCOMPARE(s.state(0), State::Liked);
    }

    void tellsWhatHasBecomeOfIt()
    {
        Setup s;
        s.shelf.perCall = 2;
        s.shelf.put(Setup::track(1));
        s.liked.set(Setup::tracks(0, 4), true);
        QTRY_COMPARE(s.outcomes.size(), 1);
        QCOMPARE(s.last().changed, (QStringList{Setup::track(0), Setup::track(2), Setup::track(3)}));
        s.liked.set(s.last().changed, false);
        QCOMPARE(s.state(3), State::NotLiked); // shown before it is answered
        QTRY_COMPARE(s.outcomes.size(), 2);
        QVERIFY(!s.last().liked);
        QVERIFY(s.shelf.has(Setup::track(1)));
        QVERIFY(!s.shelf.has(Setup::track(3)));
    }

    void aRefusalPutsItBack()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.fail(ErrorKind::NotAllowed);
        s.liked.set(Setup::tracks(0, 1), true);
        QCOMPARE(s.state(0), State::Liked);
        QTRY_COMPARE(s.outcomes.size(), 1);
        QVERIFY(s.last().error);
        QCOMPARE(s.last().failed, Setup::tracks(0, 1));
        QCOMPARE(s.state(0), State::NotLiked);
    }

    void whatIsInDoubtIsAskedAnew()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.fail(ErrorKind::ServerFault, true);
        s.shelf.answers.hold(true);
        s.liked.set(Setup::tracks(0, 1), true);
        s.shelf.answers.release();
        QTRY_COMPARE(s.outcomes.size(), 1);
        QVERIFY(s.last().error);
        QCOMPARE(s.state(0), State::Unknown);
        s.shelf.answers.hold(false);
        QTRY_COMPARE(s.state(0), State::Liked);
    }

    void aLaterWishOutlivesTheFailureOfAnEarlierOne_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("in doubt") << ErrorKind::ServerFault;
        QTest::newRow("refused") << ErrorKind::NotAllowed;
    }
    void aLaterWishOutlivesTheFailureOfAnEarlierOne()
    {
        QFETCH(ErrorKind, kind);
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.shelf.answers.hold(true);
        s.fail(kind, kind == ErrorKind::ServerFault);
        s.liked.set(Setup::tracks(0, 1), true);
        s.liked.set(Setup::tracks(0, 1), false);
        QCOMPARE(s.state(0), State::NotLiked);
        s.shelf.answers.release();
        QTRY_COMPARE(s.outcomes.size(), 1);
        QCOMPARE(s.state(0), State::NotLiked);
        s.shelf.answers.hold(false);
        QTRY_COMPARE(s.outcomes.size(), 2);
        QVERIFY(!s.last().error);
        QCOMPARE(s.state(0), State::NotLiked);
        QVERIFY(!s.shelf.has(Setup::track(0)));
    }

    void aLaterWishThatFailsLeavesWhatSpotifyHas()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.shelf.answers.hold(true);
        s.fail(ErrorKind::NotAllowed);
        s.fail(ErrorKind::NotAllowed);
        s.liked.set(Setup::tracks(0, 1), true);
        s.liked.set(Setup::tracks(0, 1), false);
        s.shelf.answers.hold(false);
        QTRY_COMPARE(s.outcomes.size(), 2);
        QCOMPARE(s.state(0), State::NotLiked); // not as the first wish had it
    }

    void readsAgainAndShowsWhatItKnewUntilThen()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.liked.set(Setup::tracks(0, 1), true);
        QTRY_COMPARE(s.outcomes.size(), 1);
        s.shelf.take(Setup::track(0)); // elsewhere
        s.liked.reload();
        QCOMPARE(s.state(0), State::Liked);
        QTRY_COMPARE(s.state(0), State::NotLiked);
    }

    void severalWantTheirs()
    {
        Setup s;
        s.shelf.perCall = 1;
        const QObject other;
        s.liked.want(Setup::tracks(0, 2));
        s.liked.want(Setup::tracks(5, 1), &other);
        QTRY_COMPARE(s.state(5), State::NotLiked);
        QTRY_COMPARE(s.state(1), State::NotLiked);
    }

    void anAnswerFromBeforeDoesNotUndoWhatTheUserDid()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.shelf.answers.hold(true);
        s.liked.reload();
        s.liked.set(Setup::tracks(0, 1), true);
        QSignalSpy changed(&s.liked, &models::LikedTracks::changed);
        s.shelf.answers.release(); // "no", as it was when it was asked
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(s.state(0), State::Liked);
        s.shelf.answers.hold(false);
        QTRY_VERIFY(s.shelf.has(Setup::track(0)));
        QTRY_COMPARE(s.outcomes.size(), 1);
        QCOMPARE(s.state(0), State::Liked);
    }
};

SEGUE_TEST(TestLikedTracks)
#include "tst_LikedTracks.moc"
