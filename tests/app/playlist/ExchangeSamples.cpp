// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/ExchangeSamples.h"

#include "app/playlist/exchange/Export.h"

#include <QTimeZone>

namespace segue::test
{

using playlist::ExchangeFormat;
using playlist::ExchangeList;
using playlist::ExchangeRow;
using std::chrono::milliseconds;

namespace
{

QByteArray id(int number)
{
    return trackId(number).toLatin1();
}

QByteArray uri(int number)
{
    return "spotify:track:" + id(number);
}

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int millisecond = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, millisecond), QTimeZone::utc()).toUTC();
}

} // namespace

QString trackId(int number)
{
    return QStringLiteral("Segue0Test0Track") + QString::number(number).rightJustified(6, u'0');
}

QString trackUri(int number)
{
    return QStringLiteral("spotify:track:") + trackId(number);
}

QByteArray exportifySample()
{
    return "\"Track URI\",\"Track Name\",\"Artist URI(s)\",\"Artist Name(s)\",\"Album URI\",\"Album Name\","
           "\"Track Number\",\"Track Duration (ms)\",\"Explicit\",\"ISRC\",\"Added By\",\"Added At\"\n"
           "\"" +
           uri(1) +
           "\",\"Paper \"\"Moons\"\"\",\"spotify:artist:Segue0Test0Artist00001\",\"Tin Choir, Rust\\, Inc.\","
           "\"spotify:album:Segue0Test0Album000001\",\"Gate, open\",\"1\",\"213000\",\"false\",\"XX0000000001\","
           "\"spotify:user:lena\",\"2024-05-01T10:20:30Z\"\n"
           "\"spotify:local:Home+Band:Demos:Take+2:61\",\"Take 2\",\"\",\"Home Band\",\"\",\"Demos\",\"0\",\"61000\","
           "\"false\",\"\",\"\",\"1970-01-01T00:00:00Z\"\n";
}

QByteArray exportifyNetSample()
{
    return "\xEF\xBB\xBFTrack URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,"
           "Added By,Added At,Genres\n" +
           uri(2) +
           ",\"Slow Glass\",\"Gate\",\"Moth, The Quiet;Tin Choir\",2020-02-02,187500,3,false,otto,"
           "2023-11-12T13:14:15Z,\"\"\n" +
           uri(3) +
           ",\"Ferry\",\"Gate\",\"Moth, The Quiet\",2020-02-02,200000,3,false,otto,2023-11-12T13:14:16Z,\"\"\n";
}

QByteArray tuneMyMusicSample()
{
    return "Track name,Artist name,Album,Playlist name,Type,ISRC,Spotify - id\r\n"
           "Paper Moons,\"Tin Choir, Rust\",Gate,Morning,Playlist,XX0000000001," +
           id(1) + "\r\nFerry,Moth,Gate,Evening,Playlist,XX0000000003," + id(3) +
           "\r\nUnheard,Moth,Gate,Morning,Playlist,XX0000000009,\r\n";
}

QByteArray soundiizSample()
{
    return "title;artist;album;isrc\nPaper Moons;Tin Choir;Gate;XX0000000001\n\"Ferry; again\";Moth;;\n;Moth;Gate;\n";
}

QByteArray backupTextSample()
{
    return "Morning\r\nPaper Moons\tTin Choir, Rust\tGate\t" + uri(1) + "\r\n\"Ferry\tMoth\tGate\t" + uri(3) +
           "\r\n\r\nEvening\r\nSlow Glass\tMoth\tGate\t" + uri(2) + "\r\n\r\n";
}

QByteArray backupJsonSample()
{
    const auto entry = [](int number, const char *title) -> QByteArray {
        return "{\"added_at\":\"2024-05-01T10:20:30Z\",\"added_by\":{\"id\":\"lena\"},\"is_local\":false,"
               "\"track\":{\"uri\":\"" +
               uri(number) + "\",\"name\":\"" + title +
               "\",\"artists\":[{\"name\":\"Tin Choir\"},{\"name\":\"Rust\"}],\"album\":{\"name\":\"Gate\"},"
               "\"duration_ms\":213000,\"track\":true,\"episode\":false,\"external_ids\":{\"isrc\":\"XX0000000001\"}}}";
    };
    return "[{\"name\":\"Morning\",\"description\":\"slow\",\"tracks\":[" + entry(1, "Paper Moons") +
           ",{\"added_at\":null,\"added_by\":{\"id\":\"\"},\"track\":null}]},{\"name\":\"Evening\",\"tracks\":[" +
           entry(2, "Slow Glass") + "]}]";
}

QByteArray dataExportSample()
{
    return "{\n \"playlists\": [\n  {\n   \"name\": \"Morning\",\n   \"lastModifiedDate\": \"2024-05-02\",\n"
           "   \"items\": [\n    {\"track\": {\"trackName\": \"Paper Moons\", \"artistName\": \"Tin Choir\", "
           "\"albumName\": \"Gate\", \"trackUri\": \"" +
           uri(1) +
           "\"}, \"episode\": null, \"localTrack\": null, \"addedDate\": \"2024-05-01\"},\n"
           "    {\"track\": null, \"episode\": null, \"localTrack\": {\"uri\": "
           "\"spotify:local:Home+Band:Demos:Take+2:61\"}, \"addedDate\": \"2024-05-01\"}\n"
           "   ],\n   \"description\": null,\n   \"numberOfFollowers\": 0\n  }\n ]\n}\n";
}

QByteArray playerM3uSample()
{
    return "#EXTM3U\r\n#PLAYLIST:Kitchen\r\n#EXTINF:213 tvg-name=\"a,b\",Tin Choir - Paper Moons\r\n"
           "C:\\Music\\Gate\\01.mp3\r\n\r\n#EXTINF:-1,https stream\r\nhttp://radio.example/stream\r\n"
           "../Moth - Ferry.flac\r\nhttps://open.spotify.com/intl-de/track/" +
           id(2) + "?si=1\r\nhttp://radio.example/other\r\nhttps://open.spotify.com/album/Segue0Test0Album000001\r\n";
}

QByteArray playerXspfSample()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a player's -->\n"
           "<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\" xmlns:vlc=\"http://example.org/vlc\">\n"
           "<title>Kitchen</title><trackList>\n"
           "<track><location>file:///music/Moth%20-%20Ferry.flac</location><extension application=\"x\">"
           "<vlc:id>0</vlc:id></extension></track>\n"
           "<track><title>Paper Moons &amp; more</title><creator>Tin Choir</creator><album>Gate</album>"
           "<duration>213000</duration></track>\n"
           "<track><location>spotify:track:Segue0Test0Track000002</location></track>\n"
           "<track/>\n</trackList></playlist>\n";
}

QByteArray pastedTextSample()
{
    return "Songs for Otto:\n\n1) https://open.spotify.com/track/" + id(1) + "?si=x (the long one), then\n" + uri(2) +
           " " + uri(3) +
           "\n- spotify:local:Home+Band:Demos:Take+2:61\nand https://spotify.link/abc\n"
           "and spotify:album:Segue0Test0Album000001\n";
}

ExchangeList awkwardList()
{
    ExchangeList list;
    list.name = QStringLiteral("Nacht & <Tag> \"5\" — 夜");
    list.description = QStringLiteral("=SUM(A1)\nzweite Zeile; мир, 😀");
    const auto add = [&list](const QString &title, const QStringList &artists, const QString &album) -> ExchangeRow & {
        ExchangeRow row;
        row.uri = trackUri(int(list.rows.size()));
        row.title = title;
        row.artists = artists;
        row.album = album;
        row.isrc = QStringLiteral("XX") + QString::number(1000 + list.rows.size());
        row.length = milliseconds(180'000 + 1000 * list.rows.size());
        row.addedAt = utc(2024, 5, 1, 10, 20, int(list.rows.size()));
        row.addedBy = QStringLiteral("lena");
        list.rows.append(row);
        return list.rows.last();
    };
    add(QStringLiteral("Papiermonde äöüß"), {QStringLiteral("Jürgen"), QStringLiteral("Åsa")}, QStringLiteral("Grün"));
    add(QStringLiteral("She said \"no\""),
        {QStringLiteral("Moth, The Quiet"), QStringLiteral("A;B"), QStringLiteral("C\\")}, QStringLiteral("\"Gate\""));
    add(QStringLiteral("line one\nline two"), {QStringLiteral("Cut\r\nOff")}, QStringLiteral("tab\there"));
    add(QStringLiteral("=HYPERLINK(\"http://x.example\")"), {QStringLiteral("@all"), QStringLiteral("-minus")},
        QStringLiteral("+1"));
    add(QStringLiteral("'=quoted"), {QStringLiteral("''+")}, QStringLiteral("'plain"));
    add(QStringLiteral("semi;colon, comma"), {QStringLiteral("AC / DC")}, QStringLiteral(";"));
    add(QStringLiteral("  spaces around  "), {QStringLiteral(" a ")}, QStringLiteral(" "));
    add(QStringLiteral("夜に駆ける"), {QStringLiteral("ヨルシカ"), QStringLiteral("아이유")}, QStringLiteral("专辑"));
    add(QStringLiteral("שלום עולם"), {QStringLiteral("فيروز")}, QStringLiteral("\u202Eabc\u202C"));
    add(QStringLiteral("Привет 😀👩‍👩‍👧"), {QStringLiteral("🎸")}, QStringLiteral("🏳️‍🌈"));
    add(QStringLiteral("<b>&amp;</b> ]]>"), {QStringLiteral("<!-- -->")}, QStringLiteral("&#13;"));
    add(QStringLiteral("no more is known"), {}, {}) = [&] {
        ExchangeRow bare;
        bare.uri = trackUri(11);
        bare.title = QStringLiteral("no more is known");
        return bare;
    }();
    ExchangeRow linkOnly;
    linkOnly.uri = trackUri(12);
    list.rows.append(linkOnly);
    ExchangeRow episode;
    episode.uri = QStringLiteral("spotify:episode:") + trackId(13);
    episode.title = QStringLiteral("Folge 1");
    episode.album = QStringLiteral("Show");
    episode.addedAt = utc(2024, 5, 1, 10, 20, 30, 123);
    list.rows.append(episode);
    ExchangeRow local;
    local.uri = QStringLiteral("spotify:local:Home+Band:Demos%2C+old:Take%3A+2:61");
    local.title = QStringLiteral("Take: 2");
    local.artists = QStringList{QStringLiteral("Home Band")};
    local.album = QStringLiteral("Demos, old");
    local.length = milliseconds(61'000);
    list.rows.append(local);
    list.rows.append(list.rows.first()); // a second copy
    return list;
}

QList<ExchangeSample> exchangeSamples()
{
    const ExchangeList list = awkwardList();
    return {
        {"exportify", exportifySample()},
        {"exportify.net", exportifyNetSample()},
        {"tunemymusic", tuneMyMusicSample()},
        {"soundiiz", soundiizSample()},
        {"backup text", backupTextSample()},
        {"backup json", backupJsonSample()},
        {"data export", dataExportSample()},
        {"player m3u", playerM3uSample()},
        {"player xspf", playerXspfSample()},
        {"pasted", pastedTextSample()},
        {"our csv", playlist::exportPlaylist(list, ExchangeFormat::Csv)},
        {"our m3u8", playlist::exportPlaylist(list, ExchangeFormat::M3u8)},
        {"our xspf", playlist::exportPlaylist(list, ExchangeFormat::Xspf)},
        {"our json", playlist::exportPlaylist(list, ExchangeFormat::Json)},
        {"our links", playlist::exportPlaylist(list, ExchangeFormat::Links)},
    };
}

} // namespace segue::test
