// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ListOps.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <numeric>

using namespace segue::playlist;

class TestListOps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesScatteredRowsTogether()
    {
        const RowList list{0, 1, 2, 3, 4, 5};
        QCOMPARE(withMoved(list, {1, 4}, 0), (RowList{1, 4, 0, 2, 3, 5}));
        QCOMPARE(withMoved(list, {1, 4}, 3), (RowList{0, 2, 1, 4, 3, 5}));
        QCOMPARE(withMoved(list, {1, 4}, 6), (RowList{0, 2, 3, 5, 1, 4}));
        QCOMPARE(withMoved(list, {1, 2}, 2), list);
        QCOMPARE(withMoved(list, {0}, 99), (RowList{1, 2, 3, 4, 5, 0}));
    }

    void normalisesPositions() { QCOMPARE(normalised({5, 1, 1, -2, 9, 0}, 6), (std::vector<int>{0, 1, 5})); }

    void heaviestIncreasingPrefersCountThenTheRest()
    {
        const auto item = [](int value, int second = 0) {
            return WeightedItem{.value = value, .first = 1, .second = second};
        };
        const std::vector<WeightedItem> plain{item(3), item(0), item(1), item(4), item(2)};
        QCOMPARE(heaviestIncreasing(plain), (std::vector<int>{1, 2, 3}));
        // Two chains of equal length: the marked item is left out.
        const std::vector<WeightedItem> swapped{item(1, -1), item(0)};
        QCOMPARE(heaviestIncreasing(swapped), (std::vector<int>{1}));
        const std::vector<WeightedItem> other{item(1), item(0, -1)};
        QCOMPARE(heaviestIncreasing(other), (std::vector<int>{0}));
        QVERIFY(heaviestIncreasing({}).empty());
    }

    void mergeOfDisjointChangesHasBoth_data()
    {
        QTest::addColumn<QList<uint>>("base");
        QTest::addColumn<QList<uint>>("ours");
        QTest::addColumn<QList<uint>>("theirs");
        QTest::addColumn<QList<uint>>("expected");
        using L = QList<uint>;
        const L base{0, 1, 2, 3, 4};
        QTest::newRow("only ours") << base << L{1, 0, 2, 3, 4} << base << L{1, 0, 2, 3, 4};
        QTest::newRow("only theirs") << base << base << L{0, 1, 3, 4} << L{0, 1, 3, 4};
        QTest::newRow("we move, they add") << base << L{4, 0, 1, 2, 3} << L{0, 1, 9, 2, 3, 4} << L{4, 0, 1, 9, 2, 3};
        QTest::newRow("we add, they remove") << base << L{0, 8, 1, 2, 3, 4} << L{0, 1, 2, 4} << L{0, 8, 1, 2, 4};
        QTest::newRow("we remove, they move") << base << L{0, 1, 2, 4} << L{4, 0, 1, 2, 3} << L{4, 0, 1, 2};
        QTest::newRow("both move one row: ours") << base << L{2, 0, 1, 3, 4} << L{0, 1, 3, 4, 2} << L{2, 0, 1, 3, 4};
        QTest::newRow("both move different rows") << base << L{4, 0, 1, 2, 3} << L{1, 2, 0, 3, 4} << L{4, 1, 2, 0, 3};
        QTest::newRow("both remove one row") << base << L{0, 1, 3, 4} << L{0, 1, 3, 4} << L{0, 1, 3, 4};
        QTest::newRow("both add at the end")
            << base << L{0, 1, 2, 3, 4, 8} << L{0, 1, 2, 3, 4, 9, 10} << L{0, 1, 2, 3, 4, 9, 10, 8};
        QTest::newRow("they add behind what we removed")
            << base << L{0, 1, 3, 4} << L{0, 1, 2, 9, 3, 4} << L{0, 1, 9, 3, 4};
        QTest::newRow("they add at the very top")
            << base << L{1, 0, 2, 3, 4} << L{9, 0, 1, 2, 3, 4} << L{9, 1, 0, 2, 3, 4};
        QTest::newRow("they clear it") << base << L{1, 0, 2, 3, 4, 7} << L{} << L{7};
    }

    void mergeOfDisjointChangesHasBoth()
    {
        const auto list = [](const QList<uint> &values) { return RowList(values.begin(), values.end()); };
        QFETCH(QList<uint>, base);
        QFETCH(QList<uint>, ours);
        QFETCH(QList<uint>, theirs);
        QFETCH(QList<uint>, expected);
        QCOMPARE(merged(list(base), list(ours), list(theirs)), list(expected));
    }

    void mergeKeepsEveryRowThatNobodyRemoved()
    {
        QRandomGenerator random(4711);
        const auto edit = [&random](RowList list, RowId firstNew) {
            for (int step = 0; step < 6; ++step) {
                const int size = static_cast<int>(list.size());
                const int what = static_cast<int>(random.bounded(3));
                const int at = size == 0 ? 0 : static_cast<int>(random.bounded(size));
                if (what == 0 || size == 0)
                    list.insert(list.begin() + at, firstNew++);
                else if (what == 1)
                    list.erase(list.begin() + at);
                else
                    list = withMoved(list, {at}, static_cast<int>(random.bounded(size + 1)));
            }
            return list;
        };
        for (int round = 0; round < 500; ++round) {
            RowList base(12);
            std::iota(base.begin(), base.end(), 0);
            const RowList ours = edit(base, 100);
            const RowList theirs = edit(base, 200);
            RowList out = merged(base, ours, theirs);
            RowList expected;
            const auto has = [](const RowList &list, RowId id) {
                return std::find(list.begin(), list.end(), id) != list.end();
            };
            for (RowId id = 0; id < 300; ++id) {
                const bool stays = has(base, id) ? has(ours, id) && has(theirs, id) : has(ours, id) || has(theirs, id);
                if (stays)
                    expected.push_back(id);
            }
            std::sort(out.begin(), out.end());
            QCOMPARE(out, expected);
        }
    }
};

SEGUE_TEST(TestListOps)
#include "tst_ListOps.moc"
