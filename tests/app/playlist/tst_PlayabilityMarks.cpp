// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/PlayabilityMarks.h"
#include "app/playlist/ops/Select.h"
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::playlist;
using segue::test::FakeApi;

/// What cannot be played is marked where the user looks, also where reading the list does not tell.
class TestPlayabilityMarks : public segue::test::EditorFixture
{
    Q_OBJECT

    std::unique_ptr<PlayabilityMarks> m_marks;

    /// Tracks "t0" …, of which t3 and t60 do not play.
    void openOdd(bool told = false)
    {
        m_api->playabilityTold = told;
        m_api->addPlaylist(QStringLiteral("p"), 120);
        for (const int row : {3, 60}) {
            auto silent = std::make_shared<web::Medium>(*entries()[row].medium);
            silent->isPlayable = false;
            silent->restriction = web::Restriction::Product;
            entries()[row].medium = silent;
        }
        openEditor();
        m_marks = std::make_unique<PlayabilityMarks>(*m_editor);
        load();
    }
    [[nodiscard]] QString marked() const
    {
        QStringList names;
        for (const QString &uri : shown()) {
            const Row &row = m_editor->document().rowAt(static_cast<int>(shown().indexOf(uri)));
            if (kindOf(row) == RowKind::Unavailable)
                names.append(uri);
        }
        return names.join(u' ');
    }
    [[nodiscard]] QStringList asked() const { return m_api->log.filter(QStringLiteral("market")); }

protected Q_SLOTS:
    void cleanup() override
    {
        m_marks.reset();
        EditorFixture::cleanup();
    }

private Q_SLOTS:
    void aPageIsAskedForOnceItIsSeen()
    {
        openOdd();
        QCOMPARE(marked(), QString());
        m_marks->look(0, 20);
        QTRY_COMPARE(marked(), QStringLiteral("t3"));
        QCOMPARE(m_editor->document().rowAt(3).entry.medium->restriction, web::Restriction::Product);
        m_marks->look(30, 55);
        QTRY_COMPARE(marked(), QStringLiteral("t3 t60"));
        m_marks->look(0, 60);
        QCoreApplication::processEvents();
        QCOMPARE(asked(), (QStringList{QStringLiteral("market p 0 50"), QStringLiteral("market p 50 50")}));
        QVERIFY(m_editor->undoStack().count() == 0);
    }

    void nothingIsAskedWhereReadingTells()
    {
        openOdd(true);
        m_marks->look(0, 100);
        QCoreApplication::processEvents();
        QVERIFY(asked().isEmpty());
    }

    void waitsUntilPositionsAreThoseOfSpotify()
    {
        openOdd();
        m_api->hold(true);
        QVERIFY(m_editor->moveRows({3}, 0));
        m_marks->look(0, 20);
        QCoreApplication::processEvents();
        QVERIFY(asked().isEmpty());
        m_api->hold(false);
        waitSaved();
        QTRY_COMPARE(marked(), QStringLiteral("t3"));
        QCOMPARE(m_editor->document().rowAt(0).uri(), QStringLiteral("spotify:track:t3"));
    }

    void aMarkOutlivesAnotherReading()
    {
        openOdd();
        m_marks->look(0, 20);
        QTRY_COMPARE(marked(), QStringLiteral("t3"));
        entries().removeFirst();
        m_editor->load();
        QTRY_COMPARE(shown(), atSpotify());
        waitSaved();
        QTRY_COMPARE(marked(), QStringLiteral("t3"));
    }

    void aRefusalIsFinal_data()
    {
        QTest::addColumn<bool>("passing");
        QTest::newRow("refused") << false;
        QTest::newRow("passing") << true;
    }
    void aRefusalIsFinal()
    {
        QFETCH(bool, passing);
        openOdd();
        m_api->failNextRead(passing ? FakeApi::error(ErrorKind::Network) : FakeApi::error(ErrorKind::NotAllowed, 403));
        m_marks->look(0, 20);
        QTRY_COMPARE(asked().size(), 1);
        QCoreApplication::processEvents();
        m_marks->look(0, 21);
        if (passing)
            QTRY_COMPARE(marked(), QStringLiteral("t3"));
        QCoreApplication::processEvents();
        QCOMPARE(asked().size(), passing ? 2 : 1);
    }
};

SEGUE_TEST(TestPlayabilityMarks)
#include "tst_PlayabilityMarks.moc"
