// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/ReorderPlan.h"
#include "tests/app/playlist/OrderCases.h"
#include "tests/support/TestMain.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <numeric>
#include <thread>

using namespace segue::playlist::order;
using segue::test::carriedOut;
using segue::test::orderCase;

namespace
{

#ifdef NDEBUG
constexpr int largestExhaustive = 8;
constexpr int largestSize = 1200;
constexpr std::uint64_t seeds = 3;
#else // several times as slow, and under the sanitizers again
constexpr int largestExhaustive = 7;
constexpr int largestSize = 300;
constexpr std::uint64_t seeds = 1;
#endif

std::vector<int> wanted(std::size_t size)
{
    std::vector<int> list(size);
    std::iota(list.begin(), list.end(), 0);
    return list;
}

/// The fewest calls for every order of `size` items, by trying all calls from the order wanted on. A call undone is a
/// call, so the way there is as long as the way back.
std::map<std::vector<int>, int> optima(int size)
{
    std::map<std::vector<int>, int> calls{{wanted(static_cast<std::size_t>(size)), 0}};
    std::deque<std::vector<int>> queue{calls.begin()->first};
    while (!queue.empty()) {
        const std::vector<int> list = queue.front();
        queue.pop_front();
        const int next = calls[list] + 1;
        for (int start = 0; start < size; ++start) {
            for (int length = 1; start + length <= size; ++length) {
                // Moves to the left are moves to the right of what they pass.
                for (int before = start + length + 1; before <= size; ++before) {
                    std::vector<int> other = list;
                    std::rotate(other.begin() + start, other.begin() + start + length, other.begin() + before);
                    if (calls.try_emplace(other, next).second)
                        queue.push_back(std::move(other));
                }
            }
        }
    }
    return calls;
}

ReorderPlan planFor(const std::vector<int> &ranks, int cap = 0, Style style = Style::Fewest, std::uint64_t seed = 1)
{
    return planReorder({.ranks = ranks, .style = style, .rangeCap = cap, .seed = seed});
}

int callsOf(const ReorderPlan &plan)
{
    return static_cast<int>(plan.moves.size());
}

int itemsOf(const ReorderPlan &plan)
{
    return std::accumulate(plan.moves.begin(), plan.moves.end(), 0,
                           [](int sum, const BlockMove &move) { return sum + move.length; });
}

} // namespace

class TestReorderPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOptimalForFewItems()
    {
        for (int size = 0; size <= largestExhaustive; ++size) {
            for (const auto &[ranks, fewest] : optima(size)) {
                const ReorderPlan plan = planFor(ranks);
                QCOMPARE(callsOf(plan), fewest);
                QVERIFY(plan.lowerBound <= fewest);
                QCOMPARE(carriedOut(ranks, plan.moves), wanted(ranks.size()));
            }
        }
    }

    void isRightForAllKindsOfOrders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        for (const std::string &name : segue::test::orderCases()) {
            for (const int size : {2, 9, 40, 299, largestSize})
                QTest::addRow("%s %d", name.c_str(), size) << QString::fromStdString(name) << size;
        }
    }
    void isRightForAllKindsOfOrders()
    {
        QFETCH(const QString, name);
        QFETCH(const int, size);
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const std::vector<int> ranks = orderCase(name.toStdString(), size, seed);
            const ReorderPlan calm = planFor(ranks, 0, Style::Calm);
            QCOMPARE(carriedOut(ranks, calm.moves), wanted(ranks.size()));
            for (const int cap : {0, 1, 7, 100}) {
                const PlanRequest request{.ranks = ranks, .rangeCap = cap, .seed = seed, .budget = 300'000};
                const ReorderPlan plan = planReorder(request);
                QVERIFY(plan.valid);
                QCOMPARE(carriedOut(ranks, plan.moves, cap), wanted(ranks.size()));
                QVERIFY(callsOf(plan) >= plan.lowerBound);
                QCOMPARE(plan.itemsMoved, itemsOf(plan));
                QVERIFY(planReorder(request).moves == plan.moves);
                const ReorderPlan calmWithCap = planFor(ranks, cap, Style::Calm, seed);
                QCOMPARE(carriedOut(ranks, calmWithCap.moves, cap), wanted(ranks.size()));
                QVERIFY(callsOf(plan) <= callsOf(calmWithCap));
            }
        }
    }

    void staysNearTheBound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        QTest::addColumn<double>("factor");
        QTest::addColumn<int>("more");
        for (const char *name : {"random", "displaced", "reversed", "merged", "dealt", "dragged", "albums"})
            QTest::newRow(name) << QString::fromLatin1(name) << 1000 << 1.0 << 2;
        QTest::newRow("rotation") << QStringLiteral("rotation") << 1000 << 1.0 << 0;
        QTest::newRow("swap-halves") << QStringLiteral("swap-halves") << 1000 << 1.0 << 0;
        QTest::newRow("reversed_noisy") << QStringLiteral("reversed_noisy") << 3000 << 1.06 << 0;
        QTest::newRow("groups_shuffled") << QStringLiteral("groups_shuffled") << 1000 << 1.04 << 0;
        QTest::newRow("groups_reversed") << QStringLiteral("groups_reversed") << 1000 << 1.2 << 0;
    }
    void staysNearTheBound()
    {
        QFETCH(const QString, name);
        QFETCH(const int, size);
        QFETCH(const double, factor);
        QFETCH(const int, more);
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const ReorderPlan plan = planFor(orderCase(name.toStdString(), size, seed));
            QVERIFY2(callsOf(plan) <= plan.lowerBound * factor + more,
                     qPrintable(QStringLiteral("%1 calls, bound %2").arg(callsOf(plan)).arg(plan.lowerBound)));
        }
    }

    void exactReverseTakesHalfAndOne()
    {
        for (const int size : {3, 4, 5, 10, 11, 16, 17, 99, 100, 1001}) {
            const std::vector<int> ranks = orderCase("reversed", size, 1);
            QCOMPARE(callsOf(planFor(ranks)), size / 2 + 1);
        }
    }

    void oneDragIsOneCall()
    {
        std::vector<int> ranks = wanted(50);
        std::rotate(ranks.begin() + 10, ranks.begin() + 30, ranks.begin() + 35);
        const ReorderPlan plan = planFor(ranks);
        QCOMPARE(plan.moves, (std::vector<BlockMove>{{.start = 10, .length = 5, .before = 35}}));
        QCOMPARE(plan.itemsMoved, 5);
        QCOMPARE(plan.lowerBound, 1);
        // The other block is the one that was dragged.
        std::vector<std::uint8_t> marks(50, 0);
        std::fill(marks.begin() + 15, marks.begin() + 35, std::uint8_t(1));
        const ReorderPlan other = planReorder({.ranks = ranks, .preferToMove = marks});
        QCOMPARE(other.moves, (std::vector<BlockMove>{{.start = 15, .length = 20, .before = 10}}));
        // Unless that costs more calls.
        const ReorderPlan capped = planReorder({.ranks = ranks, .rangeCap = 10, .preferToMove = marks});
        QCOMPARE(capped.moves, (std::vector<BlockMove>{{.start = 10, .length = 5, .before = 35}}));
    }

    void longBlocksGoInPieces()
    {
        std::vector<int> up = wanted(60);
        std::rotate(up.begin(), up.begin() + 30, up.end());
        QCOMPARE(callsOf(planFor(up)), 1);
        const ReorderPlan plan = planFor(up, 12);
        QCOMPARE(callsOf(plan), 3);
        QCOMPARE(carriedOut(up, plan.moves, 12), wanted(60));
    }

    void aCapCostsLittleWhereShortRangesWillDo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("factor");
        QTest::newRow("random") << QStringLiteral("random") << 1.1;
        QTest::newRow("reversed") << QStringLiteral("reversed") << 1.02;
        QTest::newRow("merged") << QStringLiteral("merged") << 1.1;
        QTest::newRow("dealt") << QStringLiteral("dealt") << 1.1;
        QTest::newRow("albums") << QStringLiteral("albums") << 1.4;
        QTest::newRow("groups_shuffled") << QStringLiteral("groups_shuffled") << 1.04;
    }
    void aCapCostsLittleWhereShortRangesWillDo()
    {
        QFETCH(const QString, name);
        QFETCH(const double, factor);
        const std::vector<int> ranks = orderCase(name.toStdString(), 1000, 1);
        const ReorderPlan plan = planFor(ranks, 100);
        QCOMPARE(carriedOut(ranks, plan.moves, 100), wanted(ranks.size()));
        QVERIFY2(callsOf(plan) <= plan.lowerBound * factor,
                 qPrintable(QStringLiteral("%1 calls, bound %2").arg(callsOf(plan)).arg(plan.lowerBound)));
    }

    void calmPlansMoveEachRunOnce()
    {
        const std::vector<int> ranks = orderCase("albums", 400, 1);
        const ReorderPlan plan = planFor(ranks, 0, Style::Calm);
        QVERIFY(plan.style == Style::Calm);
        // Values 0, 1, 2 …, as far as they stand in order and in the list's own order: never fewer from call to call.
        std::vector<int> list = ranks;
        const auto outOfPlace = [](const std::vector<int> &state) {
            std::vector<int> tails;
            for (const int value : state) {
                const auto at = std::lower_bound(tails.begin(), tails.end(), value);
                if (at == tails.end())
                    tails.push_back(value);
                else
                    *at = value;
            }
            return static_cast<int>(state.size() - tails.size());
        };
        int before = outOfPlace(list);
        for (const BlockMove &move : plan.moves) {
            list = carriedOut(list, {move});
            QVERIFY(outOfPlace(list) < before);
            before = outOfPlace(list);
        }
        QCOMPARE(before, 0);
    }

    void calmPlansMoveWhatIsPreferred()
    {
        // Three blocks of five in reverse: two of them have to move.
        std::vector<int> ranks = wanted(15);
        std::rotate(ranks.begin(), ranks.begin() + 5, ranks.end());
        std::rotate(ranks.begin(), ranks.begin() + 5, ranks.begin() + 10);
        for (int kept = 0; kept < 3; ++kept) {
            std::vector<std::uint8_t> marks(15, 1);
            std::fill_n(marks.begin() + std::ptrdiff_t(5) * kept, 5, std::uint8_t(0));
            const int keptValue = ranks[static_cast<std::size_t>(kept) * 5];
            const ReorderPlan plan = planReorder({.ranks = ranks, .style = Style::Calm, .preferToMove = marks});
            QCOMPARE(callsOf(plan), 2);
            std::vector<int> list = ranks;
            for (const BlockMove &move : plan.moves) {
                for (int i = 0; i < move.length; ++i)
                    QVERIFY(list[static_cast<std::size_t>(move.start + i)] / 5 != keptValue / 5);
                list = carriedOut(list, {move});
            }
        }
    }

    void aCalmPlanIsTakenWhereItCostsNoMore()
    {
        const std::vector<int> ranks = orderCase("displaced", 1000, 1);
        const ReorderPlan plan = planFor(ranks);
        QVERIFY(plan.style == Style::Calm);
        QVERIFY(plan.moves == planFor(ranks, 0, Style::Calm).moves);
        QVERIFY(planFor(orderCase("reversed", 100, 1)).style == Style::Fewest);
    }

    void aStoppedPlanIsComplete()
    {
        for (const std::string &name : segue::test::orderCases()) {
            const std::vector<int> ranks = orderCase(name, 500, 1);
            std::stop_source stop;
            stop.request_stop();
            const ReorderPlan plan = planReorder({.ranks = ranks, .stop = stop.get_token()});
            QCOMPARE(carriedOut(ranks, plan.moves), wanted(ranks.size()));
        }
    }

    void canBeStoppedFromAnotherThread()
    {
        const std::vector<int> ranks = orderCase("groups_shuffled", 2000, 1);
        for (int round = 0; round < 5; ++round) {
            std::atomic<bool> started = false;
            ReorderPlan plan;
            {
                // It requests the stop when it goes out of scope.
                const std::jthread planner([&](const std::stop_token &stop) {
                    started = true;
                    plan = planReorder({.ranks = ranks, .stop = stop});
                });
                while (!started)
                    std::this_thread::yield();
            }
            QCOMPARE(carriedOut(ranks, plan.moves), wanted(ranks.size()));
        }
    }

    void aSmallBudgetGivesACompletePlan()
    {
        for (const std::string &name : segue::test::orderCases()) {
            const std::vector<int> ranks = orderCase(name, 500, 1);
            std::size_t calls = ranks.size();
            for (const std::int64_t budget : {0, 1, 1000, 30'000, 1'000'000}) {
                const ReorderPlan plan = planReorder({.ranks = ranks, .budget = budget});
                QCOMPARE(carriedOut(ranks, plan.moves), wanted(ranks.size()));
                QVERIFY(plan.moves.size() <= calls);
            }
        }
    }

    void nothingToDoIsNoCall()
    {
        for (const int size : {0, 1, 2, 100}) {
            const ReorderPlan plan = planFor(wanted(static_cast<std::size_t>(size)));
            QVERIFY(plan.valid);
            QVERIFY(plan.moves.empty());
            QCOMPARE(plan.lowerBound, 0);
            QCOMPARE(plan.itemsMoved, 0);
        }
    }

    void whatIsNoPermutationGivesNoPlan()
    {
#ifndef NDEBUG
        QSKIP("asserts in a debug build");
#endif
        for (const std::vector<int> &ranks : {std::vector{0, 0}, {1, 2}, {-1, 0}, {0, 2, 2}}) {
            const ReorderPlan plan = planFor(ranks);
            QVERIFY(!plan.valid);
            QVERIFY(plan.moves.empty());
        }
    }
};

SEGUE_TEST(TestReorderPlan)

#include "tst_ReorderPlan.moc"
