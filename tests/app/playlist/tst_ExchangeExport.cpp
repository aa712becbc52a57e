// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Export.h"
#include "tests/app/playlist/ExchangeSamples.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace segue;
using namespace segue::playlist;

/// What the files look like to other programs.
class TestExchangeExport : public QObject
{
    Q_OBJECT

    static ExchangeList evening()
    {
        ExchangeRow track;
        track.uri = test::trackUri(1);
        track.title = QStringLiteral("=Paper \"Moons\"");
        track.artists = QStringList{QStringLiteral("Tin Choir"), QStringLiteral("Rust, Inc.")};
        track.album = QStringLiteral("Gate");
        track.isrc = QStringLiteral("XX0000000001");
        track.length = std::chrono::milliseconds(213'600);
        track.addedAt = QDateTime(QDate(2024, 5, 1), QTime(10, 20, 30), QTimeZone::utc());
        track.addedBy = QStringLiteral("lena");
        ExchangeRow local;
        local.uri = QStringLiteral("spotify:local:Home+Band:Demos:Take+2:61");
        local.title = QStringLiteral("Take\n2");
        return ExchangeList{QStringLiteral("Evening\n& night"), QStringLiteral("late"), {track, local, ExchangeRow{}}};
    }

private Q_SLOTS:
    void csvHasTheColumnsOfExportify()
    {
        QCOMPARE(
            exportPlaylist(evening(), ExchangeFormat::Csv),
            QByteArray("\xEF\xBB\xBFTrack URI,Track Name,Artist Name(s),Album Name,Track Duration (ms),ISRC,"
                       "Added By,Added At\r\n"
                       "spotify:track:Segue0Test0Track000001,\"'=Paper \"\"Moons\"\"\",\"Tin Choir, Rust\\, Inc.\","
                       "Gate,213600,XX0000000001,lena,2024-05-01T10:20:30Z\r\n"
                       "spotify:local:Home+Band:Demos:Take+2:61,\"Take\n2\",,,,,,\r\n"
                       ",,,,,,,\r\n"));
    }

    void csvLeavesTextsAloneWhenTold()
    {
        const QByteArray csv =
            exportPlaylist(evening(), ExchangeFormat::Csv, {.byteOrderMark = false, .guardFormulas = false});
        QVERIFY(csv.startsWith("Track URI,"));
        QVERIFY(csv.contains(",\"=Paper \"\"Moons\"\"\","));
    }

    void everyTextOfACsvIsGuarded()
    {
        ExchangeRow row;
        row.title = row.album = row.isrc = row.addedBy = QStringLiteral("@x");
        row.artists = QStringList{QStringLiteral("@x")};
        const QByteArray csv = exportPlaylist(ExchangeList{{}, {}, {row}}, ExchangeFormat::Csv);
        QCOMPARE(csv.split('\n').at(1), QByteArray(",'@x,'@x,'@x,,'@x,'@x,\r"));
    }

    /// Each leaves out what it cannot hold, so that the file can be read at all.
    void charactersThatAFormatCannotHold()
    {
        ExchangeRow row;
        row.title = QStringLiteral("a") + QChar(u'\0') + QChar(u'\x1B') + QChar(u'\xFFFE') + u'b';
        const ExchangeList list{{}, {}, {row}};
        QCOMPARE(exportPlaylist(list, ExchangeFormat::Csv, {.byteOrderMark = false}).split('\n').at(1),
                 QByteArray(",a\x1B\xEF\xBF\xBE"
                            "b,,,,,,\r"));
        QVERIFY(exportPlaylist(list, ExchangeFormat::Xspf).contains("<title>ab</title>"));
        QVERIFY(exportPlaylist(list, ExchangeFormat::M3u8).contains("# a  "));
    }

    void m3uIsForPlayers()
    {
        QCOMPARE(exportPlaylist(evening(), ExchangeFormat::M3u8),
                 QByteArray("#EXTM3U\n#PLAYLIST:Evening & night\n"
                            "#EXTINF:214,Tin Choir, Rust, Inc. - =Paper \"Moons\"\n#EXTALB:Gate\n"
                            "https://open.spotify.com/track/Segue0Test0Track000001\n"
                            "# spotify:local:Home+Band:Demos:Take+2:61\n"
                            "# \n"));
    }

    void xspfIsVersionOne()
    {
        const QByteArray xspf = exportPlaylist(evening(), ExchangeFormat::Xspf);
        QVERIFY(
            xspf.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">\n"
                            "  <title>Evening\n&amp; night</title>\n  <annotation>late</annotation>\n  <trackList>\n"
                            "    <track>\n"
                            "      <location>https://open.spotify.com/track/Segue0Test0Track000001</location>\n"
                            "      <identifier>spotify:track:Segue0Test0Track000001</identifier>\n"));
        QVERIFY(xspf.contains("<creator>Tin Choir, Rust, Inc.</creator>\n"));
        QVERIFY(xspf.contains("<duration>213600</duration>\n"));
        // The order of elements is part of the format.
        const QList<QByteArray> order{"<title>=", "<creator>", "<album>", "<duration>", "<meta "};
        for (qsizetype i = 1; i < order.size(); ++i)
            QVERIFY(xspf.indexOf(order.at(i - 1)) < xspf.indexOf(order.at(i)));
        QVERIFY(xspf.endsWith("    <track/>\n  </trackList>\n</playlist>\n"));
    }

    void jsonIsAsDocumented()
    {
        const QJsonObject json = QJsonDocument::fromJson(exportPlaylist(evening(), ExchangeFormat::Json)).object();
        const QByteArray expected =
            "{\"format\":\"segue-playlist\",\"version\":1,\"name\":\"Evening\\n& night\",\"description\":\"late\","
            "\"items\":[{\"uri\":\"spotify:track:Segue0Test0Track000001\",\"title\":\"=Paper \\\"Moons\\\"\","
            "\"artists\":[\"Tin Choir\",\"Rust, Inc.\"],\"album\":\"Gate\",\"isrc\":\"XX0000000001\","
            "\"duration_ms\":213600,\"added_at\":\"2024-05-01T10:20:30Z\",\"added_by\":\"lena\"},"
            "{\"uri\":\"spotify:local:Home+Band:Demos:Take+2:61\",\"title\":\"Take\\n2\"},{}]}";
        QCOMPARE(json, QJsonDocument::fromJson(expected).object());
    }

    void linksAreOneALine()
    {
        QCOMPARE(exportPlaylist(evening(), ExchangeFormat::Links),
                 QByteArray("https://open.spotify.com/track/Segue0Test0Track000001\n"
                            "spotify:local:Home+Band:Demos:Take+2:61\n"));
    }

    void whatIsNotKnownIsToldSo()
    {
        ExchangeRow track;
        track.uri = test::trackUri(1);
        ExchangeRow local;
        local.uri = QStringLiteral("spotify:local:x");
        const ExchangeList list{{}, {}, {track, local}};
        QCOMPARE(exportPlaylist(list, ExchangeFormat::M3u8),
                 QByteArray("#EXTM3U\n#EXTINF:-1,\nhttps://open.spotify.com/track/Segue0Test0Track000001\n"
                            "# spotify:local:x\n"));
        QCOMPARE(exportPlaylist(list, ExchangeFormat::Links),
                 QByteArray("https://open.spotify.com/track/Segue0Test0Track000001\nspotify:local:x\n"));
        QVERIFY(!exportPlaylist(list, ExchangeFormat::Xspf).contains("<duration>"));
    }

    void anEmptyListIsAFileToo()
    {
        for (const auto format :
             {ExchangeFormat::Csv, ExchangeFormat::M3u8, ExchangeFormat::Xspf, ExchangeFormat::Json})
            QVERIFY(!exportPlaylist({}, format).isEmpty());
    }

    void suffixesDiffer()
    {
        QSet<QString> suffixes;
        for (const auto format : {ExchangeFormat::Csv, ExchangeFormat::M3u8, ExchangeFormat::Xspf, ExchangeFormat::Json,
                                  ExchangeFormat::Links})
            suffixes.insert(exchangeSuffix(format));
        QCOMPARE(suffixes.size(), 5);
    }

    void entriesBecomeRows()
    {
        auto medium = std::make_shared<web::Medium>();
        medium->uri = test::trackUri(1);
        medium->title = QStringLiteral("Paper Moons");
        medium->artists = {{QStringLiteral("Tin Choir"), {}}, {QString(), {}}};
        medium->album = QStringLiteral("Gate");
        medium->isrc = web::Isrc::from(QStringLiteral("XX0000000001"));
        medium->length = std::chrono::milliseconds(1000);
        web::PlaylistEntry entry;
        entry.medium = medium;
        entry.addedAt = QDateTime(QDate(2024, 5, 1), QTime(10, 20), QTimeZone::utc());
        entry.addedBy = QStringLiteral("lena");
        const ExchangeRow row = exchangeRow(entry);
        QCOMPARE(row.uri, medium->uri);
        QCOMPARE(row.title, medium->title);
        QCOMPARE(row.artists, QStringList{QStringLiteral("Tin Choir")});
        QCOMPARE(row.album, medium->album);
        QCOMPARE(row.isrc, QStringLiteral("XX0000000001"));
        QCOMPARE(row.length, medium->length);
        QCOMPARE(row.addedAt, entry.addedAt);
        QCOMPARE(row.addedBy, entry.addedBy);

        entry.medium.reset();
        QVERIFY(exchangeRow(entry).namesNothing());
        QCOMPARE(exchangeRow(entry).addedBy, QStringLiteral("lena"));
    }
};

SEGUE_TEST(TestExchangeExport)
#include "tst_ExchangeExport.moc"
