// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <numeric>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// Which calls edits come to: their sum, planned once, and none for what is taken back.
class TestEditorCalls : public EditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void editsBeforeTheListIsReadWaitForIt()
    {
        m_api->addPlaylist(QStringLiteral("p"), 150);
        m_api->hold(true);
        openEditor(150);
        m_editor->load();
        m_api->release(2);
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
        QVERIFY(m_editor->moveRows({0}, 120)); // past rows that have not been read yet
        QCOMPARE(m_editor->saveStatus().state, State::Loading);
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 0 1 120")});
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(shown().at(119), QStringLiteral("t0"));
    }

    void editsMadeWhileACallRunsCostTheirSum()
    {
        openWhole(8);
        m_api->hold(true);
        m_editor->moveRows({0}, 8);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->moveRows({0}, 8); // t1 to the end
        m_editor->moveRows({7}, 0); // and back again
        m_editor->moveRows({0, 1}, 5);
        m_api->hold(false);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 2);
        QCOMPARE(atSpotify(), shown());
    }

    void undoBeforeAnythingWasSentCostsNothing()
    {
        openWhole(5);
        m_editor->moveRows({4}, 0);
        m_editor->undoStack().undo();
        waitSaved();
        QVERIFY(m_api->writes().isEmpty());
    }

    void longMovesAreCheckedAndCutWhenTheyDoNothing()
    {
        openWhole(600);
        // The service says yes and does nothing.
        m_api->failNextWrite({FakeApi::error(ErrorKind::ServerFault, 502), false});
        std::vector<int> block(150);
        std::iota(block.begin(), block.end(), 400);
        m_editor->moveRows(block, 0);
        waitSaved();
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(m_api->writes().size(), 3);
        QCOMPARE(m_api->writes().constFirst(), QStringLiteral("reorder p 400 150 0"));
        for (const QString &write : m_api->writes().mid(1))
            QVERIFY2(write.section(u' ', 3, 3).toInt() <= 100, qPrintable(write));
    }

    void disorderIsPlannedBesideTheWindow()
    {
        openWhole(400);
        const auto connection = std::make_shared<QMetaObject::Connection>();
        *connection = connect(m_editor.get(), &Editor::saveStatusChanged, this, [this, connection] {
            if (m_editor->saveStatus().state != State::Planning)
                return;
            disconnect(*connection);
            // Another edit while the first is being planned: what is sent is the plan of their sum.
            m_editor->undoStack().undo();
            m_editor->moveRows({399}, 0);
        });
        m_editor->moveRows(oddRows(400), 0);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 399 1 0")});
        QCOMPARE(atSpotify(), shown());
    }

    void discardingWhileItIsPlannedSendsNothing()
    {
        openWhole(400);
        connect(m_editor.get(), &Editor::saveStatusChanged, this, [this] {
            if (m_editor->saveStatus().state == State::Planning)
                m_editor->discardUnsaved();
        });
        m_editor->moveRows(oddRows(400), 0);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList());
        QCOMPARE(atSpotify(), shown());
    }
};

SEGUE_TEST(TestEditorCalls)
#include "tst_EditorCalls.moc"
