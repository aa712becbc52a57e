// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/CappedPlan.h"
#include "app/playlist/order/CycleEngine.h"
#include "app/playlist/order/CycleGraph.h"
#include "app/playlist/order/GapGraph.h"
#include "app/playlist/order/Portfolio.h"
#include "app/playlist/order/Replay.h"
#include "app/playlist/order/Reversal.h"
#include "app/playlist/order/ShortRanges.h"
#include "app/playlist/order/Strips.h"
#include "app/playlist/order/Windows.h"
#include "tests/app/playlist/OrderCases.h"
#include "tests/app/playlist/OrderSupport.h"
#include "tests/support/TestMain.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace segue::playlist::order;
using namespace segue::test;

/// Each way to a plan ends in order, within its bounds.
class TestOrderPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEngineEndsInOrder()
    {
        Random random(13);
        for (const int size : {1, 2, 3, 10, 50, 400}) {
            for (std::uint64_t seed = 0; seed < 5; ++seed) {
                const std::vector<int> order = shuffled(size, random);
                Effort effort = endless();
                CycleEngine engine(order, seed, effort);
                const auto swaps = engine.finish(std::numeric_limits<int>::max());
                QVERIFY(swaps);
                QCOMPARE(swapped(order, *swaps), sorted(order));
                QVERIFY(std::ssize(*swaps) >= lowerBound(order));
            }
        }
    }

    void anOpeningMayOpenClosedGaps()
    {
        std::vector<int> order(80);
        std::iota(order.begin(), order.end(), 1);
        std::swap(order[70], order[75]);
        Effort effort = endless();
        CycleEngine engine(order, 1, effort);
        engine.begin({{10, 20, 30}, {5, 20, 60}});
        const auto swaps = engine.finish(std::numeric_limits<int>::max());
        QVERIFY(swaps);
        QCOMPARE(swapped(order, *swaps), sorted(order));
    }

    void theEngineGivesUpWhenItHasTo()
    {
        Random random(31);
        const std::vector<int> order = shuffled(200, random);
        const int none = std::numeric_limits<int>::max();
        Effort spent(0, {});
        QVERIFY(!CycleEngine(order, 1, spent).finish(none));
        Effort little(500, {});
        CycleEngine engine(order, 1, little);
        QVERIFY(!engine.finish(none));
        QCOMPARE(swapped(order, engine.endCalmly()), sorted(order));
        QVERIFY(engine.endCalmly().size() < calmSwaps(order).size());
        std::stop_source stop;
        Effort stopped(std::numeric_limits<std::int64_t>::max(), stop.get_token());
        QVERIFY(CycleEngine(order, 1, stopped).finish(none));
        stop.request_stop();
        QVERIFY(!CycleEngine(order, 1, stopped).finish(none));
        Effort effort = endless();
        QVERIFY(!CycleEngine(order, 1, effort).finish(lowerBound(order)));
    }

    void shortBlocksComeFirst()
    {
        Random random(23);
        const std::vector<int> order = shuffled(400, random);
        const std::vector<int> lengths(order.size() + 2, 1);
        const auto moved = [&order](CycleEngine engine) {
            const Swaps swaps = engine.finish(std::numeric_limits<int>::max()).value_or(Swaps{});
            std::int64_t sum = 0;
            for (const PlaceSwap &place : placesOf(order, swaps))
                sum += std::min(place.second - place.first, place.end - place.second);
            return swapped(order, swaps) == sorted(order) ? sum : 0;
        };
        Effort effort = endless();
        const std::int64_t any = moved(CycleEngine(order, 1, effort));
        const std::int64_t shorter = moved(CycleEngine(order, {.lengths = lengths, .enough = 10}, 1, effort));
        QVERIFY(any > 0 && shorter > 0);
        QVERIFY(shorter * 2 < any);
    }

    void shortRangesStayWithinTheCap()
    {
        Random random(19);
        for (const int cap : {1, 5, 40}) {
            Strips strips;
            strips.order = shuffled(300, random);
            strips.lengths.assign(301, 1);
            for (int &length : strips.lengths)
                length += random.below(3);
            Effort effort = endless();
            ShortRanges ranges(strips, cap, effort);
            ranges.run();
            QVERIFY(!ranges.swaps().empty());
            std::vector<int> order = strips.order;
            int bound = lowerBound(order);
            const int open = GapGraph(order).openCount();
            int gains = 0;
            for (const Swap &swap : ranges.swaps()) {
                const std::vector<int> after = swapped(order, {swap});
                QCOMPARE(after.size(), order.size());
                const auto itemsBetween = [&](int from, int to) {
                    const auto begin = std::find(order.begin(), order.end(), from);
                    return std::accumulate(begin, std::find(begin, order.end(), to), 0, [&strips](int sum, int value) {
                        return sum + strips.lengths[static_cast<std::size_t>(value)];
                    });
                };
                QVERIFY(std::min(itemsBetween(swap.a, swap.b), itemsBetween(swap.b, swap.c)) <= cap);
                QVERIFY(lowerBound(after) <= bound);
                // As long as the cycles are long, near gaps that add odd cycles are not hard to find.
                QVERIFY(lowerBound(after) < bound || cap < 40 || lowerBound(order) < lowerBound(strips.order) - 15);
                gains += bound - lowerBound(after);
                bound = lowerBound(after);
                order = after;
            }
            QVERIFY(gains > 0);
            // What adds no odd cycles closes a gap at least.
            QVERIFY(GapGraph(order).openCount() <= open - (std::ssize(ranges.swaps()) - gains));
        }
    }

    void allPlansEndInOrder()
    {
        for (const std::string &name : segue::test::orderCases()) {
            const Strips strips = stripsOf(segue::test::orderCase(name, 400, 4));
            for (const int cap : {3, 30}) {
                Effort effort(1'000'000, {});
                for (const Swaps &swaps : cappedSwaps(strips, cap, 1, effort))
                    QCOMPARE(swapped(strips.order, swaps), sorted(strips.order));
            }
            Effort effort(1'000'000, {});
            std::size_t fewest = strips.order.size() + 1;
            for (const Swaps &swaps : fewestSwaps(strips, strips.count() + 1, 1, effort)) {
                QCOMPARE(swapped(strips.order, swaps), sorted(strips.order));
                QVERIFY(swaps.size() < fewest);
                fewest = swaps.size();
            }
            QCOMPARE(swapped(strips.order, calmSwaps(strips, 0, {})), sorted(strips.order));
        }
    }

    void reversalTakesTheFewest()
    {
        for (int count = 3; count < 90; ++count) {
            std::vector<int> order(static_cast<std::size_t>(count));
            std::iota(order.rbegin(), order.rend(), 1);
            QCOMPARE(std::ssize(reversalSwaps(count)), count / 2 + 1);
            QCOMPARE(swapped(order, reversalSwaps(count)), sorted(order));
        }
        QCOMPARE(reversalSwaps(2).size(), 1U);
        QVERIFY(reversalSwaps(1).empty());
    }

    void aSkeletonIsTurnedRound()
    {
        const std::vector<int> order{9, 2, 8, 7, 6, 1, 5, 4, 10, 3};
        QCOMPARE(longestDecreasing(order), (std::vector<int>{0, 2, 3, 4, 6, 7, 9}));
        const std::vector<int> after = swapped(order, skeletonReversal(order));
        const auto place = [&after](int value) { return std::find(after.begin(), after.end(), value) - after.begin(); };
        for (int value = 4; value < 10; ++value)
            QVERIFY(place(value - 1) < place(value));
    }

    void windowsArePutInOrder()
    {
        const std::vector<int> order{5, 4, 7, 6, 2, 1, 3};
        QCOMPARE(windowsOf(order, 2), (std::vector<Window>{{0, 2}, {2, 4}, {4, 6}}));
        QCOMPARE(windowsOf(order, 4), (std::vector<Window>{{0, 4}, {4, 7}}));
        QVERIFY(windowsOf(std::vector<int>{2, 4, 1, 3}, 3).empty());
        int planned = 0;
        const Swaps swaps = windowSwaps(order, windowsOf(order, 2), [&planned](std::span<const int> window, int count) {
            ++planned;
            return count == 1 && window.size() == 2 ? Swaps{{2, 1, 3}} : Swaps{};
        });
        QCOMPARE(planned, 1); // they are equal
        QCOMPARE(swapped(order, swaps), (std::vector<int>{4, 5, 6, 7, 1, 2, 3}));
    }

    void swapsReadBackwardsSortTheInverse()
    {
        Random random(17);
        const std::vector<int> order = shuffled(40, random);
        Effort effort = endless();
        CycleEngine engine(order, 1, effort);
        const Swaps swaps = engine.finish(std::numeric_limits<int>::max()).value_or(Swaps{});
        QCOMPARE(swapsAt(order, placesOf(order, swaps)).size(), swaps.size());
        QCOMPARE(swapped(order, swapsAt(order, placesOf(order, swaps))), sorted(order));
    }
};

SEGUE_TEST(TestOrderPlans)
#include "tst_OrderPlans.moc"
