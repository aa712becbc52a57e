// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;

/// What each verb makes of the list, on screen and at Spotify, and what it refuses.
class TestEditorVerbs : public EditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aMoveIsShownAtOnceAndIsOneCall()
    {
        openWhole(6);
        const QDateTime date = entries().at(1).addedAt;
        QVERIFY(m_editor->moveRows({1, 2}, 5));
        QCOMPARE(shown(), tracks({0, 3, 4, 1, 2, 5}));
        QVERIFY(m_editor->hasUnsavedEdits());
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 1 2 5")});
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(m_editor->document().rowAt(3).entry.addedAt, date);
    }

    void aMoveToTheSamePlaceDoesNothing()
    {
        openWhole(4);
        QVERIFY(!m_editor->moveRows({1, 2}, 1));
        QVERIFY(!m_editor->moveRows({1, 2}, 3));
        QVERIFY(!m_editor->moveRows({}, 0));
        QVERIFY(!m_editor->moveRows({77}, 0));
        QCOMPARE(m_editor->undoStack().count(), 0);
    }

    void nudgesEachBlockByOneRow()
    {
        openWhole(7);
        QCOMPARE(m_editor->nudgeRows({1, 2, 5}, 1), (std::vector<int>{2, 3, 6}));
        QCOMPARE(shown(), tracks({0, 3, 1, 2, 4, 6, 5}));
        QCOMPARE(m_editor->nudgeRows({0, 1, 3}, -1), (std::vector<int>{0, 1, 2}));
        QCOMPARE(m_editor->nudgeRows({6}, 1), (std::vector<int>{6}));
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void nudgingOneRowIsOneCall()
    {
        openWhole(5);
        QCOMPARE(m_editor->nudgeRows({2}, -1), (std::vector<int>{1}));
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 2 1 1")});
    }

    void arrangingIsOneStep()
    {
        openWhole(6);
        const RowList before = m_editor->document().wanted();
        const RowList reversed(before.rbegin(), before.rend());
        QSignalSpy stepped(m_editor.get(), &Editor::stepped);
        QVERIFY(m_editor->arrange(reversed, {before[0], before[2]}, QStringLiteral("Reverse")));
        QCOMPARE(m_editor->document().wanted(), reversed);
        QCOMPARE(m_editor->undoStack().count(), 1);
        QCOMPARE(m_editor->undoStack().undoText(), QStringLiteral("Reverse"));
        waitSaved();
        QCOMPARE(atSpotify(), tracks({5, 4, 3, 2, 1, 0}));
        m_editor->undoStack().undo();
        QCOMPARE(m_editor->document().wanted(), before);
        QCOMPARE(stepped.last().first().value<std::vector<int>>(), (std::vector<int>{0, 2}));
        waitSaved();
        QCOMPARE(atSpotify(), tracks({0, 1, 2, 3, 4, 5}));
    }

    void onlyTheSameRowsCanBeArranged()
    {
        openWhole(4);
        const RowList rows = m_editor->document().wanted();
        const QString text = QStringLiteral("Sort");
        QVERIFY(!m_editor->arrange(rows, {}, text));
        QVERIFY(!m_editor->arrange({rows[1], rows[0], rows[2]}, {}, text));
        QVERIFY(!m_editor->arrange({rows[1], rows[0], rows[2], rows[2]}, {}, text));
        QCOMPARE(m_editor->undoStack().count(), 0);
    }

    void replacesInPlace()
    {
        openWhole(5);
        QSignalSpy stepped(m_editor.get(), &Editor::stepped);
        const QList<web::MediumPtr> others = media({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")});
        QVERIFY(m_editor->replaceRows({{4, others.at(2)}, {0, others.at(0)}, {1, others.at(1)}}));
        const QStringList after{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("t2"), QStringLiteral("t3"),
                                QStringLiteral("z")};
        QCOMPARE(shown(), after);
        QCOMPARE(m_editor->undoStack().count(), 1);
        waitSaved();
        QCOMPARE(atSpotify(), after);
        QCOMPARE(m_api->writes().size(), 3); // out with all of them, in with two, in with one
        m_editor->undoStack().undo();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        waitSaved();
        QCOMPARE(atSpotify(), tracks({0, 1, 2, 3, 4}));
        m_editor->undoStack().redo();
        QCOMPARE(stepped.last().first().value<std::vector<int>>(), (std::vector<int>{0, 1, 4}));
        waitSaved();
        QCOMPARE(atSpotify(), after);
    }

    void whatCannotBeReplacedStays()
    {
        openWhole(3);
        entries()[1].medium = nullptr;
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete() && !m_editor->document().rowAt(1).entry.medium);
        const web::MediumPtr other = media({QStringLiteral("x")}).first();
        QVERIFY(!m_editor->replaceRows({{1, other}, {7, other}}));
        QVERIFY(!m_editor->replaceRows({}));
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(!m_editor->replaceRows({{0, test::FakeApi::entry(QStringLiteral("spotify:local:a:b:c:1")).medium}}));
        QVERIFY(!m_editor->replaceRows({{0, nullptr}}));
        QCOMPARE(refused.count(), 2);
        QCOMPARE(m_editor->undoStack().count(), 0);
        int named = 0;
        QVERIFY(m_editor->replaceRows({{1, other}, {2, other}}, [&named](int count) {
            named = count;
            return QStringLiteral("Step");
        }));
        QCOMPARE(named, 1);
        QCOMPARE(m_editor->undoStack().undoText(), QStringLiteral("Step"));
        QCOMPARE(m_editor->document().rowAt(2).uri(), other->uri);
    }

    void removesAndBringsBack()
    {
        openWhole(5);
        QVERIFY(m_editor->removeRows({1, 3}));
        QCOMPARE(shown(), tracks({0, 2, 4}));
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("remove p spotify:track:t1,spotify:track:t3")});
        m_editor->undoStack().undo();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({0, 1, 2, 3, 4}));
        QCOMPARE(shown(), atSpotify());
        // The rows came back with a new date, and it is shown.
        QTRY_COMPARE(m_editor->document().rowAt(1).entry.addedAt, entries().at(1).addedAt);
    }

    void removingOneCopyKeepsTheOthers_data()
    {
        QTest::addColumn<bool>("claimed");
        QTest::addColumn<bool>("honoured");
        QTest::newRow("positions honoured") << true << true;
        QTest::newRow("positions not offered") << false << false;
    }

    void removingOneCopyKeepsTheOthers()
    {
        QFETCH(bool, claimed);
        QFETCH(bool, honoured);
        const QString a = QStringLiteral("spotify:track:a");
        m_api->positionsHonoured = claimed && honoured;
        m_api->addPlaylist(QStringLiteral("p"), QStringList{a, QStringLiteral("spotify:track:b"), a});
        openEditor();
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        const QDateTime date = m_editor->document().rowAt(0).entry.addedAt;
        QCOMPARE(m_editor->costOfRemoving({2}).copiesLosingDate, honoured ? 0 : 1);
        m_editor->removeRows({2});
        waitSaved();
        QCOMPARE(atSpotify(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(entries().first().addedAt == date, honoured);
    }

    void nullRowsStayAndSayWhy()
    {
        m_api->addPlaylist(QStringLiteral("p"), QStringList{QStringLiteral("spotify:track:a"), QString(),
                                                            QStringLiteral("spotify:track:b")});
        openEditor();
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->costOfRemoving({0, 1}).impossible, 1);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(m_editor->removeRows({0, 1}));
        QCOMPARE(refused.size(), 1);
        waitSaved();
        QCOMPARE(m_api->urisOf(QStringLiteral("p")), (QStringList{QString(), QStringLiteral("spotify:track:b")}));
    }

    void addsAtAPositionAndReadsBackWhatItIs()
    {
        openWhole(3);
        QVERIFY(
            m_editor->insertMedia(1, media({QStringLiteral("spotify:track:x"), QStringLiteral("spotify:track:y")})));
        QCOMPARE(m_editor->document().rowAt(1).uri(), QStringLiteral("spotify:track:x"));
        QVERIFY(!m_editor->document().rowAt(1).confirmed);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("add p 1 spotify:track:x,spotify:track:y")});
        QTRY_VERIFY(m_editor->document().rowAt(2).confirmed);
        QCOMPARE(m_editor->document().rowAt(1).entry.medium->title, QStringLiteral("x"));
    }

    void refusesToAddLocalFilesOrTooMany()
    {
        openWhole(3);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        auto local = std::make_shared<web::Medium>();
        local->uri = QStringLiteral("spotify:local:a:b:c:1");
        local->isLocal = true;
        QVERIFY(!m_editor->insertMedia(0, {local}));
        QCOMPARE(refused.size(), 1);
        QVERIFY(
            !m_editor->insertMedia(0, QList<web::MediumPtr>(9998, media({QStringLiteral("spotify:track:x")}).first())));
        QCOMPARE(refused.size(), 2);
        QCOMPARE(shown(), tracks({0, 1, 2}));
    }

    void foreignPlaylistsAreReadOnlyAndSayWhy()
    {
        m_api->addPlaylist(QStringLiteral("p"), 3).ownerId = QStringLiteral("somebody");
        web::Playlist playlist;
        playlist.id = QStringLiteral("p");
        playlist.ownerId = QStringLiteral("somebody");
        playlist.ownerName = QStringLiteral("Somebody");
        m_editor = std::make_unique<Editor>(*m_api, playlist, QStringLiteral("me"));
        QVERIFY(m_editor->readOnlyReason().contains(QStringLiteral("Somebody")));
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(!m_editor->moveRows({0}, 2));
        QVERIFY(!m_editor->removeRows({0}));
        QVERIFY(!m_editor->insertMedia(0, media({QStringLiteral("spotify:track:x")})));
        const RowList rows = m_editor->document().wanted();
        QVERIFY(!m_editor->arrange({rows[1], rows[0], rows[2]}, {}, QStringLiteral("Sort")));
        QCOMPARE(refused.size(), 4);
        QCOMPARE(shown(), tracks({0, 1, 2}));
    }

    void undoAndRedoAreEditsOfTheirOwn()
    {
        openWhole(5);
        m_editor->moveRows({4}, 0);
        waitSaved();
        QCOMPARE(m_editor->undoStack().undoText(), QStringLiteral("Move 1 track(s)"));
        m_editor->undoStack().undo();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        waitSaved();
        QCOMPARE(atSpotify(), shown());
        m_editor->undoStack().redo();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({4, 0, 1, 2, 3}));
        QCOMPARE(m_api->writes().size(), 3);
    }
};

SEGUE_TEST(TestEditorVerbs)
#include "tst_EditorVerbs.moc"
