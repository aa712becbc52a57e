// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Packing.h"
#include "app/store/RowCodec.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::store;

class TestRowCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllRows()
    {
        const ListRows rows = test::sampleRows(1000) + test::oddRows();
        const std::optional<ListRows> back = decodeRows(encodeRows(rows));
        QVERIFY(back);
        QCOMPARE(back->size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(back->at(i).uri, rows.at(i).uri);
            QCOMPARE(back->at(i).addedAt, rows.at(i).addedAt);
            QCOMPARE(back->at(i).addedAt.isValid(), rows.at(i).addedAt.isValid());
            QCOMPARE(back->at(i).addedBy, rows.at(i).addedBy);
        }
    }

    void keepsAnEmptyList()
    {
        const std::optional<ListRows> back = decodeRows(encodeRows({}));
        QVERIFY(back);
        QVERIFY(back->isEmpty());
    }

    void packsIdsAsSmallAsTheyAre()
    {
        const QByteArray bytes = packed(encodeRows(test::sampleRows(10'000)));
        QVERIFY2(bytes.size() < 22 * 10'000, qPrintable(QString::number(bytes.size())));
        QCOMPARE(unpacked(bytes), encodeRows(test::sampleRows(10'000)));
    }

    void refusesWhatIsCutOff()
    {
        const QByteArray bytes = encodeRows(test::sampleRows(3) + test::oddRows());
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decodeRows(bytes.left(size)), qPrintable(QString::number(size)));
    }

    /// Whatever damage makes of it, reading it ends soon and well.
    void survivesDamage()
    {
        const QByteArray bytes = encodeRows(test::sampleRows(3) + test::oddRows());
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (const char value : {'\0', '\x7f', '\xff'}) {
                QByteArray damaged = bytes;
                damaged[at] = value;
                const std::optional<ListRows> back = decodeRows(damaged);
                QVERIFY(!back || back->size() <= bytes.size());
            }
        }
    }

    void findsPackedDamage()
    {
        const QByteArray bytes = packed(encodeRows(test::sampleRows(50)));
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            QByteArray damaged = bytes;
            damaged[at] = static_cast<char>(damaged.at(at) ^ 0x10);
            QVERIFY2(!unpacked(damaged), qPrintable(QString::number(at)));
            QVERIFY(!unpacked(bytes.left(at)));
        }
        QVERIFY(unpacked(bytes));
    }
};

SEGUE_TEST(TestRowCodec)
#include "tst_RowCodec.moc"
