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
};

SEGUE_TEST(TestEditorFaults)
#include "tst_EditorFaults.moc"
