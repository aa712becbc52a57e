// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/ImportSupport.h"
#include "tests/support/TestMain.h"

#include <QStringEncoder>

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// Tables with any header, separator and encoding.
class TestImportTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void severalLinksInEveryLineAreNoTable()
    {
        for (const QByteArray separator : {",", ";", "\t", ", "}) {
            const ImportedPlaylists found =
                read(uri(1) + separator + uri(2) + '\n' + uri(3) + separator + uri(4) + '\n');
            QCOMPARE(uris(found.joined()), (QStringList{trackUri(1), trackUri(2), trackUri(3), trackUri(4)}));
        }
    }

    void aBackslashTellsThatCommasSeparate()
    {
        const ImportedPlaylists found = read("Track Name,Artist Name(s)\nx,\"A;B, C\"\ny,\"D\\, E, F\"\n");
        QCOMPARE(found.joined().rows.at(0).artists, (QStringList{text("A;B"), text("C")}));
        QCOMPARE(found.joined().rows.at(1).artists, (QStringList{text("D, E"), text("F")}));
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
};

SEGUE_TEST(TestImportTables)
#include "tst_ImportTables.moc"
