// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/ImportSupport.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// What other programs and people wrote.
class TestImportPlaylists : public QObject
{
    Q_OBJECT

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

    void contentCountsNotAppearance()
    {
        // Each could be taken for another format at first sight.
        QCOMPARE(read("[song](https://open.spotify.com/track/" + trackId(1).toLatin1() + ")").format,
                 ExchangeFormat::Links);
        QCOMPARE(read("<a href=\"https://open.spotify.com/track/" + trackId(1).toLatin1() + "\">Song, name</a>").format,
                 ExchangeFormat::Links);
        QCOMPARE(read("\xEF\xBB\xBF\n#extm3u\n" + uri(1)).format, ExchangeFormat::M3u8);
        QCOMPARE(read("# mine\n\n#EXTINF:1,a - b\n" + uri(1)).format, ExchangeFormat::M3u8);
        QCOMPARE(read("Title,Artist\nThe #EXTINF:1,me\n").format, ExchangeFormat::Csv);
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
