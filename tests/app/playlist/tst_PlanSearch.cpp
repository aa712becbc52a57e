// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/PlanSearch.h"
#include "tests/app/playlist/DocumentSupport.h"
#include "tests/support/TestMain.h"

#include <QThreadPool>

#include <algorithm>
#include <optional>
#include <vector>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

/// The calls to a list, and the question of how an order is saved.
class TestPlanSearch : public QObject
{
    Q_OBJECT

    static constexpr int count = 23;
    static constexpr std::size_t stride = 9; ///< without a common divisor

    std::unique_ptr<Document> m_document;
    std::unique_ptr<PlanSearch> m_search;
    std::vector<Plan> m_found;
    std::vector<SaveChoice> m_asked;

    void open(std::unique_ptr<Document> document)
    {
        m_document = std::move(document);
        m_search = std::make_unique<PlanSearch>(*m_document);
        m_found.clear();
        m_asked.clear();
        connect(m_search.get(), &PlanSearch::found, this, [this](const Plan &plan) { m_found.push_back(plan); });
        connect(m_search.get(), &PlanSearch::choiceNeeded, this,
                [this](const SaveChoice &choice) { m_asked.push_back(choice); });
    }

    void wantLastFirst()
    {
        RowList list = m_document->server();
        std::rotate(list.begin(), list.end() - 1, list.end());
        m_document->setWanted(list);
    }
    /// Takes many calls, and more of them when each run moves once.
    void wantMixed()
    {
        const RowList &list = m_document->server();
        RowList mixed;
        for (std::size_t i = 0; i < list.size(); ++i)
            mixed.push_back(list[i * stride % list.size()]);
        m_document->setWanted(mixed);
    }

    /// What the calls found last make of the list at Spotify.
    [[nodiscard]] RowList outcome() const
    {
        RowList list = m_document->server();
        for (const Step &step : m_found.back().steps)
            list = applied(list, step);
        return list;
    }
    [[nodiscard]] bool foundReplaces() const
    {
        return std::holds_alternative<ReplaceStep>(m_found.back().steps.front());
    }

private Q_SLOTS:
    void cleanup()
    {
        m_search.reset();
        m_document.reset();
    }

    void aDragIsFoundAtOnce()
    {
        open(openedWith(40));
        wantLastFirst();
        m_search->start({});
        QCOMPARE(m_found.size(), std::size_t(1));
        QCOMPARE(m_found.back().steps.size(), std::size_t(1));
        QCOMPARE(outcome(), m_document->wanted());
        QCOMPARE(m_search->state(), PlanSearch::State::Idle);
    }

    void disorderIsSearchedBesideTheWindow()
    {
        open(openedWith(count));
        wantMixed();
        m_search->start({});
        QCOMPARE(m_search->state(), PlanSearch::State::Searching);
        QVERIFY(m_found.empty());
        QTRY_COMPARE(m_found.size(), std::size_t(1));
        QCOMPARE(outcome(), m_document->wanted());
        QCOMPARE(m_search->state(), PlanSearch::State::Idle);
        QVERIFY(m_asked.empty());
    }

    void nothingComesOfWhatWasAbandoned()
    {
        open(openedWith(count));
        wantMixed();
        m_search->start({});
        QCOMPARE(m_search->state(), PlanSearch::State::Searching);
        m_search->abandon();
        QCOMPARE(m_search->state(), PlanSearch::State::Idle);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(m_found.empty());
    }

    void whatWasAbandonedIsNotTakenForWhatIsSearchedNext()
    {
        open(openedWith(count));
        wantMixed();
        m_search->start({});
        m_search->abandon();
        RowList list = m_document->wanted();
        std::rotate(list.begin(), list.begin() + 7, list.end());
        m_document->setWanted(list);
        m_search->start({});
        QTRY_COMPARE(m_found.size(), std::size_t(1));
        QCOMPARE(outcome(), m_document->wanted());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(m_found.size(), std::size_t(1));
    }

    void canBeGoneWhileTheOtherThreadSearches()
    {
        open(openedWith(count));
        wantMixed();
        m_search->start({});
        QCOMPARE(m_search->state(), PlanSearch::State::Searching);
        m_search.reset();
        m_document.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(m_found.empty());
    }

    void asksWhatEachWayWouldCost()
    {
        open(openedWith(count));
        m_search->setWay(std::nullopt);
        wantMixed();
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(1));
        QCOMPARE(m_search->state(), PlanSearch::State::Choosing);
        QVERIFY(m_search->choice());
        QVERIFY(m_found.empty());
        QVERIFY(m_asked.back().keepDates < m_asked.back().calm);
        QCOMPARE(m_asked.back().fast, std::optional(1));
    }

    void eachAnswerCostsWhatWasSaid_data()
    {
        QTest::addColumn<SaveWay>("way");
        QTest::newRow("keep dates") << SaveWay::KeepDates;
        QTest::newRow("calm") << SaveWay::Calm;
        QTest::newRow("fast") << SaveWay::Fast;
    }
    void eachAnswerCostsWhatWasSaid()
    {
        QFETCH(SaveWay, way);
        open(openedWith(count));
        m_search->setWay(std::nullopt);
        wantMixed();
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(1));
        const SaveChoice choice = m_asked.back();
        const int cost = way == SaveWay::KeepDates ? choice.keepDates
                         : way == SaveWay::Calm    ? choice.calm
                                                   : choice.fast.value_or(-1);
        m_search->choose(way);
        QCOMPARE(m_found.size(), std::size_t(1)); // inside the call
        QCOMPARE(static_cast<int>(m_found.back().steps.size()), cost);
        QCOMPARE(outcome(), m_document->wanted());
        QCOMPARE(foundReplaces(), way == SaveWay::Fast);
        QVERIFY(!m_search->choice());
        QCOMPARE(m_search->state(), PlanSearch::State::Idle);
    }

    void oneAnswerHoldsUntilItIsForgotten()
    {
        open(openedWith(count));
        m_search->setWay(std::nullopt);
        wantMixed();
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(1));
        m_search->choose(SaveWay::Calm);
        m_search->start({});
        QTRY_COMPARE(m_found.size(), std::size_t(2));
        QCOMPARE(static_cast<int>(m_found.back().steps.size()), m_asked.back().calm);
        QCOMPARE(m_asked.size(), std::size_t(1));
        m_search->forgetChoice();
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(2));
        QCOMPARE(m_found.size(), std::size_t(2));
    }

    void anAnswerToNoQuestionIsNone()
    {
        open(openedWith(count));
        m_search->setWay(std::nullopt);
        wantMixed();
        m_search->choose(SaveWay::Fast);
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(1)); // still asked
        m_search->abandon();
        QVERIFY(!m_search->choice());
        m_search->choose(SaveWay::Fast);
        QVERIFY(m_found.empty());
        QCOMPARE(m_search->state(), PlanSearch::State::Idle);
    }

    void aWayThatIsSetAnswersTheQuestion()
    {
        open(openedWith(count));
        m_search->setWay(std::nullopt);
        wantMixed();
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(1));
        m_search->setWay(SaveWay::Fast);
        QCOMPARE(m_found.size(), std::size_t(1));
        QVERIFY(foundReplaces());
    }

    void aFewMovesAreNeverReplaced()
    {
        open(openedWith(count));
        m_search->setWay(SaveWay::Fast);
        RowList list = m_document->server();
        for (const int from : {16, 11, 6})
            std::rotate(list.begin(), list.begin() + from, list.begin() + from + 1);
        m_document->setWanted(list); // three moves, where replacing would be one call
        m_search->start({});
        QTRY_COMPARE(m_found.size(), std::size_t(1));
        QVERIFY(!foundReplaces());
    }

    void whatHasNoNameIsNotReplaced()
    {
        QList<web::PlaylistEntry> entries;
        for (int i = 0; i < count; ++i)
            entries += entriesOf(QStringLiteral("t%1").arg(i));
        entries[7].medium = nullptr;
        open(opened(entries));
        m_search->setWay(std::nullopt);
        wantMixed();
        m_search->start({});
        QTRY_COMPARE(m_asked.size(), std::size_t(1));
        QVERIFY(!m_asked.back().fast);
        m_search->choose(SaveWay::Fast);
        QCOMPARE(m_found.size(), std::size_t(1));
        QVERIFY(!foundReplaces());
        QCOMPARE(outcome(), m_document->wanted());
    }
};

SEGUE_TEST(TestPlanSearch)
#include "tst_PlanSearch.moc"
