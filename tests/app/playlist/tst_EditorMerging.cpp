// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// Edits of ours and of somebody else that meet.
class TestEditorMerging : public EditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void somebodyElsesEditIsMergedWhenTheListIsReadAgain()
    {
        openWhole(6);
        QSignalSpy mergedSpy(m_editor.get(), &Editor::mergedForeignChanges);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Timeout), true});
        m_api->hold(true);
        m_editor->moveRows({5}, 0);
        QTRY_COMPARE(m_api->heldCount(), 1);
        m_api->hold(false);
        QTRY_COMPARE(atSpotify().first(), QStringLiteral("t5"));
        entries().insert(3, FakeApi::entry(QStringLiteral("spotify:track:theirs"), QDateTime::currentDateTimeUtc()));
        waitSaved();
        QTRY_COMPARE(mergedSpy.size(), 1);
        QCOMPARE(mergedSpy.first().at(0).toInt(), 1);
        QCOMPARE(mergedSpy.first().at(2).toInt(), 0);
        QCOMPARE(shown(), atSpotify());
        QVERIFY(shown().contains(QStringLiteral("theirs")));
        QCOMPARE(shown().first(), QStringLiteral("t5"));
    }

    void anEditTakenBackWhileItsAnswerIsLostStaysTakenBack()
    {
        openWhole(6);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Timeout), true});
        m_api->hold(true);
        m_editor->moveRows({5}, 0);
        QTRY_COMPARE(m_api->heldCount(), 1);
        m_editor->undoStack().undo();
        entries().append(FakeApi::entry(QStringLiteral("spotify:track:theirs"), QDateTime::currentDateTimeUtc()));
        m_api->hold(false);
        QTRY_VERIFY(atSpotify().first() == QLatin1String("t0") && m_api->writes().size() >= 2);
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}) << QStringLiteral("theirs") << QStringLiteral("t5"));
        QCOMPARE(atSpotify(), shown());
    }

    void anOldAnswerRightAfterAWriteIsNotTakenForSomebodyElsesEdit()
    {
        openWhole(6);
        m_editor->moveRows({5}, 0);
        waitSaved();
        QSignalSpy mergedSpy(m_editor.get(), &Editor::mergedForeignChanges);
        // The service still shows the list of before our write, then catches up.
        const QList<web::PlaylistEntry> now = entries();
        QList<web::PlaylistEntry> old = now;
        old.move(0, 5);
        entries() = old;
        m_api->log.clear();
        m_editor->load();
        QTRY_VERIFY(m_api->log.filter(QStringLiteral("entries")).size() >= 2);
        entries() = now;
        waitSaved();
        QCOMPARE(shown(), tracks({5, 0, 1, 2, 3, 4}));
        QCOMPARE(mergedSpy.size(), 0);
        QVERIFY(m_api->writes().isEmpty());
    }

    void readingAgainKeepsUnsavedEditsAndTakesInOthers()
    {
        openWhole(6);
        entries().removeAt(2);
        m_api->hold(true);
        m_editor->load();
        m_editor->moveRows({5}, 0);
        m_api->hold(false);
        QTRY_COMPARE(atSpotify(), tracks({5, 0, 1, 3, 4}));
        waitSaved();
        QCOMPARE(shown(), atSpotify());
    }
};

SEGUE_TEST(TestEditorMerging)
#include "tst_EditorMerging.moc"
