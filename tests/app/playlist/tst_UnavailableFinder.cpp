// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/UnavailableFinder.h"
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::playlist;

/// Which rows cannot be played: known from reading, or asked for.
class TestUnavailableFinder : public segue::test::EditorFixture
{
    Q_OBJECT

    /// "t0" … "t5", of which t1 and t4 do not play; the third is gone, the last a local file.
    void openOdd(bool told)
    {
        m_api->playabilityTold = told;
        m_api->addPlaylist(QStringLiteral("p"),
                           {QStringLiteral("spotify:track:t0"), QStringLiteral("spotify:track:t1"), QString(),
                            QStringLiteral("spotify:track:t3"), QStringLiteral("spotify:track:t4"),
                            QStringLiteral("spotify:local:a:b:c:1")});
        for (const int row : {1, 4, 5}) {
            auto silent = std::make_shared<web::Medium>(*entries()[row].medium);
            silent->isPlayable = false;
            entries()[row].medium = silent;
        }
        openEditor();
        load();
    }
    [[nodiscard]] std::vector<int> positions(const RowList &rows) const
    {
        std::vector<int> out;
        const RowList &wanted = m_editor->document().wanted();
        for (const RowId id : rows)
            out.push_back(static_cast<int>(std::find(wanted.begin(), wanted.end(), id) - wanted.begin()));
        return out;
    }

private Q_SLOTS:
    void atOnceWhereReadingTells()
    {
        openOdd(true);
        UnavailableFinder finder;
        RowList found;
        QVERIFY(!finder.start(*m_editor, [&found](const Result<RowList> &rows) { found = rows.value_or(RowList()); }));
        QCOMPARE(positions(found), (std::vector<int>{1, 4}));
        QVERIFY(m_api->log.isEmpty());
    }

    void askedForOtherwise()
    {
        openOdd(false);
        UnavailableFinder finder;
        int answers = 0;
        RowList found;
        QVERIFY(finder.start(*m_editor, [&](const Result<RowList> &rows) {
            ++answers;
            found = rows.value_or(RowList());
        }));
        QCOMPARE(answers, 0);
        // Of the list that is wanted by then.
        QVERIFY(m_editor->moveRows({1}, 0));
        QTRY_COMPARE(answers, 1);
        QCOMPARE(positions(found), (std::vector<int>{0, 4}));
        QCOMPARE(m_api->log.filter(QStringLiteral("market")), QStringList{QStringLiteral("market p 0 50")});
    }

    void failuresAreTold()
    {
        openOdd(false);
        m_api->failNextRead(segue::test::FakeApi::error(ErrorKind::Network));
        UnavailableFinder finder;
        std::optional<Error> told;
        finder.start(*m_editor, [&told](const Result<RowList> &rows) {
            if (!rows)
                told = rows.error();
        });
        QTRY_VERIFY(told);
        QCOMPARE(told->kind, ErrorKind::Network);
    }

    void silentAfterCancellingAndWithoutTheEditor()
    {
        openOdd(false);
        int answers = 0;
        const auto count = [&answers](const Result<RowList> &) { ++answers; };
        m_api->hold(true);
        UnavailableFinder cancelled;
        UnavailableFinder anew;
        UnavailableFinder orphan;
        cancelled.start(*m_editor, count);
        anew.start(*m_editor, [](const Result<RowList> &) { QFAIL("an earlier question"); });
        anew.start(*m_editor, count);
        cancelled.cancel();
        m_api->hold(false);
        QTRY_COMPARE(answers, 1);
        m_api->hold(true);
        orphan.start(*m_editor, count);
        m_editor.reset();
        m_api->hold(false);
        QTest::qWait(0);
        QCOMPARE(answers, 1);
    }
};

SEGUE_TEST(TestUnavailableFinder)
#include "tst_UnavailableFinder.moc"
