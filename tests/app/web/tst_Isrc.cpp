// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Isrc.h"
#include "tests/support/TestMain.h"

#include <QSet>

using segue::web::Isrc;

class TestIsrc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const QString code = QStringLiteral("USRC17607839");
        QTest::newRow("plain") << code << code;
        QTest::newRow("hyphens") << QStringLiteral("US-RC1-76-07839") << code;
        QTest::newRow("small letters, spaces") << QStringLiteral(" us rc1 76 07839 ") << code;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("too short") << QStringLiteral("USRC1760783") << QString();
        QTest::newRow("too long") << QStringLiteral("USRC176078390") << QString();
        QTest::newRow("not Latin") << QStringLiteral("ＵSRC17607839") << QString();
        QTest::newRow("other signs") << QStringLiteral("USRC1760783*") << QString();
        QTest::newRow("nothing but hyphens") << QStringLiteral("------------") << QString();
    }

    void forms()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QCOMPARE(Isrc::from(text).toString(), code);
        QCOMPARE(Isrc::from(text).isEmpty(), code.isEmpty());
    }

    void equalCodesAreOne()
    {
        QSet<Isrc> codes{Isrc::from(QStringLiteral("USRC17607839")), Isrc::from(QStringLiteral("us-rc1-76-07839"))};
        QCOMPARE(codes.size(), 1);
        codes.insert(Isrc::from(QStringLiteral("USRC17607830")));
        QCOMPARE(codes.size(), 2);
    }
};

SEGUE_TEST(TestIsrc)
#include "tst_Isrc.moc"
