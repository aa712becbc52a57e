// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// Answers that are lost, and answers that say no.
class TestEditorFaults : public EditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aLostAnswerIsNeitherRepeatedNorForgotten_data()
    {
        QTest::addColumn<bool>("carriedOut");
        QTest::addColumn<QString>("edit");
        for (const char *edit : {"move", "add", "remove"}) {
            QTest::addRow("%s carried out", edit) << true << QString::fromLatin1(edit);
            QTest::addRow("%s not carried out", edit) << false << QString::fromLatin1(edit);
        }
    }

    void aLostAnswerIsNeitherRepeatedNorForgotten()
    {
        QFETCH(bool, carriedOut);
        QFETCH(QString, edit);
        openWhole(6);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), carriedOut});
        if (edit == QLatin1String("move"))
            m_editor->moveRows({0}, 4);
        else if (edit == QLatin1String("add"))
            m_editor->insertMedia(2, media({QStringLiteral("spotify:track:t5"), QStringLiteral("spotify:track:x")}));
        else
            m_editor->removeRows({3});
        const QStringList wished = shown();
        waitSaved();
        QCOMPARE(atSpotify(), wished);
        QCOMPARE(shown(), wished);
        QCOMPARE(m_api->writes().size(), carriedOut ? 1 : 2);
    }

    void aRefusedWritePutsTheListBackAndCanBeTriedAgain()
    {
        openWhole(5);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_api->failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403), false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).toString(), QStringLiteral("Move 1 track(s)"));
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        m_editor->retryRefused();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({1, 2, 0, 3, 4}));
        QCOMPARE(shown(), atSpotify());
    }

    void undoAfterARefusalDoesNotDoTheRefusedEditBackwards()
    {
        openWhole(5);
        m_api->failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403), false});
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(refused.size(), 1);
        waitSaved();
        m_editor->undoStack().undo();
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        QCOMPARE(atSpotify(), shown());
    }

    void rateLimitsAreWaitedOutAndTold()
    {
        openWhole(4);
        Error limited = FakeApi::error(ErrorKind::RateLimited, 429);
        limited.retryAfter = std::chrono::seconds(3600);
        m_api->failNextWrite({limited, false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Waiting);
        QVERIFY(m_editor->saveStatus().until > QDateTime::currentDateTimeUtc().addSecs(3500));
        m_editor->resume();
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void savingGoesOnByItselfWhenALimitIsOver()
    {
        openWhole(4);
        Error limited = FakeApi::error(ErrorKind::RateLimited, 429);
        limited.retryAfter = std::chrono::seconds(3600);
        m_api->failNextWrite({limited, false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Waiting);
        Q_EMIT m_api->pausedUntil(QDateTime()); // sooner than this class's own timer: the machine slept meanwhile
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void signedOutHoldsTheEditsUntilResumed()
    {
        openWhole(4);
        m_api->failNextWrite({FakeApi::error(ErrorKind::SignedOut, 401), false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Held);
        QCOMPARE(shown(), tracks({1, 2, 0, 3}));
        m_editor->resume();
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void discardingGoesBackToWhatSpotifyHas()
    {
        openWhole(4);
        m_api->failNextWrite({FakeApi::error(ErrorKind::SignedOut, 401), false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Held);
        m_editor->discardUnsaved();
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3}));
        QCOMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().undo(); // discarding is an edit like any other
        QCOMPARE(shown(), tracks({1, 2, 0, 3}));
        waitSaved();
    }

    void discardingWhatWasUndoneWhileItWasSentSendsNothingMore_data()
    {
        QTest::addColumn<int>("ending");
        QTest::addColumn<bool>("carriedOut");
        QTest::newRow("answered") << -1 << true;
        QTest::newRow("answer lost") << int(ErrorKind::Network) << true;
        QTest::newRow("never arrived") << int(ErrorKind::Timeout) << false;
        QTest::newRow("rate limit") << int(ErrorKind::RateLimited) << false;
        QTest::newRow("signed out") << int(ErrorKind::SignedOut) << false;
    }

    /// What is wanted is the list that is known to be at Spotify, so there seems to be nothing to discard; but the call
    /// under way makes another one.
    void discardingWhatWasUndoneWhileItWasSentSendsNothingMore()
    {
        QFETCH(int, ending);
        QFETCH(bool, carriedOut);
        openWhole(5);
        if (ending >= 0)
            m_api->failNextWrite({FakeApi::error(ErrorKind(ending)), carriedOut});
        m_api->hold(true);
        m_editor->moveRows({0}, 4);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().undo();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        m_editor->discardUnsaved();
        m_api->hold(false);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 1);
        QCOMPARE(atSpotify(), carriedOut ? tracks({1, 2, 3, 0, 4}) : tracks({0, 1, 2, 3, 4}));
        QCOMPARE(shown(), atSpotify());
    }

    void discardingWhileItIsSentNeedsNoSignIn()
    {
        openWhole(5);
        m_api->failNextWrite({FakeApi::error(ErrorKind::SignedOut, 401), false});
        m_api->hold(true);
        m_editor->moveRows({0}, 4);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->discardUnsaved();
        m_api->hold(false);
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        QCOMPARE(m_api->writes().size(), 1);
    }

    void whatIsUndoneNeedsNoWaiting_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<SaveStatus::State>("state");
        QTest::newRow("rate limit") << int(ErrorKind::RateLimited) << State::Waiting;
        QTest::newRow("signed out") << int(ErrorKind::SignedOut) << State::Held;
    }

    void whatIsUndoneNeedsNoWaiting()
    {
        QFETCH(int, kind);
        QFETCH(SaveStatus::State, state);
        openWhole(5);
        Error error = FakeApi::error(ErrorKind(kind));
        error.retryAfter = std::chrono::hours(1);
        m_api->failNextWrite({error, false});
        m_editor->moveRows({0}, 4);
        QTRY_COMPARE(m_editor->saveStatus().state, state);
        m_editor->undoStack().undo();
        waitSaved();
        QVERIFY(!m_editor->saveStatus().error);
        QCOMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().redo();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({1, 2, 3, 0, 4}));
    }

    void whatIsUndoneWhileItIsRefusedNeedsNoWaiting()
    {
        openWhole(5);
        m_api->failNextWrite({FakeApi::error(ErrorKind::SignedOut, 401), false});
        m_api->hold(true);
        m_editor->moveRows({0}, 4);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().undo();
        m_api->hold(false);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 1);
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
    }

    /// A 400 may come from a list that is not there any more: it is read once for each edit before the edit is given
    /// up.
    void eachRefusedEditIsCheckedBeforeItIsGivenUp()
    {
        openWhole(5);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_api->failNextWrite({FakeApi::error(ErrorKind::BadRequest, 400), false});
        m_api->hold(true);
        m_editor->moveRows({0}, 4);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().undo(); // so nothing of the first edit is ever confirmed or refused
        m_api->hold(false);
        waitSaved();
        QTRY_COMPARE(m_api->log.filter(QStringLiteral("entries")).size(), 1);
        waitSaved();
        QCoreApplication::processEvents(); // what follows the reading is done in the next round

        m_api->failNextWrite({FakeApi::error(ErrorKind::BadRequest, 400), false});
        m_editor->moveRows({4}, 0);
        QTRY_COMPARE(m_api->log.filter(QStringLiteral("entries")).size(), 2);
        waitSaved();
        QCOMPARE(refused.size(), 0);
        QCOMPARE(shown(), tracks({4, 0, 1, 2, 3}));
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(m_api->writes().size(), 3);
    }

    /// Shortly after a change the service tells an id by which it knows no list.
    void aSnapshotThatIsNoneIsAskedForAgain_data()
    {
        QTest::addColumn<bool>("betterOne");
        QTest::newRow("there is a better one soon") << true;
        QTest::newRow("there never is") << false;
    }
    void aSnapshotThatIsNoneIsAskedForAgain()
    {
        QFETCH(bool, betterOne);
        m_api->positionsHonoured = true;
        m_api->addPlaylist(QStringLiteral("p"),
                           QStringList{QStringLiteral("spotify:track:t0"), QStringLiteral("spotify:track:t1"),
                                       QStringLiteral("spotify:track:t0"), QStringLiteral("spotify:track:t3")});
        openEditor(4);
        load();
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        for (int i = 0; i < 2; ++i)
            m_api->failNextWrite({FakeApi::error(ErrorKind::BadRequest, 400), false});
        int told = 0;
        connect(m_api.get(), &FakeApi::answered, this, [this, betterOne, &told] {
            m_api->detailsOf(QStringLiteral("p")).snapshotId = QStringLiteral("other%1").arg(betterOne ? told++ : 0);
        });
        m_editor->removeRows({2});
        waitSaved();
        disconnect(m_api.get(), nullptr, this, nullptr);
        QCOMPARE(atSpotify(), tracks({0, 1, 3}));
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(refused.size(), 0);
        // Without positions, all copies go, and the others come back.
        QCOMPARE(m_api->writes().size(), betterOne ? 3 : 4);
    }

    void anEditThatIsRefusedTwiceIsGivenUp()
    {
        openWhole(5);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        for (int i = 0; i < 2; ++i)
            m_api->failNextWrite({FakeApi::error(ErrorKind::BadRequest, 400), false});
        m_editor->moveRows({0}, 4);
        QTRY_COMPARE(refused.size(), 1);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 2);
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
    }
};

SEGUE_TEST(TestEditorFaults)
#include "tst_EditorFaults.moc"
