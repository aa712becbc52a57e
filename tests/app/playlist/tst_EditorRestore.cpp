// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// Another list altogether, as an earlier version is: one step of undo, or nothing at all.
class TestEditorRestore : public EditorFixture
{
    Q_OBJECT

    const QString m_text = QStringLiteral("Restore the list of Monday");

    static Editor::ListedRow added(const QString &name)
    {
        return {-1, media({QStringLiteral("spotify:track:") + name}).constFirst()};
    }
    static QList<Editor::ListedRow> rows(std::initializer_list<int> positions)
    {
        QList<Editor::ListedRow> out;
        for (const int position : positions)
            out.append(Editor::ListedRow{position, {}});
        return out;
    }
    static QList<Editor::ListedRow> firstRows(int count)
    {
        QList<Editor::ListedRow> out;
        for (int i = 0; i < count; ++i)
            out.append(Editor::ListedRow{i, {}});
        return out;
    }
    /// As many as that, on top of `rows`.
    static QList<Editor::ListedRow> filledUp(QList<Editor::ListedRow> rows, int count)
    {
        while (rows.size() < count)
            rows.append(added(QStringLiteral("x%1").arg(rows.size())));
        return rows;
    }

private Q_SLOTS:
    void isOneStepOfUndo()
    {
        openWhole(5);
        const RowList before = m_editor->document().wanted();
        QList<Editor::ListedRow> list = rows({4, 1, 0});
        list.insert(1, added(QStringLiteral("back")));
        QVERIFY(m_editor->restore(list, m_text));
        const QStringList wished{QStringLiteral("t4"), QStringLiteral("back"), QStringLiteral("t1"),
                                 QStringLiteral("t0")};
        QCOMPARE(shown(), wished);
        const RowList after = m_editor->document().wanted();
        QCOMPARE(m_editor->undoStack().count(), 1);
        QCOMPARE(m_editor->undoStack().undoText(), m_text);
        waitSaved();
        QCOMPARE(atSpotify(), wished);

        m_editor->undoStack().undo();
        QCOMPARE(m_editor->document().wanted(), before); // the very rows
        waitSaved();
        QCOMPARE(atSpotify(), tracks({0, 1, 2, 3, 4}));
        m_editor->undoStack().redo();
        QCOMPARE(m_editor->document().wanted(), after);
        waitSaved();
        QCOMPARE(atSpotify(), wished);
    }

    void undoSelectsWhatWasAdded()
    {
        openWhole(3);
        QList<Editor::ListedRow> list = rows({0, 1, 2});
        list.insert(2, added(QStringLiteral("back")));
        QVERIFY(m_editor->restore(list, m_text));
        QSignalSpy stepped(m_editor.get(), &Editor::stepped);
        m_editor->undoStack().undo();
        m_editor->undoStack().redo();
        QVERIFY(!stepped.isEmpty());
        QCOMPARE(stepped.constLast().at(0).value<std::vector<int>>(), std::vector<int>{2});
    }

    void waitsForNoListThatIsReadInPart()
    {
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        openEditor(100);
        m_editor->load();
        m_api->release(2);
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(!m_editor->restore(rows({3, 2, 1}), m_text));
        QCOMPARE(m_editor->document().size(), 100);
        QCOMPARE(m_editor->undoStack().count(), 0);
        QCOMPARE(refused.size(), 0); // whoever asks knows that it is being read
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(m_editor->restore(rows({3, 2, 1}), m_text));
        QCOMPARE(shown(), tracks({3, 2, 1}));
    }

    void theSameListIsNoStep()
    {
        openWhole(4);
        QVERIFY(!m_editor->restore(rows({0, 1, 2, 3}), m_text));
        QCOMPARE(m_editor->undoStack().count(), 0);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList());
    }

    void nothingIsAListToo()
    {
        openWhole(4);
        QVERIFY(m_editor->restore({}, m_text));
        waitSaved();
        QCOMPARE(atSpotify(), QStringList());
        m_editor->undoStack().undo();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({0, 1, 2, 3}));
    }

    void somebodyElsesPlaylistStaysAsItIs()
    {
        m_api->addPlaylist(QStringLiteral("p"), 4).ownerId = QStringLiteral("somebody");
        openEditor(4);
        load();
        QTRY_VERIFY(!m_editor->isEditable());
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(!m_editor->restore(rows({3, 2, 1, 0}), m_text));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().at(1).toString(), m_text);
        QCOMPARE(shown(), tracks({0, 1, 2, 3}));
    }

    void moreThanAPlaylistHoldsIsRefusedWhole()
    {
        openWhole(3);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(!m_editor->restore(filledUp(rows({2, 1, 0}), web::maxPlaylistItems + 1), m_text));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().at(0).value<Error>().kind, ErrorKind::InvalidInput);
        QCOMPARE(refused.constFirst().at(1).toString(), m_text);
        QCOMPARE(shown(), tracks({0, 1, 2}));
        QCOMPARE(m_editor->undoStack().count(), 0);
        m_editor->retryRefused(); // there is nothing to try again
        QCOMPARE(shown(), tracks({0, 1, 2}));
    }

    void asMuchAsAPlaylistHoldsIsNot()
    {
        openWhole(3);
        m_api->hold(true);
        QVERIFY(m_editor->restore(filledUp(rows({2, 1, 0}), web::maxPlaylistItems), m_text));
        QCOMPARE(m_editor->document().size(), web::maxPlaylistItems);
    }

    /// The service has lists that are longer than it allows; they may become shorter step by step.
    void aListThatIsTooLongMayBecomeShorter()
    {
        openWhole(web::maxPlaylistItems + 3);
        m_api->hold(true);
        QVERIFY(!m_editor->restore(filledUp(firstRows(web::maxPlaylistItems), web::maxPlaylistItems + 4), m_text));
        QVERIFY(m_editor->restore(firstRows(web::maxPlaylistItems + 2), m_text));
        QCOMPARE(m_editor->document().size(), web::maxPlaylistItems + 2);
    }
};

SEGUE_TEST(TestEditorRestore)
#include "tst_EditorRestore.moc"
