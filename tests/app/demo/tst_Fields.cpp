// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Fields.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace segue::demo;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("names") << QByteArray("a,c") << QByteArray(R"({"a":1,"c":null})");
        QTest::newRow("unknown") << QByteArray("a,zz") << QByteArray(R"({"a":1})");
        QTest::newRow("dot") << QByteArray("o.x") << QByteArray(R"({"o":{"x":1}})");
        QTest::newRow("group") << QByteArray("o(x,z)") << QByteArray(R"({"o":{"x":1,"z":[1]}})");
        QTest::newRow("dot and group") << QByteArray("l.p(q)") << QByteArray(R"({"l":[{"p":{"q":1}},{},{"p":null}]})");
        QTest::newRow("same twice") << QByteArray("o.x,o.y") << QByteArray(R"({"o":{"x":1,"y":2}})");
        QTest::newRow("left out") << QByteArray("!l,!o,!c") << QByteArray(R"({"a":1})");
        QTest::newRow("left out inside") << QByteArray("o(!z)") << QByteArray(R"({"o":{"x":1,"y":2}})");
        QTest::newRow("null stays null") << QByteArray("c(x)") << QByteArray(R"({"c":null})");
        QTest::newRow("spaces") << QByteArray(" a , o( x ) ") << QByteArray(R"({"a":1,"o":{"x":1}})");
    }
    void filters()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, expected);
        const QJsonObject all =
            QJsonDocument::fromJson(
                R"({"a":1,"c":null,"l":[{"p":{"q":1,"r":2}},{"s":1},{"p":null}],"o":{"x":1,"y":2,"z":[1]}})")
                .object();
        const auto filter = Fields::parse(QString::fromLatin1(fields));
        QVERIFY(filter.has_value());
        QCOMPARE(QJsonDocument(filter->applied(all)).toJson(QJsonDocument::Compact), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("fields");
        for (const char *bad : {"a(", "a)", "a,,b", "a(b", "(a)", "a.", ",", "a b", "!"})
            QTest::newRow(bad) << QString::fromLatin1(bad);
        QTest::newRow("deep") << QStringLiteral("a(").repeated(5'000);
    }
    void refuses()
    {
        QFETCH(QString, fields);
        QVERIFY(!Fields::parse(fields).has_value());
    }

    void tellsWhatIsWanted()
    {
        QVERIFY(Fields::parse(QStringLiteral("name,items.total"))->wants(QStringLiteral("items")));
        QVERIFY(!Fields::parse(QStringLiteral("name"))->wants(QStringLiteral("items")));
        QVERIFY(Fields::parse(QStringLiteral("!name"))->wants(QStringLiteral("items")));
        QVERIFY(!Fields::parse(QStringLiteral("!items"))->wants(QStringLiteral("items")));
    }
};

SEGUE_TEST(TestFields)
#include "tst_Fields.moc"
