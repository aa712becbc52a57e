// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/ChunkTable.h"
#include "app/store/Chunks.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/support/TestMain.h"

#include <set>

using namespace segue;
using namespace segue::store;

class TestChunks : public QObject
{
    Q_OBJECT

private:
    static int newChunks(const ListRows &before, const ListRows &after)
    {
        std::set<QByteArray> known;
        for (const ChunkTable::Encoded &chunk : ChunkTable::encode(before))
            known.insert(chunk.hash);
        int count = 0;
        for (const ChunkTable::Encoded &chunk : ChunkTable::encode(after))
            count += known.count(chunk.hash) == 0 ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void cutsAListIntoAllOfIt()
    {
        for (const int size : {0, 1, 31, 32, 33, 1000, 10'000}) {
            const ListRows rows = test::sampleRows(size);
            ListRows joined;
            for (const std::span<const ListRow> chunk : chunksOf(rows)) {
                QVERIFY(!chunk.empty());
                QVERIFY(chunk.size() <= 256);
                for (const ListRow &row : chunk)
                    joined.append(row);
            }
            QVERIFY(joined == rows);
        }
        const std::size_t count = chunksOf(test::sampleRows(10'000)).size();
        QVERIFY2(count > 60 && count < 200, qPrintable(QString::number(count)));
    }

    void cutsCopiesOfOneTrackToo()
    {
        const ListRows rows(1000, test::sampleRows(1).constFirst());
        QVERIFY(chunksOf(rows).size() <= 32);
    }

    void anEditChangesTheChunksThatItTouches()
    {
        const ListRows rows = test::sampleRows(10'000);
        ListRows moved = rows;
        moved.move(1234, 8000);
        QVERIFY(newChunks(rows, moved) <= 4);
        ListRows shifted = rows;
        shifted.prepend(test::sampleRows(1, 77).constFirst());
        QVERIFY(newChunks(rows, shifted) <= 2);
        ListRows dated = rows;
        dated[500].addedAt = dated.at(500).addedAt.addSecs(1);
        QCOMPARE(newChunks(rows, dated), 1);
    }

    void namesListsApart()
    {
        const auto hash = [](const ListRows &rows) { return ChunkTable::hashOf(ChunkTable::encode(rows)); };
        const ListRows rows = test::sampleRows(300);
        QCOMPARE(hash(rows), hash(test::sampleRows(300)));
        ListRows other = rows;
        other[7].addedBy = QStringLiteral("x");
        QVERIFY(hash(other) != hash(rows));
        other = rows;
        other.swapItemsAt(1, 2);
        QVERIFY(hash(other) != hash(rows));
        QVERIFY(hash({}) != hash(rows));
    }
};

SEGUE_TEST(TestChunks)
#include "tst_Chunks.moc"
