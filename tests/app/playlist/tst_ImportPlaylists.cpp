// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Import.h"
#include "tests/app/playlist/ExchangeSamples.h"
#include "tests/support/TestMain.h"

#include <QStringEncoder>
#include <QTimeZone>

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// What other programs and people wrote.
class TestImportPlaylists : public QObject
{
    Q_OBJECT

    static ImportedPlaylists read(const QByteArray &file)
    {
        const auto found = importPlaylists(file);
        if (!found)
            qWarning("%s", qPrintable(found.error().userText));
        return found.value_or(ImportedPlaylists{});
    }

    static QString text(const char *utf8) { return QString::fromUtf8(utf8); }

    static QStringList uris(const ExchangeList &list)
    {
        QStringList found;
        for (const ExchangeRow &row : list.rows)
            found.append(row.uri);
        return found;
    }

    static QByteArray uri(int number) { return trackUri(number).toLatin1(); }

    static QDateTime utc(QDate date, QTime time = QTime(0, 0)) { return QDateTime(date, time, QTimeZone::utc()); }

private Q_SLOTS:
    void exportify()
    {
        const ImportedPlaylists found = read(exportifySample());
        QCOMPARE(found.format, ExchangeFormat::Csv);
        QCOMPARE(found.skippedCount, 0);
        QCOMPARE(found.lists.size(), 1);
        const QList<ExchangeRow> rows = found.lists.first().rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).uri, trackUri(1));
        QCOMPARE(rows.at(0).title, text("Paper \"Moons\""));
        QCOMPARE(rows.at(0).artists, (QStringList{text("Tin Choir"), text("Rust, Inc.")}));
        QCOMPARE(rows.at(0).album, text("Gate, open"));
        QCOMPARE(rows.at(0).isrc, text("XX0000000001"));
        QCOMPARE(rows.at(0).length, std::chrono::milliseconds(213'000));
        QCOMPARE(rows.at(0).addedBy, text("lena"));
        QCOMPARE(rows.at(0).addedAt, utc(QDate(2024, 5, 1), QTime(10, 20, 30)));
        QCOMPARE(rows.at(1).uri, text("spotify:local:Home+Band:Demos:Take+2:61"));
        QCOMPARE(rows.at(1).title, text("Take 2"));
    }

    void exportifyNet()
    {
        const ImportedPlaylists found = read(exportifyNetSample());
        QCOMPARE(found.skippedCount, 0);
        const QList<ExchangeRow> rows = found.joined().rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).uri, trackUri(2));
        QCOMPARE(rows.at(0).artists, (QStringList{text("Moth, The Quiet"), text("Tin Choir")}));
        QCOMPARE(rows.at(0).length, std::chrono::milliseconds(187'500));
        // That ";" separates shows in another row.
        QCOMPARE(rows.at(1).artists, QStringList{text("Moth, The Quiet")});
        QCOMPARE(rows.at(1).addedBy, text("otto"));
    }

    void aBackslashTellsThatCommasSeparate()
    {
        const ImportedPlaylists found = read("Track Name,Artist Name(s)\nx,\"A;B, C\"\ny,\"D\\, E, F\"\n");
        QCOMPARE(found.joined().rows.at(0).artists, (QStringList{text("A;B"), text("C")}));
        QCOMPARE(found.joined().rows.at(1).artists, (QStringList{text("D, E"), text("F")}));
    }

    void tuneMyMusic()
    {
        const ImportedPlaylists found = read(tuneMyMusicSample());
        QCOMPARE(found.skippedCount, 0);
        QCOMPARE(found.lists.size(), 2);
        QCOMPARE(found.lists.at(0).name, text("Morning"));
        QCOMPARE(uris(found.lists.at(0)), (QStringList{trackUri(1), QString()}));
        QCOMPARE(found.lists.at(0).rows.at(0).artists, QStringList{text("Tin Choir, Rust")});
        QCOMPARE(found.lists.at(0).rows.at(1).title, text("Unheard"));
        QCOMPARE(found.lists.at(0).rows.at(1).isrc, text("XX0000000009"));
        QCOMPARE(found.lists.at(1).name, text("Evening"));
        QCOMPARE(uris(found.lists.at(1)), QStringList{trackUri(3)});
        QCOMPARE(found.joined().rows.size(), 3);
        QCOMPARE(found.joined().name, QString());
    }

    void soundiiz()
    {
        const ImportedPlaylists found = read(soundiizSample());
        QCOMPARE(found.format, ExchangeFormat::Csv);
        const QList<ExchangeRow> rows = found.joined().rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).title, text("Paper Moons"));
        QCOMPARE(rows.at(0).isrc, text("XX0000000001"));
        QCOMPARE(rows.at(1).title, text("Ferry; again"));
        QCOMPARE(rows.at(1).artists, QStringList{text("Moth")});
        QCOMPARE(found.skippedCount, 1);
        QCOMPARE(found.skipped, (QList<SkippedLine>{{4, text(";Moth;Gate;"), SkippedLine::Why::Unclear}}));
    }

    void spotifyBackupText()
    {
        const ImportedPlaylists found = read(backupTextSample());
        QCOMPARE(found.format, ExchangeFormat::Csv);
        QCOMPARE(found.skippedCount, 0);
        QCOMPARE(found.lists.size(), 2);
        QCOMPARE(found.lists.at(0).name, text("Morning"));
        QCOMPARE(uris(found.lists.at(0)), (QStringList{trackUri(1), trackUri(3)}));
        QCOMPARE(found.lists.at(0).rows.at(0).artists, (QStringList{text("Tin Choir"), text("Rust")}));
        QCOMPARE(found.lists.at(0).rows.at(0).album, text("Gate"));
        QCOMPARE(found.lists.at(0).rows.at(1).title, text("\"Ferry"));
        QCOMPARE(found.lists.at(1).name, text("Evening"));
        QCOMPARE(uris(found.lists.at(1)), QStringList{trackUri(2)});
    }

    void spotifyBackupJson()
    {
        const ImportedPlaylists found = read(backupJsonSample());
        QCOMPARE(found.format, ExchangeFormat::Json);
        QCOMPARE(found.lists.size(), 2);
        QCOMPARE(found.lists.at(0).name, text("Morning"));
        QCOMPARE(found.lists.at(0).description, text("slow"));
        const ExchangeRow row = found.lists.at(0).rows.value(0);
        QCOMPARE(row.uri, trackUri(1));
        QCOMPARE(row.title, text("Paper Moons"));
        QCOMPARE(row.artists, (QStringList{text("Tin Choir"), text("Rust")}));
        QCOMPARE(row.album, text("Gate"));
        QCOMPARE(row.isrc, text("XX0000000001"));
        QCOMPARE(row.length, std::chrono::milliseconds(213'000));
        QCOMPARE(row.addedBy, text("lena"));
        QCOMPARE(row.addedAt, utc(QDate(2024, 5, 1), QTime(10, 20, 30)));
        QCOMPARE(uris(found.lists.at(1)), QStringList{trackUri(2)});
        QCOMPARE(found.skippedCount, 1);
        QCOMPARE(found.skipped.first().why, SkippedLine::Why::Empty);
        QCOMPARE(found.skipped.first().line, 2);
    }

    void dataExport()
    {
        const ImportedPlaylists found = read(dataExportSample());
        QCOMPARE(found.skippedCount, 0);
        QCOMPARE(found.joined().name, text("Morning"));
        const QList<ExchangeRow> rows = found.joined().rows;
        QCOMPARE(uris(found.joined()), (QStringList{trackUri(1), text("spotify:local:Home+Band:Demos:Take+2:61")}));
        QCOMPARE(rows.at(0).title, text("Paper Moons"));
        QCOMPARE(rows.at(0).artists, QStringList{text("Tin Choir")});
        QCOMPARE(rows.at(0).addedAt, utc(QDate(2024, 5, 1)));
    }

    void playerM3u()
    {
        const ImportedPlaylists found = read(playerM3uSample());
        QCOMPARE(found.format, ExchangeFormat::M3u8);
        const ExchangeList list = found.joined();
        QCOMPARE(list.name, text("Kitchen"));
        QCOMPARE(uris(list), (QStringList{QString(), QString(), QString(), trackUri(2)}));
        QCOMPARE(list.rows.at(0).title, text("Paper Moons"));
        QCOMPARE(list.rows.at(0).artists, QStringList{text("Tin Choir")});
        QCOMPARE(list.rows.at(0).length, std::chrono::seconds(213));
        QCOMPARE(list.rows.at(1).title, text("https stream"));
        QCOMPARE(list.rows.at(1).length, std::chrono::seconds(0));
        QCOMPARE(list.rows.at(2).title, text("Ferry"));
        QCOMPARE(list.rows.at(2).artists, QStringList{text("Moth")});
        QCOMPARE(found.skipped, (QList<SkippedLine>{{10, text("http://radio.example/other"), SkippedLine::Why::Unclear},
                                                    {11, text("https://open.spotify.com/album/Segue0Test0Album000001"),
                                                     SkippedLine::Why::NotATrack}}));
    }

    void playerXspf()
    {
        const ImportedPlaylists found = read(playerXspfSample());
        QCOMPARE(found.format, ExchangeFormat::Xspf);
        const ExchangeList list = found.joined();
        QCOMPARE(list.name, text("Kitchen"));
        QCOMPARE(uris(list), (QStringList{QString(), QString(), trackUri(2)}));
        QCOMPARE(list.rows.at(0).title, text("Ferry"));
        QCOMPARE(list.rows.at(0).artists, QStringList{text("Moth")});
        QCOMPARE(list.rows.at(1).title, text("Paper Moons & more"));
        QCOMPARE(list.rows.at(1).artists, QStringList{text("Tin Choir")});
        QCOMPARE(list.rows.at(1).album, text("Gate"));
        QCOMPARE(list.rows.at(1).length, std::chrono::seconds(213));
        QCOMPARE(found.skipped, (QList<SkippedLine>{{8, QString(), SkippedLine::Why::Empty}}));
    }

    void pastedText()
    {
        const ImportedPlaylists found = read(pastedTextSample());
        QCOMPARE(found.format, ExchangeFormat::Links);
        QCOMPARE(uris(found.joined()),
                 (QStringList{trackUri(1), trackUri(2), trackUri(3), text("spotify:local:Home+Band:Demos:Take+2:61")}));
        QCOMPARE(found.joined().rows.at(3).title, text("Take 2"));
        QCOMPARE(found.skipped, (QList<SkippedLine>{
                                    {1, text("Songs for Otto:"), SkippedLine::Why::Unclear},
                                    {6, text("and https://spotify.link/abc"), SkippedLine::Why::Unclear},
                                    {7, text("spotify:album:Segue0Test0Album000001"), SkippedLine::Why::NotATrack},
                                }));
    }

    void listsOfNames()
    {
        const ImportedPlaylists found = read("Tin Choir - Paper Moons\n\nMoth – Ferry - live\nhello\n");
        QCOMPARE(found.format, ExchangeFormat::Links);
        const QList<ExchangeRow> rows = found.joined().rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).title, text("Paper Moons"));
        QCOMPARE(rows.at(0).artists, QStringList{text("Tin Choir")});
        QCOMPARE(rows.at(1).title, text("Ferry - live"));
        QCOMPARE(rows.at(1).artists, QStringList{text("Moth")});
        QCOMPARE(found.skipped, (QList<SkippedLine>{{4, text("hello"), SkippedLine::Why::Unclear}}));
    }

    void manyLinksInOneLine()
    {
        QByteArray line;
        QStringList expected;
        for (int i = 0; i < 3000; ++i) {
            line += (i % 3 == 0 ? ", " : (i % 3 == 1 ? "," : " ")) + uri(i);
            expected.append(trackUri(i));
        }
        const ImportedPlaylists found = read(line);
        QCOMPARE(uris(found.joined()), expected);
        QCOMPARE(found.skippedCount, 0);
    }

    void severalLinksInEveryLineAreNoTable()
    {
        for (const QByteArray separator : {",", ";", "\t", ", "}) {
            const ImportedPlaylists found =
                read(uri(1) + separator + uri(2) + '\n' + uri(3) + separator + uri(4) + '\n');
            QCOMPARE(uris(found.joined()), (QStringList{trackUri(1), trackUri(2), trackUri(3), trackUri(4)}));
        }
    }

    void localFilesMayHoldAnyCharacter()
    {
        const ImportedPlaylists found = read("Title,URI\nx,spotify:local:Zoë & co:Demos, old:x y:1\n"
                                             "y,\"spotify:local:Zoë & co:Demos, old:x y:1\"\n");
        QCOMPARE(found.joined().rows.at(1).uri, text("spotify:local:Zoë & co:Demos, old:x y:1"));
    }

    void headersOfAnyKind_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray link = uri(1);
        QTest::newRow("upper case") << QByteArray("TRACK URI,TITLE\n" + link + ",Ferry\n");
        QTest::newRow("snake case") << QByteArray("track_uri;track_name\n" + link + ";Ferry\n");
        QTest::newRow("tabs") << QByteArray("Title\tSpotify URL\nFerry\thttps://open.spotify.com/track/" +
                                            trackId(1).toLatin1() + "?si=1\n");
        QTest::newRow("bare ids") << QByteArray("Spotify ID,Name\r\n" + trackId(1).toLatin1() + ",Ferry\r\n");
        QTest::newRow("the separator is told") << QByteArray("sep=;\r\nName;URI\r\nFerry;" + link + "\r\n");
        QTest::newRow("a link of another service first")
            << QByteArray("URL,Title,Track URI\nhttps://x.example/1,Ferry," + link + "\n");
        QTest::newRow("another separator within a name") << QByteArray("Title,URI,x;Title\nFerry," + link + ",y\n");
        QTest::newRow("an empty first choice") << QByteArray("Track URI,Title,Link\n,Ferry," + link + "\n");
    }

    void headersOfAnyKind()
    {
        QFETCH(QByteArray, file);
        const ImportedPlaylists found = read(file);
        QCOMPARE(found.format, ExchangeFormat::Csv);
        QCOMPARE(uris(found.joined()), QStringList{trackUri(1)});
        QCOMPARE(found.joined().rows.first().title, text("Ferry"));
        QCOMPARE(found.skippedCount, 0);
    }

    void tablesWithoutAHeader()
    {
        // The album's link is no reason for a complaint, and a name that nobody knows none to lose a row.
        const QByteArray album = ",spotify:album:Segue0Test0Album000001\n";
        const ImportedPlaylists found =
            read("Spur-Adresse,Albumadresse\n" + uri(1) + album + uri(2) + album + "\"Moth\nFerry\"" + album);
        QCOMPARE(found.format, ExchangeFormat::Csv);
        QCOMPARE(uris(found.joined()), (QStringList{trackUri(1), trackUri(2)}));
        QCOMPARE(found.skippedCount, 2);
        QCOMPARE(found.skipped.at(0).line, 1);
        QCOMPARE(found.skipped.at(1).line, 4);
        QCOMPARE(found.skipped.at(1).beginning, text("\"Moth Ferry\",spotify:album:Segue0Test0Album000001"));
    }

    void linesOfATableAreToldByNumber()
    {
        const ImportedPlaylists found = read("sep=,\nTitle,Artist,Track URI\n\"a\n\nb\",x,\n\n,x,\n,,\nc,x,\n" +
                                             QByteArray("d,x,spotify:artist:Segue0Test0Artist00001\n"));
        QCOMPARE(found.joined().rows.size(), 2);
        QCOMPARE(found.skipped, (QList<SkippedLine>{{7, text(",x,"), SkippedLine::Why::Unclear},
                                                    {8, text(",,"), SkippedLine::Why::Empty},
                                                    {10, text("d,x,spotify:artist:Segue0Test0Artist00001"),
                                                     SkippedLine::Why::NotATrack}}));
    }

    void lengths_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("seconds");
        QTest::newRow("minutes") << QByteArray("Title,Duration\nx,3:45\n") << 225;
        QTest::newRow("hours") << QByteArray("Title,Length\nx,1:00:01\n") << 3601;
        QTest::newRow("seconds") << QByteArray("Title,Duration\nx,225\n") << 225;
        QTest::newRow("milliseconds") << QByteArray("Title,Duration\nx,225000\n") << 225;
        QTest::newRow("short, in milliseconds") << QByteArray("Title,Duration (ms)\nx,2000\n") << 2;
        QTest::newRow("words") << QByteArray("Title,Duration\nx,long\n") << 0;
        QTest::newRow("negative") << QByteArray("Title,Duration (ms)\nx,-5000\n") << 0;
        QTest::newRow("endless") << QByteArray("Title,Duration\nx,99999999999999999999:99\n") << 0;
        QTest::newRow("not a number") << QByteArray("Title,Duration (ms)\nx,nan\n") << 0;
    }

    void lengths()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, seconds);
        QCOMPARE(read(file).joined().rows.value(0).length, std::chrono::seconds(seconds));
    }

    void dates()
    {
        const auto added = [](const char *date) {
            return read("Title,Added At\nx," + QByteArray(date) + "\n").joined().rows.value(0).addedAt;
        };
        QCOMPARE(added("2024-05-01"), utc(QDate(2024, 5, 1)));
        QCOMPARE(added("2024-05-01 10:20:30"), utc(QDate(2024, 5, 1), QTime(10, 20, 30)));
        QCOMPARE(added("2024-05-01T10:20:30+02:00"), utc(QDate(2024, 5, 1), QTime(8, 20, 30)));
        QCOMPARE(added("2024-05-01").timeSpec(), Qt::UTC);
        QVERIFY(!added("yesterday").isValid());
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QString csv = QStringLiteral("Title,Artist\nPâté – Öl,Moth\n");
        const auto encoded = [&csv](QStringConverter::Encoding encoding) -> QByteArray {
            QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
            return encoder.encode(csv);
        };
        QTest::newRow("UTF-8") << csv.toUtf8();
        QTest::newRow("UTF-8 with mark") << encoded(QStringConverter::Utf8);
        QTest::newRow("UTF-16 LE") << encoded(QStringConverter::Utf16LE);
        QTest::newRow("UTF-16 BE") << encoded(QStringConverter::Utf16BE);
        QTest::newRow("Windows-1252") << QByteArray("Title,Artist\nP\xE2t\xE9 \x96 \xD6l,Moth\n");
    }

    void encodings()
    {
        QFETCH(QByteArray, file);
        const ImportedPlaylists found = read(file);
        QCOMPARE(found.format, ExchangeFormat::Csv);
        QCOMPARE(found.joined().rows.value(0).title, QStringLiteral("Pâté – Öl"));
    }

    void jsonOfAnyKind_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray link = uri(1);
        QTest::newRow("texts") << QByteArray("[\"" + link + "\"]");
        QTest::newRow("addresses") << QByteArray("[\"https://open.spotify.com/track/" + trackId(1).toLatin1() + "\"]");
        QTest::newRow("objects") << QByteArray("[{\"uri\":\"" + link + "\"}]");
        QTest::newRow("tracks") << QByteArray("{\"name\":\"x\",\"tracks\":[{\"uri\":\"" + link + "\"}]}");
        QTest::newRow("a page of the Web API")
            << QByteArray("{\"items\":[{\"is_local\":false,\"track\":{\"uri\":\"" + link + "\"}}],\"next\":null}");
        QTest::newRow("a playlist of the Web API")
            << QByteArray("{\"name\":\"x\",\"items\":{\"items\":[{\"item\":{\"uri\":\"" + link + "\"}}]}}");
        QTest::newRow("ids") << QByteArray("[{\"id\":\"" + trackId(1).toLatin1() + "\",\"name\":\"x\"}]");
        QTest::newRow("external address") << QByteArray(
            "[{\"external_urls\":{\"spotify\":\"https://open.spotify.com/track/" + trackId(1).toLatin1() + "\"}}]");
        QTest::newRow("library of the data export")
            << QByteArray("{\"tracks\":[{\"artist\":\"a\",\"album\":\"b\",\"track\":\"x\",\"uri\":\"" + link + "\"}]}");
    }

    void jsonOfAnyKind()
    {
        QFETCH(QByteArray, file);
        const ImportedPlaylists found = read(file);
        QCOMPARE(found.format, ExchangeFormat::Json);
        QCOMPARE(uris(found.joined()), QStringList{trackUri(1)});
        QCOMPARE(found.skippedCount, 0);
    }

    void listsWithANameAreKeptEvenWhenEmpty()
    {
        const ImportedPlaylists found = read("[{\"name\":\"a\",\"items\":[]},{\"name\":\"b\",\"items\":[\"" + uri(1) +
                                             "\"]},{\"name\":\"\",\"items\":[]}]");
        QCOMPARE(found.lists.size(), 2);
        QCOMPARE(found.lists.at(0).name, text("a"));
        QCOMPARE(uris(found.lists.at(1)), QStringList{trackUri(1)});
    }

    void jsonWithThingsThatAreNoTracks()
    {
        const ImportedPlaylists found =
            read("[\"" + uri(1) +
                 "\",null,7,\"hello\",{\"uri\":\"spotify:album:Segue0Test0Album000001\",\"name\":\"x\","
                 "\"id\":\"Segue0Test0Album000001\"},{},{\"size\":3},{\"title\":\"Ferry\"},[]]");
        QCOMPARE(uris(found.joined()), (QStringList{trackUri(1), QString()}));
        QList<int> numbers;
        QList<SkippedLine::Why> reasons;
        for (const SkippedLine &line : found.skipped) {
            numbers.append(line.line);
            reasons.append(line.why);
        }
        using Why = SkippedLine::Why;
        QCOMPARE(numbers, (QList<int>{2, 3, 4, 5, 6, 7, 9}));
        QCOMPARE(reasons, (QList<Why>{Why::Empty, Why::Unclear, Why::Unclear, Why::NotATrack, Why::Empty, Why::Unclear,
                                      Why::Unclear}));
        QCOMPARE(found.skipped.at(2).beginning, text("hello"));
    }

    void contentCountsNotAppearance()
    {
        // Each could be taken for another format at first sight.
        QCOMPARE(read("[song](https://open.spotify.com/track/" + trackId(1).toLatin1() + ")").format,
                 ExchangeFormat::Links);
        QCOMPARE(read("<a href=\"https://open.spotify.com/track/" + trackId(1).toLatin1() + "\">Song, name</a>").format,
                 ExchangeFormat::Links);
        QCOMPARE(read("\xEF\xBB\xBF\n#extm3u\n" + uri(1)).format, ExchangeFormat::M3u8);
        QCOMPARE(read("\n\n <playlist><trackList><track><title>x</title></track></trackList></playlist>").format,
                 ExchangeFormat::Xspf);
        QCOMPARE(read(" \n{\"items\":[\"" + uri(1) + "\"]}").format, ExchangeFormat::Json);
    }

    void anExtinfWithoutLocationIsTold()
    {
        const ImportedPlaylists found = read("#EXTM3U\n#EXTINF:1,a - b\n#EXTINF:2,c - d\nx.mp3\n#EXTINF:3,e - f\n");
        QCOMPARE(found.joined().rows.size(), 1);
        QCOMPARE(found.joined().rows.first().title, text("d"));
        QCOMPARE(found.skipped, (QList<SkippedLine>{{2, text("#EXTINF:1,a - b"), SkippedLine::Why::Unclear},
                                                    {5, text("#EXTINF:3,e - f"), SkippedLine::Why::Unclear}}));
    }
};

SEGUE_TEST(TestImportPlaylists)
#include "tst_ImportPlaylists.moc"
