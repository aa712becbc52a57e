// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Backoff.h"
#include "app/web/RetryAfter.h"
#include "tests/support/TestMain.h"

#include <QTest>
#include <QTimeZone>

using namespace segue::web;

class TestRetryAfter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("seconds"); // -1: nothing
        const qint64 most = longestPause.count();
        QTest::newRow("missing") << QByteArray() << qint64{-1};
        QTest::newRow("seconds") << QByteArray("12") << qint64{12};
        QTest::newRow("blanks") << QByteArray(" 12 ") << qint64{12};
        QTest::newRow("zero") << QByteArray("0") << qint64{0};
        QTest::newRow("long") << QByteArray("84213") << qint64{84213};
        QTest::newRow("years") << QByteArray("999999999") << most;
        QTest::newRow("overflow") << QByteArray("99999999999999999999") << most;
        QTest::newRow("negative") << QByteArray("-1") << qint64{-1};
        QTest::newRow("fraction") << QByteArray("1.5") << qint64{-1};
        QTest::newRow("words") << QByteArray("later") << qint64{-1};
        QTest::newRow("date") << QByteArray("Wed, 18 Nov 2026 12:00:30 GMT") << qint64{30};
        QTest::newRow("past date") << QByteArray("Wed, 18 Nov 2026 11:00:00 GMT") << qint64{0};
    }

    void parses()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, seconds);
        const QDateTime now(QDate(2026, 11, 18), QTime(12, 0), QTimeZone::utc());
        const auto wait = parseRetryAfter(header, now);
        QCOMPARE(wait ? wait->count() : -1, seconds);
    }
};

SEGUE_TEST(TestRetryAfter)
#include "tst_RetryAfter.moc"
