// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/LikedTracks.h"
#include "tests/support/FakeApi.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
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
        [[nodiscard]] State state(int number) const { return liked.state(track(number)); }

        FakeShelf shelf;
        models::LikedTracks liked{shelf};
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

    void onlyTracksAreAskedFor()
    {
        Setup s;
        s.liked.want({QStringLiteral("spotify:local:A:B:C:60"), QStringLiteral("spotify:episode:e"), QString()});
        QCOMPARE(s.shelf.log, QStringList());
    }

    void aQuestionThatMayNotBeAskedIsAskedOnce()
    {
        Setup s;
        s.shelf.answers.failNext({.error = FakeApi::error(ErrorKind::Network), .carriedOut = false});
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.shelf.answers.heldCount(), 0);
        QTest::qWait(10);
        s.shelf.answers.failNext({.error = FakeApi::error(ErrorKind::MissingScope, 403), .carriedOut = false});
        s.liked.want(Setup::tracks(0, 1));
        QCOMPARE(s.shelf.log.size(), 2);
        QTest::qWait(10);
        s.liked.want(Setup::tracks(0, 1));
        QCOMPARE(s.shelf.log.size(), 2);
    }

    void aToggleLearnsFirstAndMakesThemAlike()
    {
        Setup s;
        s.shelf.put(Setup::track(1));
        s.liked.toggle(Setup::tracks(0, 2));
        QTRY_COMPARE(s.shelf.log.size(), 2);
        QCOMPARE(s.shelf.log.at(1), QStringLiteral("save spotify:track:0"));
        QCOMPARE(s.state(0), State::Liked);
        s.liked.toggle(Setup::tracks(0, 2));
        QCOMPARE(s.state(1), State::NotLiked); // shown before it is answered
        QTRY_VERIFY(!s.shelf.has(Setup::track(1)));
        QVERIFY(!s.shelf.has(Setup::track(0)));
    }

    void aRefusalPutsItBack()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        QSignalSpy failed(&s.liked, &models::LikedTracks::failed);
        s.shelf.answers.failNext({.error = FakeApi::error(ErrorKind::NotAllowed, 403), .carriedOut = false});
        s.liked.set(Setup::tracks(0, 1), true);
        QCOMPARE(s.state(0), State::Liked);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(s.state(0), State::NotLiked);
    }

    void whatIsInDoubtIsAskedAnew()
    {
        Setup s;
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::NotLiked);
        s.shelf.answers.failNext({.error = FakeApi::error(ErrorKind::ServerFault, 502), .carriedOut = true});
        s.liked.set(Setup::tracks(0, 1), true);
        QTRY_COMPARE(s.state(0), State::Unknown);
        s.liked.want(Setup::tracks(0, 1));
        QTRY_COMPARE(s.state(0), State::Liked);
    }

    void anAnswerFromBeforeDoesNotUndoWhatTheUserDid()
    {
        Setup s;
        s.shelf.answers.hold(true);
        s.liked.want(Setup::tracks(0, 1));
        s.liked.set(Setup::tracks(0, 1), true);
        s.shelf.answers.release(); // "no", as it was when it was asked
        QCOMPARE(s.state(0), State::Liked);
        s.shelf.answers.hold(false);
        QTRY_VERIFY(s.shelf.has(Setup::track(0)));
        QCOMPARE(s.state(0), State::Liked);
    }
};

SEGUE_TEST(TestLikedTracks)
#include "tst_LikedTracks.moc"
