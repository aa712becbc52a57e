// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseEntries.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace segue;
using namespace segue::web;
using segue::web::test::json;

class TestParseEntries : public QObject
{
    Q_OBJECT

    TextPool m_pool;

    Result<EntryPage> parse(const QByteArray &items, int total, Dialect dialect = Dialect::Items)
    {
        return parseEntries(json("{\"total\":" + QByteArray::number(total) + ",\"items\":[" + items + "]}"), dialect, 0,
                            50, m_pool);
    }

    PlaylistEntry one(const QByteArray &entry, Dialect dialect = Dialect::Items)
    {
        const auto page = parse(entry, 1, dialect);
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        return page->entries.first();
    }

private Q_SLOTS:
    void wholeTrack()
    {
        const PlaylistEntry entry = one(R"({"added_at":"2024-03-01T12:30:00Z","added_by":{"id":"una"},"is_local":false,
            "item":{"type":"track","uri":"spotify:track:1","name":"Song","duration_ms":215000,"explicit":true,
            "artists":[{"name":"A","uri":"spotify:artist:a"},{"name":"B","uri":"spotify:artist:b"}],
            "album":{"name":"Alb","uri":"spotify:album:x","images":[
              {"url":"https:\/\/i.example/640","width":640,"height":640},{"url":"https:\/\/i.example/300","width":300,"height":300},
              {"url":"https:\/\/i.example/64","width":64,"height":64}]}}})");
        QCOMPARE(entry.addedAt, QDateTime(QDate(2024, 3, 1), QTime(12, 30), QTimeZone::utc()));
        QCOMPARE(entry.addedBy, QStringLiteral("una"));
        const Medium &medium = *entry.medium;
        QCOMPARE(medium.kind, MediumKind::Track);
        QCOMPARE(medium.uri, QStringLiteral("spotify:track:1"));
        QCOMPARE(medium.title, QStringLiteral("Song"));
        QCOMPARE(medium.length.count(), 215'000);
        QVERIFY(medium.isExplicit);
        QVERIFY(medium.isPlayable);
        QVERIFY(!medium.isLocal);
        QCOMPARE(medium.artists.size(), 2);
        QCOMPARE(medium.artists.at(1).uri, QStringLiteral("spotify:artist:b"));
        QCOMPARE(medium.album, QStringLiteral("Alb"));
        QCOMPARE(medium.albumUri, QStringLiteral("spotify:album:x"));
        QCOMPARE(medium.images.size(), 2);
        QCOMPARE(medium.images.first().width, 300);
    }

    void payloads_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("uri"); // empty: a null row
        const QByteArray x = R"({"uri":"spotify:track:x"})";
        const QByteArray y = R"({"uri":"spotify:track:y"})";
        const QByteArray flags = R"({"uri":"spotify:track:x","track":true,"episode":false,"type":"track"})";
        QTest::newRow("item") << Dialect::Items << "\"item\":" + x << "spotify:track:x";
        QTest::newRow("track") << Dialect::Tracks << "\"track\":" + x << "spotify:track:x";
        QTest::newRow("both, new") << Dialect::Items << "\"track\":" + y + ",\"item\":" + x << "spotify:track:x";
        QTest::newRow("both, old") << Dialect::Tracks << "\"track\":" + y + ",\"item\":" + x << "spotify:track:y";
        QTest::newRow("other name") << Dialect::Items << "\"track\":" + y << "spotify:track:y";
        QTest::newRow("booleans inside") << Dialect::Items << "\"item\":" + flags << "spotify:track:x";
        QTest::newRow("boolean beside") << Dialect::Tracks << "\"track\":true,\"item\":" + flags << "spotify:track:x";
        QTest::newRow("only a boolean") << Dialect::Tracks << QByteArray("\"track\":true") << "";
        QTest::newRow("null") << Dialect::Items << QByteArray("\"item\":null") << "";
        QTest::newRow("both null") << Dialect::Items << QByteArray("\"item\":null,\"track\":null") << "";
        QTest::newRow("text") << Dialect::Items << QByteArray("\"item\":\"gone\"") << "";
        QTest::newRow("nameless") << Dialect::Items << QByteArray("\"item\":{\"name\":\"?\"}") << "";
        QTest::newRow("id only") << Dialect::Items << QByteArray("\"item\":{\"type\":\"episode\",\"id\":\"e\"}")
                                 << "spotify:episode:e";
        QTest::newRow("relinked")
            << Dialect::Tracks
            << QByteArray(R"("track":{"uri":"spotify:track:new","linked_from":{"uri":"spotify:track:old"}})")
            << "spotify:track:old";
    }

    void payloads()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, members);
        QFETCH(QString, uri);
        const PlaylistEntry entry = one("{\"added_at\":null," + members + "}", dialect);
        QCOMPARE(entry.medium ? entry.medium->uri : QString(), uri);
    }

    void episode()
    {
        const PlaylistEntry entry = one(R"({"item":{"type":"episode","uri":"spotify:episode:e","name":"Ep","show":
            {"name":"Show","uri":"spotify:show:s","images":[{"url":"https:\/\/i.example/show"}]},"artists":[],
            "images":[{"url":"https:\/\/i.example/ep"}]}})");
        QCOMPARE(entry.medium->kind, MediumKind::Episode);
        QCOMPARE(entry.medium->album, QStringLiteral("Show"));
        QCOMPARE(entry.medium->artists, (QList<ArtistRef>{{QStringLiteral("Show"), QStringLiteral("spotify:show:s")}}));
        QCOMPARE(entry.medium->images.first().url, QUrl(QStringLiteral("https://i.example/ep")));
    }

    void localFile()
    {
        const PlaylistEntry entry = one(R"({"is_local":true,"item":{"type":"track","id":null,
            "uri":"spotify:local:A:B:C%2C:127","name":"C,","is_local":true,"duration_ms":127000,
            "artists":[{"name":"A","uri":null,"id":null}],"album":{"name":"B","uri":null,"images":[]}}})");
        QVERIFY(entry.medium->isLocal);
        QCOMPARE(entry.medium->artists.first().name, QStringLiteral("A"));
        QVERIFY(entry.medium->albumUri.isEmpty());
        QVERIFY(entry.medium->link().isEmpty());
    }

    void restrictionsSayThatItCannotBePlayed_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("isPlayable");
        QTest::addColumn<int>("restriction");
        const auto row = [](const char *name, const QByteArray &fields, bool isPlayable,
                            Restriction why = Restriction::None) {
            QTest::newRow(name) << fields << isPlayable << static_cast<int>(why);
        };
        row("market", "\"restrictions\":{\"reason\":\"market\"}", false, Restriction::Market);
        row("product", "\"restrictions\":{\"reason\":\"product\"}", false, Restriction::Product);
        row("explicit", "\"restrictions\":{\"reason\":\"explicit\"}", false, Restriction::Explicit);
        row("one of tomorrow", "\"restrictions\":{\"reason\":\"moon\"}", false);
        row("none", "\"restrictions\":{}", true);
        row("null", "\"restrictions\":null", true);
        row("told otherwise", "\"is_playable\":true,\"restrictions\":{\"reason\":\"market\"}", true);
    }

    void restrictionsSayThatItCannotBePlayed()
    {
        QFETCH(QByteArray, fields);
        QFETCH(bool, isPlayable);
        QFETCH(int, restriction);
        const MediumPtr medium = one("{\"item\":{\"uri\":\"spotify:track:1\"," + fields + "}}").medium;
        QCOMPARE(medium->isPlayable, isPlayable);
        QCOMPARE(static_cast<int>(medium->restriction), restriction);
    }

    void oddDetails()
    {
        const PlaylistEntry entry = one(R"({"added_at":"yesterday","added_by":null,"is_local":"no","item":{
            "uri":"spotify:track:1","name":null,"duration_ms":-4,"explicit":null,"is_playable":false,
            "artists":{"name":"no list"},"album":"none"}})");
        QVERIFY(entry.medium);
        QVERIFY(!entry.addedAt.isValid());
        QVERIFY(entry.addedBy.isEmpty());
        QVERIFY(!entry.medium->isPlayable);
        QCOMPARE(entry.medium->length.count(), 0);
        QVERIFY(entry.medium->artists.isEmpty());
        QVERIFY(!one(R"({"added_at":"1970-01-01T00:00:00Z","item":null})").addedAt.isValid());
    }

    void factsOfATrack_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("tracks") << Dialect::Tracks;
        QTest::newRow("items") << Dialect::Items;
    }

    void factsOfATrack()
    {
        QFETCH(Dialect, dialect);
        const bool isItems = dialect == Dialect::Items;
        const QByteArray payload = R"({"type":"track","uri":"spotify:track:1","disc_number":2,"track_number":13,
            "external_ids":{"ean":"x","isrc":"us-rc1-76-07839"},)" +
                                   QByteArray(isItems ? "" : R"("popularity":57,)") +
                                   R"("album":{"name":"A","release_date":"1976-11","release_date_precision":"month"}})";
        const QByteArray key(isItems ? "item" : "track");
        const PlaylistEntry entry = one("{\"" + key + "\":" + payload + "}", dialect);
        QCOMPARE(entry.medium->discNumber, 2);
        QCOMPARE(entry.medium->trackNumber, 13);
        QCOMPARE(entry.medium->isrc.toString(), QStringLiteral("USRC17607839"));
        QCOMPARE(entry.medium->popularity, isItems ? -1 : 57);
        QCOMPARE(entry.medium->released, (ReleaseDate{1976, 11, 0}));
    }

    void unknownFacts_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::newRow("missing") << QByteArray(R"("album":{})");
        QTest::newRow("null") << QByteArray(R"("disc_number":null,"track_number":null,"popularity":null,
            "external_ids":null,"album":{"release_date":null,"release_date_precision":null})");
        QTest::newRow("nulls inside") << QByteArray(R"("external_ids":{"isrc":null},"album":null)");
        QTest::newRow("wrong types") << QByteArray(R"("disc_number":"1","track_number":[1],"popularity":"9",
            "external_ids":["USRC17607839"],"album":{"release_date":1976,"release_date_precision":4})");
        QTest::newRow("wrong types inside") << QByteArray(R"("disc_number":1.5,"popularity":1.5,
            "external_ids":{"isrc":17607839},"album":{"release_date":{"year":1976}})");
        QTest::newRow("beyond reason") << QByteArray(R"("disc_number":-1,"track_number":100000,"popularity":101,
            "external_ids":{"isrc":"USRC1760783"},"album":{"release_date":"0000","release_date_precision":"year"})");
        QTest::newRow("local") << QByteArray(R"("is_local":true,"disc_number":0,"track_number":0,"popularity":0,
            "external_ids":{})");
    }

    void unknownFacts()
    {
        QFETCH(QByteArray, members);
        const PlaylistEntry entry = one(R"({"item":{"uri":"spotify:track:1",)" + members + "}}");
        QVERIFY(entry.medium);
        QCOMPARE(entry.medium->discNumber, 0);
        QCOMPARE(entry.medium->trackNumber, 0);
        QCOMPARE(entry.medium->popularity, -1);
        QVERIFY(entry.medium->isrc.isEmpty());
        QVERIFY(!entry.medium->released.isKnown());
    }

    void picturesWithoutAnAddressTakeNoOthersAlong()
    {
        const PlaylistEntry entry = one(R"({"item":{"uri":"spotify:track:1","album":{"images":[{"url":null,"width":640},
            null,{"url":"https:\/\/i.example\/2","width":300},{"url":"https:\/\/i.example\/3","width":64}]}}})");
        QCOMPARE(entry.medium->images.size(), 2);
        QCOMPARE(entry.medium->images.first().url, QUrl(QStringLiteral("https://i.example/2")));
    }

    void episodesHaveADateOfTheirOwn()
    {
        const PlaylistEntry whole = one(R"({"item":{"type":"episode","uri":"spotify:episode:e","release_date":
            "2024-02-09","release_date_precision":"day","show":{"name":"S"}}})");
        QCOMPARE(whole.medium->released, (ReleaseDate{2024, 2, 9}));
        // Dressed up as a track, as clients get it that do not ask for episodes.
        const PlaylistEntry dressed = one(R"({"track":{"type":"track","uri":"spotify:track:1","release_date":null,
            "album":{"release_date":"2024","release_date_precision":"year"}}})");
        QCOMPARE(dressed.medium->released, (ReleaseDate{2024, 0, 0}));
    }

    void nullsKeepTheirPositions()
    {
        const auto page =
            parse(R"({"item":{"uri":"spotify:track:1"}},null,{"item":null},{"item":{"uri":"spotify:track:2"}})", 4);
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 4);
        QVERIFY(!page->entries.at(1).medium);
        QVERIFY(!page->entries.at(2).medium);
        QCOMPARE(page->entries.at(3).medium->uri, QStringLiteral("spotify:track:2"));
    }

    void lostPositionsAreAnError_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no items") << QByteArray(R"({"total":1})");
        QTest::newRow("items no array") << QByteArray(R"({"total":1,"items":{}})");
        QTest::newRow("items null") << QByteArray(R"({"total":0,"items":null})");
        QTest::newRow("no total") << QByteArray(R"({"items":[]})");
        QTest::newRow("total text") << QByteArray(R"({"items":[],"total":"0"})");
        QTest::newRow("total negative") << QByteArray(R"({"items":[],"total":-1})");
        QTest::newRow("fewer") << QByteArray(R"({"items":[{"item":null}],"total":2})");
        QTest::newRow("more") << QByteArray(R"({"items":[{"item":null},{"item":null}],"total":1})");
        QTest::newRow("elsewhere") << QByteArray(R"({"items":[{"item":null}],"total":1,"offset":50})");
        QTest::newRow("other filter") << QByteArray(R"({"items":[{},{"added_at":"2024-01-01T00:00:00Z"}],"total":2})");
    }

    void lostPositionsAreAnError()
    {
        QFETCH(QByteArray, answer);
        const auto page = parseEntries(json(answer), Dialect::Items, 0, 50, m_pool);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!page.error().detail.isEmpty());
    }

    void pagesInTheMiddleAndAtTheEnd()
    {
        const QByteArray answer = R"({"items":[{"item":null},{"item":null}],"total":102,"offset":100})";
        QCOMPARE(parseEntries(json(answer), Dialect::Items, 100, 50, m_pool)->entries.size(), 2);
        QVERIFY(parseEntries(json(R"({"items":[],"total":3})"), Dialect::Items, 50, 50, m_pool)->entries.isEmpty());
        // A key that comes twice: the last one counts.
        QCOMPARE(parseEntries(json(R"({"items":[{}],"total":2,"items":[{"item":null},{"item":null}]})"), Dialect::Items,
                              0, 50, m_pool)
                     ->entries.size(),
                 2);
    }
};

SEGUE_TEST(TestParseEntries)
#include "tst_ParseEntries.moc"
