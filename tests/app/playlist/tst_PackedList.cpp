// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/PackedList.h"
#include "tests/support/TestMain.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

using namespace segue::playlist;

class TestPackedList : public QObject
{
    Q_OBJECT

    static RowList inOrder(RowId count)
    {
        RowList list(count);
        std::iota(list.begin(), list.end(), RowId(0));
        return list;
    }

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<QList<uint>>("rows");
        QTest::newRow("empty") << QList<uint>{};
        QTest::newRow("one") << QList<uint>{7};
        QTest::newRow("in order") << QList<uint>{0, 1, 2, 3};
        QTest::newRow("from the middle") << QList<uint>{5, 6, 7, 2, 3, 0};
        QTest::newRow("backwards") << QList<uint>{300, 299, 298, 0};
        QTest::newRow("the largest") << QList<uint>{std::numeric_limits<RowId>::max(), 0,
                                                    std::numeric_limits<RowId>::max() - 1};
    }
    void comesBackAsItWas()
    {
        QFETCH(QList<uint>, rows);
        const RowList list(rows.begin(), rows.end());
        QCOMPARE(PackedList(list).list(), list);
    }

    void shuffledListsComeBackToo()
    {
        RowList list = inOrder(10'000);
        std::mt19937 random(1); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same lists each time
        for (int i = 0; i < 5; ++i) {
            std::shuffle(list.begin(), list.end(), random);
            const PackedList packed(list);
            QCOMPARE(packed.list(), list);
            QVERIFY(packed.bytes() <= list.size() * sizeof(RowId));
        }
    }

    void aDragInALongListCostsAFewBytes()
    {
        RowList list = inOrder(10'000);
        std::rotate(list.begin() + 40, list.begin() + 7'000, list.begin() + 7'020);
        const PackedList packed(list);
        QCOMPARE(packed.list(), list);
        QVERIFY2(packed.bytes() < 32, qPrintable(QString::number(packed.bytes())));
    }
};

SEGUE_TEST(TestPackedList)
#include "tst_PackedList.moc"
