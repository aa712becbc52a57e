// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QUndoStack>

#include <optional>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// What is edited before a list has been read whole is not lost, whatever the reading does.
class TestFirstReading : public EditorFixture
{
    Q_OBJECT

    void waitComplete()
    {
        QTRY_VERIFY(m_editor->document().isComplete());
        waitSaved();
        QCOMPARE(shown(), atSpotify());
    }
    /// A list of 100 of which the first 50 have been read.
    void readHalf(const std::optional<Error> &then = {})
    {
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        openEditor();
        m_editor->load();
        if (then)
            m_api->failNextRead(*then);
        m_api->release(2); // details and the first page
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
    }
    void undoAll()
    {
        while (m_editor->undoStack().canUndo())
            m_editor->undoStack().undo();
        waitSaved();
    }

private Q_SLOTS:
    void tracksPastedBeforeAnythingIsKnownGoToTheEnd()
    {
        m_api->addPlaylist(QStringLiteral("p"), 60);
        const QStringList before = atSpotify();
        m_api->hold(true);
        openEditor();
        m_editor->load();
        QVERIFY(
            m_editor->insertMedia(0, media({QStringLiteral("spotify:track:a"), QStringLiteral("spotify:track:b")})));
        QCOMPARE(m_editor->document().size(), 2);
        m_api->hold(false);
        waitComplete();
        QCOMPARE(shown(), before + QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        undoAll();
        QCOMPARE(atSpotify(), before);
    }

    void editsOutliveAReadingThatBeginsAnew()
    {
        readHalf();
        QVERIFY(m_editor->moveRows({0}, 30));
        QVERIFY(m_editor->removeRows({4}));   // t5
        QVERIFY(m_editor->moveRows({1}, 97)); // t2, past rows that have not been read
        QVERIFY(m_editor->insertMedia(10, media({QStringLiteral("spotify:track:a")})));
        QStringList expected = shown();
        entries().removeAt(40); // the second page comes from a shorter list
        m_api->hold(false);
        waitComplete();
        QStringList theirs = tracks({});
        for (int i = 0; i < 100; ++i) {
            if (i != 40)
                theirs.append(QStringLiteral("t%1").arg(i));
        }
        QStringList ours = theirs;
        ours.removeOne(QStringLiteral("t5"));
        ours.removeOne(QStringLiteral("t0"));
        ours.insert(ours.indexOf(QStringLiteral("t30")), QStringLiteral("t0"));
        ours.removeOne(QStringLiteral("t2"));
        ours.insert(ours.indexOf(QStringLiteral("t98")), QStringLiteral("t2"));
        ours.insert(ours.indexOf(expected.at(11)), QStringLiteral("a"));
        QCOMPARE(shown(), ours);
        undoAll();
        QCOMPARE(atSpotify(), theirs);
    }

    void editsOutliveAReadingThatFails()
    {
        readHalf(FakeApi::error(ErrorKind::NotFound, 404));
        QVERIFY(m_editor->moveRows({0}, 100));
        QVERIFY(m_editor->removeRows({59})); // t60, which has not been read
        m_api->hold(false);
        QTRY_VERIFY(m_editor->loadError());
        QCOMPARE(m_editor->document().size(), 99);
        m_editor->load();
        waitComplete();
        QCOMPARE(shown().size(), 99);
        QCOMPARE(shown().constLast(), QStringLiteral("t0"));
        QVERIFY(!shown().contains(QStringLiteral("t60")));
        undoAll();
        QCOMPARE(atSpotify().size(), 100);
        QCOMPARE(atSpotify().at(60), QStringLiteral("t60"));
    }

    void aListThatGotEmptyMeanwhileKeepsWhatWasAdded()
    {
        readHalf();
        QVERIFY(m_editor->insertMedia(3, media({QStringLiteral("spotify:track:a")})));
        entries().clear();
        m_api->hold(false);
        waitComplete();
        QCOMPARE(shown(), QStringList{QStringLiteral("a")});
    }
};

SEGUE_TEST(TestFirstReading)
#include "tst_FirstReading.moc"
