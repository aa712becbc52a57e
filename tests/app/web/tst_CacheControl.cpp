// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/CacheControl.h"
#include "tests/support/TestMain.h"

using namespace segue::web;

class TestCacheControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lifetime_data()
    {
        QTest::addColumn<QByteArray>("cacheControl");
        QTest::addColumn<QByteArray>("age");
        QTest::addColumn<int>("seconds"); // -1: not to be kept
        QTest::newRow("nothing said") << QByteArray() << QByteArray() << 0;
        QTest::newRow("for a while") << QByteArray("public, max-age=300") << QByteArray() << 300;
        QTest::newRow("capitals, spaces, quotes") << QByteArray("Private ,  MAX-AGE=\"60\"") << QByteArray() << 60;
        QTest::newRow("spent on the way") << QByteArray("max-age=300") << QByteArray("100") << 200;
        QTest::newRow("spent altogether") << QByteArray("max-age=300") << QByteArray("400") << 0;
        QTest::newRow("age is nonsense") << QByteArray("max-age=300") << QByteArray("old") << 0;
        QTest::newRow("for caches of others") << QByteArray("s-maxage=300") << QByteArray() << 0;
        QTest::newRow("to be asked for") << QByteArray("max-age=300, no-cache") << QByteArray() << 0;
        QTest::newRow("some fields only") << QByteArray("no-cache=\"set-cookie\", max-age=300") << QByteArray() << 0;
        QTest::newRow("never") << QByteArray("max-age=300, no-store") << QByteArray() << -1;
        QTest::newRow("negative") << QByteArray("max-age=-1") << QByteArray() << 0;
        QTest::newRow("nonsense") << QByteArray("max-age=soon") << QByteArray() << 0;
        QTest::newRow("too long") << QByteArray("max-age=31536000") << QByteArray() << 24 * 3600;
        QTest::newRow("absurd") << QByteArray("max-age=99999999999999999999") << QByteArray() << 0;
    }

    void lifetime()
    {
        QFETCH(QByteArray, cacheControl);
        QFETCH(QByteArray, age);
        QFETCH(int, seconds);
        const auto lifetime = lifetimeOf({.tag = {}, .cacheControl = cacheControl, .age = age});
        QCOMPARE(lifetime ? static_cast<int>(lifetime->count()) : -1, seconds);
    }
};

SEGUE_TEST(TestCacheControl)
#include "tst_CacheControl.moc"
