// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/CycleGraph.h"
#include "app/playlist/order/Cycles.h"
#include "app/playlist/order/ExactSearch.h"
#include "app/playlist/order/GapGraph.h"
#include "app/playlist/order/GapList.h"
#include "app/playlist/order/OddTriple.h"
#include "app/playlist/order/ReducedOrder.h"
#include "app/playlist/order/Strips.h"
#include "tests/app/playlist/OrderSupport.h"
#include "tests/support/TestMain.h"

#include <algorithm>
#include <numeric>

using namespace segue::playlist::order;
using namespace segue::test;

/// What plans are made of: strips, gaps and their cycles, and searches among them.
class TestOrderParts : public QObject
{
    Q_OBJECT

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
};

SEGUE_TEST(TestOrderParts)
#include "tst_OrderParts.moc"
