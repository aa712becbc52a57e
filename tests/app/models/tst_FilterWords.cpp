// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/FilterWords.h"
#include "tests/support/TestMain.h"

using namespace segue;
using models::FilterWords;

class TestFilterWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersLoseCaseAndAccents()
    {
        QCOMPARE(FilterWords::folded(QStringLiteral("Élan VITAL")), QStringLiteral("elan vital"));
        QCOMPARE(FilterWords::folded(QStringLiteral("夜のドライブ")).isEmpty(), false);
    }

    void everyWordMustOccurInAnyOrder()
    {
        const FilterWords words(QStringLiteral("  drive  NÍGHT "));
        QVERIFY(words.matches(FilterWords::folded(QStringLiteral("Nightdriver"))));
        QVERIFY(!words.matches(FilterWords::folded(QStringLiteral("Night train"))));
    }

    void blanksAreNoWords()
    {
        QVERIFY(FilterWords(QStringLiteral("  ")).isEmpty());
        QVERIFY(FilterWords(QStringLiteral("  ")).matches(QString()));
        QVERIFY(FilterWords(QStringLiteral(" a")) == FilterWords(QStringLiteral("A ")));
    }
};

SEGUE_TEST(TestFilterWords)
#include "tst_FilterWords.moc"
