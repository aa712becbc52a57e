// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CalmPlan.h"
#include "app/playlist/order/CappedPlan.h"
#include "app/playlist/order/CycleEngine.h"
#include "app/playlist/order/CycleGraph.h"
#include "app/playlist/order/ExactSearch.h"
#include "app/playlist/order/GapList.h"
#include "app/playlist/order/OddTriple.h"
#include "app/playlist/order/Portfolio.h"
#include "app/playlist/order/ReducedOrder.h"
#include "app/playlist/order/Replay.h"
#include "app/playlist/order/Reversal.h"
#include "app/playlist/order/ShortRanges.h"
#include "app/playlist/order/Strips.h"
#include "app/playlist/order/Windows.h"
#include "tests/app/playlist/OrderCases.h"
#include "tests/support/TestMain.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace segue::playlist::order;

namespace
{

std::vector<int> shuffled(int size, Random &random)
{
    std::vector<int> order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), 1);
    for (int i = size - 1; i > 0; --i)
        std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(random.below(i + 1))]);
    return order;
}

/// The values after the swaps, by the plainest way there is; empty if a swap's gaps do not stand in order.
std::vector<int> swapped(std::vector<int> order, const Swaps &swaps)
{
    order.push_back(static_cast<int>(order.size()) + 1);
    for (const Swap &swap : swaps) {
        const auto a = std::find(order.begin(), order.end(), swap.a);
        const auto b = std::find(order.begin(), order.end(), swap.b);
        const auto c = std::find(order.begin(), order.end(), swap.c);
        if (!(a < b && b < c && c != order.end()))
            return {};
        std::rotate(a, b, c);
    }
    order.pop_back();
    return order;
}

std::vector<int> sorted(std::vector<int> order)
{
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace

class TestOrderParts : public QObject
{
    Q_OBJECT

    static Effort endless() { return {std::numeric_limits<std::int64_t>::max(), {}}; }

private Q_SLOTS:
    void stripsLeaveOutWhatNeedsNoMove()
    {
        const std::vector<int> ranks{0, 1, 5, 6, 4, 2, 3, 7, 8};
        const Strips strips = stripsOf(ranks);
        QCOMPARE(strips.offset, 2);
        QCOMPARE(strips.order, (std::vector<int>{3, 2, 1}));
        QCOMPARE(strips.lengths, (std::vector<int>{0, 2, 1, 2}));
        QCOMPARE(strips.firstItems, (std::vector<int>{0, 5, 4, 2}));
        QCOMPARE(stripsOf(std::vector<int>{0, 1, 2}).count(), 0);
        QCOMPARE(stripsOf(std::vector<int>{}).count(), 0);
    }

    void cyclesGiveTheBound()
    {
        QCOMPARE(lowerBound(std::vector<int>{1, 2, 3}), 0);
        QCOMPARE(lowerBound(std::vector<int>{2, 1}), 1);
        QCOMPARE(lowerBound(std::vector<int>{3, 2, 1}), 2);
        QCOMPARE(nextGaps(std::vector<int>{3, 1, 2}), (std::vector<int>{0, 4, 2, 1, 3}));
    }

    void cyclesAreToldByLength()
    {
        Random random(29);
        for (int round = 0; round < 50; ++round) {
            const GapGraph graph(shuffled(3 + round, random));
            const Cycles cycles(graph);
            int gaps = 0;
            for (int c = 0; c < cycles.count(); ++c) {
                const auto cycle = cycles.cycle(c);
                gaps += static_cast<int>(cycle.size());
                for (std::size_t i = 0; i < cycle.size(); ++i)
                    QCOMPARE(graph.next(cycle[i]), cycle[(i + 1) % cycle.size()]);
                const bool even = std::count(cycles.even().begin(), cycles.even().end(), c) == 1;
                QCOMPARE(even, cycle.size() % 2 == 0);
            }
            QCOMPARE(gaps, graph.openCount());
            QVERIFY(cycles.even().size() % 2 == 0);
        }
    }

    void aListOfGapsIsAPlainList()
    {
        Random random(7);
        for (const int size : {3, 17, 300}) {
            std::vector<int> plain = shuffled(size, random);
            std::vector<int> weights(static_cast<std::size_t>(size) + 1);
            for (int &weight : weights)
                weight = 1 + random.below(9);
            GapList list(plain, size + 1, weights);
            for (int round = 0; round < 300; ++round) {
                const auto any = [&] { return plain[static_cast<std::size_t>(random.below(size))]; };
                const int u = any();
                const int v = any();
                const int w = any();
                const auto place = [&plain](int gap) {
                    return static_cast<int>(std::find(plain.begin(), plain.end(), gap) - plain.begin());
                };
                QCOMPARE(list.before(u, v), place(u) < place(v));
                QCOMPARE(place(list.following(u)), (place(u) + 1) % size);
                const int weightBefore =
                    std::accumulate(plain.begin(), plain.begin() + place(u), 0, [&weights](int sum, int gap) {
                        return sum + weights[static_cast<std::size_t>(gap)];
                    });
                QCOMPARE(list.weightBefore(u), weightBefore);
                QCOMPARE(list.gapAt(weightBefore + weights[static_cast<std::size_t>(u)] - 1), u);
                if (u == v || v == w || u == w)
                    continue;
                const Swap swap = list.swapAt(u, v, w);
                list.swap(swap);
                std::rotate(plain.begin() + place(swap.a), plain.begin() + place(swap.b),
                            plain.begin() + place(swap.c));
                QCOMPARE(list.inOrder(), plain);
            }
        }
    }

    void swapsAreTakenBack()
    {
        Random random(3);
        const std::vector<int> order = shuffled(60, random);
        GapGraph graph(order);
        const std::vector<int> before = graph.list().inOrder();
        const int open = graph.openCount();
        for (int i = 0; i < 50; ++i) {
            const int u = before[static_cast<std::size_t>(random.below(20))];
            const int v = before[static_cast<std::size_t>(20 + random.below(20))];
            const int w = before[static_cast<std::size_t>(40 + random.below(20))];
            graph.apply(graph.list().swapAt(u, v, w));
        }
        QVERIFY(graph.list().inOrder() != before);
        graph.rollBack(0);
        QCOMPARE(graph.list().inOrder(), before);
        QCOMPARE(graph.openCount(), open);
        const std::vector<int> next = nextGaps(order);
        for (const int gap : before)
            QCOMPARE(graph.next(gap), next[static_cast<std::size_t>(gap)]);
    }

    void anOddTripleIsFoundWhereThereIsOne()
    {
        Random random(11);
        int none = 0;
        for (int round = 0; round < 400; ++round) {
            const std::vector<int> order = shuffled(5 + round % 12, random);
            const GapGraph graph(order);
            const Cycles cycles(graph);
            for (int c = 0; c < cycles.count(); ++c) {
                const auto cycle = cycles.cycle(c);
                if (cycle.size() % 2 == 0)
                    continue;
                bool exists = false;
                for (std::size_t i = 0; i < cycle.size(); ++i) {
                    for (std::size_t j = i + 1; j < cycle.size(); j += 2) {
                        for (std::size_t k = j + 1; k < cycle.size(); k += 2)
                            exists = exists || graph.list().ascending(cycle[i], cycle[j], cycle[k]);
                    }
                }
                Effort effort = endless();
                const auto swap = oddTriple(graph.list(), cycle, random, effort);
                // Cycles of three are what a local swap is for.
                QCOMPARE(swap.has_value(), exists && cycle.size() >= 5);
                none += int(!exists);
                if (swap)
                    QCOMPARE(lowerBound(swapped(order, {*swap})), lowerBound(order) - 1);
            }
        }
        QVERIFY(none > 0);
    }

    void movesTellTheirGain()
    {
        Random random(5);
        for (int round = 0; round < 60; ++round) {
            const std::vector<int> order = shuffled(3 + round % 8, random);
            const ReducedOrder reduced(order);
            QCOMPARE(reduced.lowerBound(), lowerBound(order));
            int count = 0;
            for (const ReducedOrder::Move &move : reduced.moves(-2)) {
                const std::vector<int> after = swapped(order, {reduced.named(move)});
                QCOMPARE(lowerBound(after), lowerBound(order) - move.gain / 2);
                ReducedOrder child = reduced;
                child.apply(move);
                QCOMPARE(child.lowerBound(), lowerBound(after));
                ++count;
            }
            const int gaps = reduced.gapCount();
            QCOMPARE(count, gaps * (gaps - 1) * (gaps - 2) / 6);
        }
    }

    void exactSearchTellsWhatCannotBe()
    {
        const std::vector<int> reverse{7, 6, 5, 4, 3, 2, 1};
        Effort effort = endless();
        QVERIFY(!exactSwaps(reverse, 4, effort));
        const auto swaps = exactSwaps(reverse, 5, effort);
        QVERIFY(swaps);
        QCOMPARE(swaps->size(), 4U);
        QCOMPARE(swapped(reverse, *swaps), sorted(reverse));
    }

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

SEGUE_TEST(TestOrderParts)

#include "tst_OrderParts.moc"
