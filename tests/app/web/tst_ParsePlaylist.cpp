// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/HtmlText.h"
#include "app/web/ParsePlaylist.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using segue::web::test::json;

class TestParsePlaylist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePlaylist()
    {
        const auto playlist =
            parsePlaylist(json(R"({"id":"p1","name":"Night & day","description":"R&amp;B &quot;n&quot; &lt;3",
            "public":false,"collaborative":true,"snapshot_id":"s1","owner":{"id":"u1","display_name":"Una"},
            "images":[{"url":"https:\/\/i.example/60","width":60,"height":60},{"url":"https:\/\/i.example/640","width":640,"height":640}],
            "items":{"total":12}})"));
        QVERIFY(playlist);
        QCOMPARE(playlist->id, QStringLiteral("p1"));
        QCOMPARE(playlist->name, QStringLiteral("Night & day"));
        QCOMPARE(playlist->description, QStringLiteral("R&B \"n\" <3"));
        QCOMPARE(playlist->onProfile, std::optional(false));
        QVERIFY(playlist->collaborative);
        QCOMPARE(playlist->snapshotId, QStringLiteral("s1"));
        QCOMPARE(playlist->ownerId, QStringLiteral("u1"));
        QCOMPARE(playlist->ownerName, QStringLiteral("Una"));
        QCOMPARE(playlist->images.size(), 2);
        QCOMPARE(playlist->images.first().width, 640);
        QCOMPARE(playlist->itemCount, 12);
        QVERIFY(playlist->itemsReadable);
    }

    void itemCounts_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("readable");
        QTest::newRow("items") << QByteArray(R"({"id":"p","items":{"total":3}})") << 3 << true;
        QTest::newRow("tracks") << QByteArray(R"({"id":"p","tracks":{"total":4}})") << 4 << true;
        QTest::newRow("both") << QByteArray(R"({"id":"p","items":{"total":5},"tracks":{"total":5}})") << 5 << true;
        QTest::newRow("neither") << QByteArray(R"({"id":"p","x":1})") << -1 << false;
        QTest::newRow("null") << QByteArray(R"({"id":"p","items":null,"tracks":null})") << -1 << false;
        QTest::newRow("booleans") << QByteArray(R"({"id":"p","items":true,"tracks":true})") << -1 << false;
        QTest::newRow("no total") << QByteArray(R"({"id":"p","items":{"href":"x"}})") << -1 << true;
        QTest::newRow("total elsewhere") << QByteArray(R"({"id":"p","items":{},"tracks":{"total":7}})") << 7 << true;
        QTest::newRow("odd total") << QByteArray(R"({"id":"p","tracks":{"total":"many"}})") << -1 << true;
        QTest::newRow("huge total") << QByteArray(R"({"id":"p","tracks":{"total":1e300}})") << -1 << true;
        QTest::newRow("key twice") << QByteArray(R"({"id":"p","items":[1],"items":{"total":9}})") << 9 << true;
    }

    void itemCounts()
    {
        QFETCH(QByteArray, members);
        QFETCH(int, count);
        QFETCH(bool, readable);
        const auto playlist = parsePlaylist(json(members));
        QVERIFY(playlist);
        QCOMPARE(playlist->itemCount, count);
        QCOMPARE(playlist->itemsReadable, readable);
    }

    void oddDetailsAreLeftOut()
    {
        const auto playlist = parsePlaylist(json(R"({"id":"p1","name":null,"description":null,"public":null,
            "collaborative":"yes","snapshot_id":7,"owner":{"id":"u1","display_name":null},"images":null,"tracks":{"total":0}})"));
        QVERIFY(playlist);
        QCOMPARE(playlist->name, QString());
        QCOMPARE(playlist->description, QString());
        QVERIFY(!playlist->onProfile);
        QVERIFY(!playlist->collaborative);
        QCOMPARE(playlist->ownerName, QStringLiteral("u1"));
        QVERIFY(playlist->images.isEmpty());
        QVERIFY(!parsePlaylist(json(R"({"name":"no id"})")));
        QVERIFY(!parsePlaylist(json(R"({"id":12})")));
        QVERIFY(!parsePlaylist(json("[]")));
    }

    void images()
    {
        const auto list = parseImageList(json(R"([{"url":"https:\/\/i.example/own","width":null,"height":null},
            {"url":"http:\/\/i.example/plain"},{"url":"ftp:\/\/x/y"},{"url":""},{"width":3},null,"x",
            {"url":"http:\/\/127.0.0.1:9/loop","width":-5,"height":1.5}])"));
        QVERIFY(list);
        QCOMPARE(list->size(), 2);
        QCOMPARE(list->at(0), (Image{QUrl(QStringLiteral("https://i.example/own")), 0, 0}));
        QCOMPARE(list->at(1).url.host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(list->at(1).width, 0);
        QVERIFY(parseImageList(json("[]"))->isEmpty());
        QVERIFY(!parseImageList(json("{}")));
    }

    void pageWithHoles()
    {
        const auto page = parsePlaylistPage(json(R"({"total":120,"items":[{"id":"a"},null,{"id":"b"},null]})"), 50);
        QVERIFY(page);
        QCOMPARE(page->offset, 50);
        QCOMPARE(page->total, 120);
        QCOMPARE(page->playlists.size(), 2);
        QCOMPARE(page->holes, 2);
        QVERIFY(!parsePlaylistPage(json(R"({"total":1})"), 0));
        QVERIFY(!parsePlaylistPage(json(R"({"items":[]})"), 0));
        QVERIFY(!parsePlaylistPage(json(R"({"items":{},"total":1})"), 0));
        QCOMPARE(parsePlaylistPage(json(R"({"items":["x",{"name":"n"},{"id":"a"}],"total":3})"), 0)->holes, 2);
        const auto broken = parsePlaylistPage(json(R"({"items":[],"total":-1})"), 0);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!broken.error().userText.isEmpty());
    }

    void profile()
    {
        const auto user =
            parseProfile(json(R"({"id":"u/1","display_name":"","external_urls":{"spotify":"javascript:x"}})"));
        QVERIFY(user);
        QCOMPARE(user->displayName, QStringLiteral("u/1"));
        QCOMPARE(user->link, QUrl(QStringLiteral("https://open.spotify.com/user/u%2F1")));
        QVERIFY(!parseProfile(json(R"({"display_name":"nobody"})")));
        const auto linked =
            parseProfile(json(R"({"id":"u","external_urls":{"spotify":"https:\/\/open.spotify.com/user/u"}})"));
        QCOMPARE(linked->link, QUrl(QStringLiteral("https://open.spotify.com/user/u")));
        const auto productOf = [](const char *product) {
            return parseProfile(json(QByteArray("{\"id\":\"u\",\"product\":\"") + product + "\"}"))->product;
        };
        QCOMPARE(productOf("premium"), Product::Premium);
        QCOMPARE(productOf("open"), Product::Free);
        QCOMPARE(productOf("free"), Product::Free);
        QCOMPARE(productOf("something new"), Product::Unknown);
        QCOMPARE(linked->product, Product::Unknown);
    }

    void snapshots()
    {
        QCOMPARE(parseSnapshot(json(R"({"snapshot_id":"abc"})")).value(), QStringLiteral("abc"));
        for (const char *wrong : {"{}", R"({"snapshot_id":null})", R"({"snapshot_id":3})", "[]"}) {
            const auto snapshot = parseSnapshot(json(wrong));
            QVERIFY(!snapshot);
            QVERIFY(snapshot.error().leavesWriteInDoubt());
        }
    }

    void hints()
    {
        const auto hint = [](const char *text) { return dialectHint(json(text).object()); };
        QCOMPARE(hint(R"({"items":{"total":1}})"), std::optional(Dialect::Items));
        QCOMPARE(hint(R"({"tracks":{"total":1}})"), std::optional(Dialect::Tracks));
        QVERIFY(!hint(R"({"items":{},"tracks":{}})"));
        QVERIFY(!hint(R"({"items":true})"));
        QVERIFY(!hint("{}"));
    }

    void entities_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("plain");
        QTest::newRow("none") << QStringLiteral("plain") << QStringLiteral("plain");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("once only") << QStringLiteral("&amp;lt;") << QStringLiteral("&lt;");
        QTest::newRow("slash") << QStringLiteral("AC&#x2F;DC") << QStringLiteral("AC/DC");
        QTest::newRow("emoji") << QStringLiteral("&#128512;") << QString::fromUtf8("\xf0\x9f\x98\x80");
        QTest::newRow("unknown") << QStringLiteral("a &wat; b") << QStringLiteral("a &wat; b");
        QTest::newRow("bare") << QStringLiteral("Tom & Jerry; R&B") << QStringLiteral("Tom & Jerry; R&B");
        QTest::newRow("open") << QStringLiteral("a &amp") << QStringLiteral("a &amp");
        QTest::newRow("surrogate") << QStringLiteral("&#xD800;") << QStringLiteral("&#xD800;");
        QTest::newRow("too large") << QStringLiteral("&#x110000;") << QStringLiteral("&#x110000;");
        QTest::newRow("nothing") << QStringLiteral("&;&#;&#x;") << QStringLiteral("&;&#;&#x;");
        QTest::newRow("control") << QStringLiteral("&#10;") << QStringLiteral("&#10;");
    }

    void entities()
    {
        QFETCH(QString, html);
        QFETCH(QString, plain);
        QCOMPARE(decodeHtmlEntities(html), plain);
    }

    /// Looking for the end of each to the end of the text takes minutes.
    void manyAmpersands()
    {
        const QString text = QString(2'000'000, u'&') + QStringLiteral("amp;");
        QCOMPARE(decodeHtmlEntities(text).size(), 2'000'000);
    }
};

SEGUE_TEST(TestParsePlaylist)
#include "tst_ParsePlaylist.moc"
