// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/WantedCodec.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::store;

class TestWantedCodec : public QObject
{
    Q_OBJECT

private:
    static QList<WantedRow> rows()
    {
        WantedRow nothingKnown;
        WantedRow local = test::addedRow(3);
        auto medium = std::make_shared<web::Medium>(*local.added.medium);
        medium->isLocal = true;
        medium->isPlayable = false;
        medium->kind = web::MediumKind::Episode;
        local.added.medium = medium;
        local.added.addedAt = {};
        return {{.serverIndex = 4}, test::addedRow(1), {.serverIndex = 0}, nothingKnown, {.serverIndex = 1}, local};
    }

private Q_SLOTS:
    void keepsAllRows()
    {
        const std::optional<QList<WantedRow>> back = decodeWanted(encodeWanted(rows()), 5);
        QVERIFY(back);
        QVERIFY(test::sameWanted(*back, rows()));
        QVERIFY(!back->at(3).added.medium);
        QVERIFY(back->at(5).added.medium->isLocal);
        QVERIFY(!back->at(5).added.addedAt.isValid());
    }

    void keepsPositions_data()
    {
        QTest::addColumn<QList<int>>("positions");
        QTest::newRow("none") << QList<int>{};
        QTest::newRow("some") << QList<int>{0, 3, 4, 9};
    }
    void keepsPositions()
    {
        QFETCH(QList<int>, positions);
        const QByteArray bytes = encodePositions(positions);
        QCOMPARE(decodePositions(bytes, 10), std::optional(positions));
        QVERIFY(!decodePositions(bytes.chopped(1), 10));
        QVERIFY(positions.isEmpty() || !decodePositions(bytes, 9));
    }

    void positionsMustAscend() { QVERIFY(!decodePositions(encodePositions({3, 2}), 10)); }

    void keepsAnEmptyList()
    {
        const std::optional<QList<WantedRow>> back = decodeWanted(encodeWanted({}), 0);
        QVERIFY(back);
        QVERIFY(back->isEmpty());
    }

    void refusesRowsThatTheServerListLacks() { QVERIFY(!decodeWanted(encodeWanted(rows()), 4)); }

    void refusesWhatIsCutOff()
    {
        const QByteArray bytes = encodeWanted(rows());
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decodeWanted(bytes.left(size), 5), qPrintable(QString::number(size)));
    }

    void survivesDamage()
    {
        const QByteArray bytes = encodeWanted(rows());
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (const char value : {'\0', '\x7f', '\x80', '\xff'}) {
                QByteArray damaged = bytes;
                damaged[at] = value;
                const std::optional<QList<WantedRow>> back = decodeWanted(damaged, 5);
                QVERIFY(!back || back->size() <= bytes.size());
            }
        }
    }
};

SEGUE_TEST(TestWantedCodec)
#include "tst_WantedCodec.moc"
