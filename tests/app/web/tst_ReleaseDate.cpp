// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ReleaseDate.h"
#include "tests/support/TestMain.h"

using segue::web::ReleaseDate;

class TestReleaseDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("precision");
        QTest::addColumn<QString>("known");
        const auto row = [](const char *text, const char *precision, const char *known) {
            QTest::addRow("%s as %s", text, precision)
                << QString::fromLatin1(text) << QString::fromLatin1(precision) << QString::fromLatin1(known);
        };
        row("1981", "year", "1981");
        row("1981-12", "month", "1981-12");
        row("1981-12-15", "day", "1981-12-15");
        row("1981-01-01", "year", "1981");
        row("1981-01-01", "month", "1981-01");
        row("1981", "day", "1981");
        row("1981-12-15", "", "1981-12-15");
        row("1981-12-15", "century", "1981-12-15");
        row("1981-13-01", "day", "1981");
        row("1981-02-30", "day", "1981-02");
        row("1981-00-10", "day", "1981");
        row("0000", "year", "");
        row("", "day", "");
        row("81", "year", "");
        row("198a", "year", "");
        row("-981-01-01", "day", "");
        row("+981-01-01", "day", "");
        row("yesterday", "day", "");
    }

    void forms()
    {
        QFETCH(QString, text);
        QFETCH(QString, precision);
        QFETCH(QString, known);
        const ReleaseDate date = ReleaseDate::from(text, precision);
        QCOMPARE(date.toString(), known);
        QCOMPARE(date.isKnown(), !known.isEmpty());
        QCOMPARE(ReleaseDate::from(date.toString(), QString()), date);
    }

    void orderOfTime()
    {
        const QStringList inOrder{QStringLiteral("1980-12-31"), QStringLiteral("1981"),    QStringLiteral("1981-01"),
                                  QStringLiteral("1981-01-01"), QStringLiteral("1981-02"), QStringLiteral("1982")};
        for (qsizetype i = 1; i < inOrder.size(); ++i)
            QVERIFY(ReleaseDate::from(inOrder[i - 1], {}) < ReleaseDate::from(inOrder[i], {}));
    }
};

SEGUE_TEST(TestReleaseDate)
#include "tst_ReleaseDate.moc"
