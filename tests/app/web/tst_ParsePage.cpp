// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParsePage.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <limits>
#include <memory>
#include <optional>

using namespace segue;
using namespace segue::web;
using segue::web::test::json;

class TestParsePage : public QObject
{
    Q_OBJECT

    static Result<PageFrame> frame(const QByteArray &page, int offset = 0)
    {
        return parseFrame(json(page).object(), offset);
    }
    static Result<PageFrame> byCursor(const QByteArray &page, const QString &asked = {})
    {
        return parseCursorFrame(json(page).object(), QLatin1String("after"), asked);
    }

private Q_SLOTS:
    void entriesAreMadeAndHolesCounted()
    {
        const QByteArray text = R"({"total":9,"offset":4,"items":[{"name":"a"},null,{"name":""},{"name":"b"}]})";
        const auto named = parsePage<QString>(frame(text, 4), 4, [](const QJsonObject &entry) {
            const QString name = entry.value(QLatin1String("name")).toString();
            return name.isEmpty() ? std::nullopt : std::optional(name);
        });
        QVERIFY(named);
        QCOMPARE(named->items, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(named->holes, 2);
        QCOMPARE(named->offset, 4);
        QCOMPARE(named->total, 9);
        QCOMPARE(named->nextOffset(), 8);
        QVERIFY(named->more);

        using Pointer = std::shared_ptr<int>;
        const auto pointers = parsePage<Pointer>(frame(text, 4), 4, [](const QJsonObject &entry) {
            return entry.isEmpty() ? Pointer() : std::make_shared<int>(1);
        });
        QCOMPARE(pointers->items.size(), 3);
        QCOMPARE(pointers->holes, 1);
    }

    void whetherThereIsMore()
    {
        QVERIFY(frame(R"({"total":2,"items":[{}]})")->more); // not told: counted
        QVERIFY(!frame(R"({"total":1,"items":[{}]})")->more);
        QVERIFY(!frame(R"({"total":9,"next":null,"items":[{}]})")->more);
        QVERIFY(frame(R"({"total":1,"next":"https:\/\/x","items":[{}]})")->more);
        QVERIFY(!frame(R"({"total":9,"next":"","items":[{}]})")->more);
        QVERIFY(frame(R"({"total":9,"next":{},"items":[{}]})")->more);           // says nothing
        QVERIFY(!frame(R"({"total":9,"next":"https:\/\/x","items":[]})")->more); // it would go on for ever
        const int last = std::numeric_limits<int>::max();
        QVERIFY(!frame(R"({"total":9,"items":[{}]})", last)->more);
    }

    void cursors()
    {
        const auto page = byCursor(R"({"items":[{}],"cursors":{"after":"c","before":"b"},"next":"x","total":7})");
        QVERIFY(page && page->more);
        QCOMPARE(page->after, QStringLiteral("c"));
        QCOMPARE(page->total, 7);
        QCOMPARE(byCursor(R"({"items":[]})")->total, -1);
        QCOMPARE(byCursor(R"({"items":[],"total":null})")->total, -1);
    }

    void theEndByCursor_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("null") << QByteArray(R"({"items":[{}],"next":"x","cursors":{"after":null}})");
        QTest::newRow("absent") << QByteArray(R"({"items":[{}],"next":"x","cursors":{}})");
        QTest::newRow("empty") << QByteArray(R"({"items":[{}],"next":"x","cursors":{"after":""}})");
        QTest::newRow("no cursors") << QByteArray(R"({"items":[{}],"next":"x"})");
        QTest::newRow("cursors are null") << QByteArray(R"({"items":[{}],"next":"x","cursors":null})");
        QTest::newRow("no next page") << QByteArray(R"({"items":[{}],"next":null,"cursors":{"after":"c"}})");
        QTest::newRow("no entries") << QByteArray(R"({"items":[],"next":"x","cursors":{"after":"c"}})");
        QTest::newRow("the same again") << QByteArray(R"({"items":[{}],"next":"x","cursors":{"after":"same"}})");
    }
    void theEndByCursor()
    {
        QFETCH(QByteArray, page);
        const auto end = byCursor(page, QStringLiteral("same"));
        QVERIFY(end);
        QVERIFY(!end->more);
        QVERIFY(end->after.isEmpty());
    }

    void brokenFrames_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<bool>("alsoByCursor");
        QTest::newRow("empty") << QByteArray("{}") << true;
        QTest::newRow("no items") << QByteArray(R"({"total":1})") << true;
        QTest::newRow("items is an object") << QByteArray(R"({"total":1,"items":{}})") << true;
        QTest::newRow("texts") << QByteArray(R"({"total":1,"items":["spotify:track:1"]})") << true;
        QTest::newRow("no total") << QByteArray(R"({"items":[]})") << false;
        QTest::newRow("negative total") << QByteArray(R"({"total":-1,"items":[]})") << false;
        QTest::newRow("another page") << QByteArray(R"({"total":9,"offset":5,"items":[]})") << false;
    }
    void brokenFrames()
    {
        QFETCH(QByteArray, page);
        QFETCH(bool, alsoByCursor);
        QVERIFY(!frame(page));
        QCOMPARE(frame(page).error().kind, ErrorKind::BadAnswer);
        QVERIFY(!frame(page).error().detail.isEmpty());
        QCOMPARE(byCursor(page).has_value(), !alsoByCursor);
        const auto parsed =
            parsePage<QString>(frame(page), 0, [](const QJsonObject &) { return std::optional(QString()); });
        QCOMPARE(parsed.error().kind, ErrorKind::BadAnswer);
    }
};

SEGUE_TEST(TestParsePage)
#include "tst_ParsePage.moc"
