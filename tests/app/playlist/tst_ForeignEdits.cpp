// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;
using namespace std::chrono_literals;

/// Edits made elsewhere, found by asking for the playlist's snapshot.
class TestForeignEdits : public EditorFixture
{
    Q_OBJECT

    /// As long as the interval were over; waits for the answer.
    void look()
    {
        m_editor->setCheckInterval(0s);
        QSignalSpy details(m_api.get(), &FakeApi::answered);
        m_editor->lookForChanges();
        QTRY_VERIFY(details.size() > 0);
    }

    qsizetype pagesRead() const { return m_api->log.filter(QStringLiteral("entries")).size(); }

private Q_SLOTS:
    void areReadAndMerged()
    {
        openWhole(10);
        QSignalSpy merged(m_editor.get(), &Editor::mergedForeignChanges);
        m_api->editElsewhere(QStringLiteral("p"), [](QList<web::PlaylistEntry> &entries) { entries.removeAt(4); });
        look();
        QTRY_COMPARE(merged.size(), 1);
        QCOMPARE(merged.at(0).at(1).toInt(), 1);
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(shown().size(), 9);
        // What is known by now is not read again.
        const qsizetype pages = pagesRead();
        look();
        QCOMPARE(pagesRead(), pages);
    }

    void anUnchangedListIsNotReadAgain()
    {
        openWhole(10);
        look();
        QCOMPARE(m_api->log, QStringList{QStringLiteral("playlist p")});
    }

    void ownEditsAreNotForeign()
    {
        openWhole(10);
        m_editor->moveRows({9}, 0);
        waitSaved();
        m_api->log.clear();
        look();
        QCOMPARE(pagesRead(), 0);
    }

    void anEditOfOursUnderWayIsLeftAlone()
    {
        openWhole(10);
        m_api->editElsewhere(QStringLiteral("p"),
                             [](QList<web::PlaylistEntry> &entries) { entries.swapItemsAt(2, 3); });
        m_editor->setCheckInterval(0s);
        m_editor->moveRows({9}, 0);
        m_editor->lookForChanges();
        waitSaved();
        QCOMPARE(shown().constFirst(), QStringLiteral("t9"));
    }

    void isAskedNoMoreOftenThanTheInterval()
    {
        openWhole(10);
        m_editor->lookForChanges();
        m_editor->lookForChanges();
        QCOMPARE(m_api->log, QStringList()); // opening it asked already
        m_editor->setCheckInterval(0s);
        m_editor->lookForChanges();
        m_editor->setCheckInterval(1h);
        m_editor->lookForChanges();
        QCOMPARE(m_api->log.size(), 1);
    }
};

SEGUE_TEST(TestForeignEdits)
#include "tst_ForeignEdits.moc"
