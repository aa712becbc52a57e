// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseSearch.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using segue::web::test::json;

class TestParseSearch : public QObject
{
    Q_OBJECT

    TextPool m_pool;

    Result<TrackSearchPage> parse(const QByteArray &frame, int offset = 0)
    {
        return parseTrackSearch(json("{\"tracks\":" + frame + '}'), offset, m_pool);
    }
    MediumPtr one(const QByteArray &track)
    {
        const auto page = parse("{\"total\":1,\"items\":[" + track + "]}");
        if (!page || page->found.size() != 1)
            qFatal("%s", track.constData());
        return page->found.first();
    }

private Q_SLOTS:
    void wholePage()
    {
        const auto page =
            parse(R"({"href":"https:\/\/x","limit":2,"next":"https:\/\/x?offset=6","offset":4,"total":9,"items":[
            {"type":"track","uri":"spotify:track:1","name":"Song","duration_ms":215000,"explicit":true,"is_playable":true,
             "artists":[{"name":"A","uri":"spotify:artist:a"}],"external_ids":{"isrc":"GBAYE0601690"},
             "album":{"name":"Alb","uri":"spotify:album:x","images":[]}},
            {"type":"track","uri":"spotify:track:2","name":"Other"}]})",
                  4);
        QVERIFY(page);
        QCOMPARE(page->offset, 4);
        QCOMPARE(page->total, 9);
        QCOMPARE(page->nextOffset, 6);
        QCOMPARE(page->found.size(), 2);
        const Medium &track = *page->found.first();
        QCOMPARE(track.uri, QStringLiteral("spotify:track:1"));
        QCOMPARE(track.title, QStringLiteral("Song"));
        QCOMPARE(track.album, QStringLiteral("Alb"));
        QCOMPARE(track.length.count(), 215'000);
        QCOMPARE(track.isrc.toString(), QStringLiteral("GBAYE0601690"));
        QVERIFY(track.isExplicit && track.isPlayable);
    }

    void nullsAndNamelessOnesAreLeftOut()
    {
        const auto page =
            parse(R"({"total":40,"next":"u","items":[null,{"uri":"spotify:track:1"},null,{"name":"x"}]})");
        QVERIFY(page);
        QCOMPARE(page->found.size(), 1);
        QCOMPARE(page->nextOffset, 4); // they count as positions
        const auto none = parse(R"({"total":3,"next":null,"items":[null,null,null]})");
        QVERIFY(none);
        QVERIFY(none->found.isEmpty());
        QCOMPARE(none->nextOffset, -1);
    }

    void whereTheNextPageBegins()
    {
        QCOMPARE(parse(R"({"total":0,"items":[]})")->nextOffset, -1);
        QCOMPARE(parse(R"({"total":2,"items":[{"uri":"u"}]})")->nextOffset, 1); // not told: counted
        QCOMPARE(parse(R"({"total":1,"items":[{"uri":"u"}]})")->nextOffset, -1);
        QCOMPARE(parse(R"({"total":9,"next":null,"items":[{"uri":"u"}]})")->nextOffset, -1);
        QCOMPARE(parse(R"({"total":9,"next":"x","items":[]})")->nextOffset, -1); // it would go on for ever
        QCOMPARE(parse(R"({"total":5000,"next":"x","items":[{"uri":"u"}]})", 999)->nextOffset, 1000);
        QCOMPARE(parse(R"({"total":5000,"next":"x","items":[{"uri":"u"}]})", 1000)->nextOffset, -1);
    }

    void playability()
    {
        QVERIFY(!one(R"({"uri":"u","is_playable":false})")->isPlayable);
        QVERIFY(one(R"({"uri":"u","is_playable":true,"available_markets":[]})")->isPlayable);
        QVERIFY(!one(R"({"uri":"u","available_markets":[]})")->isPlayable);
        QVERIFY(one(R"({"uri":"u","available_markets":["SE"]})")->isPlayable);
        QVERIFY(one(R"({"uri":"u","is_playable":null,"available_markets":null})")->isPlayable); // nothing is told
    }

    void relinkedOnesAreNamedByWhatPlays()
    {
        QCOMPARE(one(R"({"uri":"spotify:track:new","linked_from":{"uri":"spotify:track:old"}})")->uri,
                 QStringLiteral("spotify:track:new"));
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("no frame") << QByteArray("null");
        QTest::newRow("frame is an array") << QByteArray("[]");
        QTest::newRow("no items") << QByteArray(R"({"total":1})");
        QTest::newRow("items is an object") << QByteArray(R"({"total":1,"items":{}})");
        QTest::newRow("no total") << QByteArray(R"({"items":[]})");
        QTest::newRow("total is a text") << QByteArray(R"({"total":"1","items":[]})");
        QTest::newRow("negative total") << QByteArray(R"({"total":-1,"items":[]})");
        QTest::newRow("another page") << QByteArray(R"({"total":9,"offset":5,"items":[]})");
        QTest::newRow("texts") << QByteArray(R"({"total":1,"items":["spotify:track:1"]})");
    }
    void brokenAnswers()
    {
        QFETCH(QByteArray, frame);
        const auto page = parse(frame);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!page.error().userText.isEmpty() && !page.error().detail.isEmpty());
    }

    void anotherKindIsNoAnswer()
    {
        QVERIFY(!parseTrackSearch(json(R"({"albums":{"total":0,"items":[]}})"), 0, m_pool));
        QVERIFY(!parseTrackSearch(json("[]"), 0, m_pool));
    }
};

SEGUE_TEST(TestParseSearch)
#include "tst_ParseSearch.moc"
