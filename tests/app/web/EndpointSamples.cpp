// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::samples
{

namespace
{

QStringList members(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

Facts songNamed(const Fact &name)
{
    return Facts{name} +
           Facts{
               "type = track",
               "name = Song",
               "duration_ms = 1000",
               "explicit = yes",
               "is_playable = no",
               "restrictions.reason = market",
               "popularity = 5",
               "disc_number = 3",
               "track_number = 2",
               "external_ids.isrc = GBAYE0601690",
               {"release_date = 1999-12", members({"album.release_date", "album.release_date_precision"})},
               "artists[0].name = Singer",
               {"artists[0].uri = spotify:artist:si", members({"artists[0].uri", "artists[0].name"})},
               "artists[1].name = Band",
               "album.name = Album",
               "album.uri = spotify:album:al",
               "album.images[0] = https://i.scdn.co/1 640x640",
               "album.images[1] = https://i.scdn.co/2 64x64",
           };
}

} // namespace

const QByteArray images = R"([{"url":"https:\/\/i.scdn.co\/1","width":640,"height":640},
    {"url":"https:\/\/i.scdn.co\/2","width":64,"height":64}])";

Facts ofImages()
{
    return {"[0] = https://i.scdn.co/1 640x640", "[1] = https://i.scdn.co/2 64x64"};
}

const QByteArray artist = R"({"id":"ar","type":"artist","uri":"spotify:artist:ar","name":"Artist","genres":["pop"],
    "popularity":3,"followers":{"href":null,"total":4},"images":)" +
                          images + '}';
const QByteArray secondArtist = R"({"uri":"spotify:artist:as","name":"Another"})";

Facts ofArtist()
{
    return Facts{"uri = spotify:artist:ar", "name = Artist"} + in(QStringLiteral("images"), ofImages());
}

Facts ofSecondArtist()
{
    return {"uri = spotify:artist:as", "name = Another"};
}

const QByteArray singers = R"([{"id":"si","type":"artist","uri":"spotify:artist:si","name":"Singer"},{"name":"Band"}])";

const QByteArray album = R"({"id":"al","type":"album","uri":"spotify:album:al","name":"Album","album_type":"single",
    "total_tracks":2,"release_date":"1999-12","release_date_precision":"month","available_markets":["SE"],
    "restrictions":{"reason":"market"},"artists":)" +
                         singers + R"(,"images":)" + images + '}';
const QByteArray secondAlbum = R"({"uri":"spotify:album:as","name":"Another","release_date":"1977"})";

Facts ofAlbum()
{
    return Facts{
               "uri = spotify:album:al",
               "name = Album",
               "album_type = single",
               {"release_date = 1999-12", members({"release_date", "release_date_precision"})},
               "total_tracks = 2",
               "artists[0].name = Singer",
               {"artists[0].uri = spotify:artist:si", members({"artists[0].uri", "artists[0].name"})},
               "artists[1].name = Band",
           } +
           in(QStringLiteral("images"), ofImages());
}

Facts ofSecondAlbum()
{
    return {"uri = spotify:album:as", "name = Another", "release_date = 1977"};
}

const QByteArray show = R"({"id":"sh","type":"show","uri":"spotify:show:sh","name":"Show","publisher":"P",
    "total_episodes":2,"languages":["sv"],"images":)" +
                        images + '}';
const QByteArray secondShow = R"({"uri":"spotify:show:ss","name":"Another"})";

Facts ofShow()
{
    return Facts{"uri = spotify:show:sh", "name = Show", "publisher = P", "total_episodes = 2"} +
           in(QStringLiteral("images"), ofImages());
}

Facts ofSecondShow()
{
    return {"uri = spotify:show:ss", "name = Another"};
}

const QByteArray song = R"({"id":"t1","type":"track","uri":"spotify:track:t1","name":"Song","duration_ms":1000,
    "explicit":true,"is_local":false,"is_playable":false,"restrictions":{"reason":"market"},"disc_number":3,
    "track_number":2,"popularity":5,"external_ids":{"isrc":"GBAYE0601690"},"linked_from":{"uri":"spotify:track:t0"},
    "track":true,"episode":false,"album":)" +
                        album + R"(,"artists":)" + singers + '}';
const QByteArray secondSong = R"({"uri":"spotify:track:t2","name":"Second song","duration_ms":2000,
    "album":{"name":"Another"}})";

Facts ofSong()
{
    return songNamed({"uri = spotify:track:t0", members({"linked_from.uri"})});
}

Facts ofPlayedSong()
{
    return songNamed("uri = spotify:track:t1");
}

Facts ofSecondSong()
{
    return {"uri = spotify:track:t2", "type = track", "name = Second song", "duration_ms = 2000",
            "album.name = Another"};
}

const QByteArray talk = R"({"id":"e1","type":"episode","uri":"spotify:episode:e1","name":"Talk","duration_ms":3000,
    "explicit":true,"release_date":"2020-01-02","release_date_precision":"day","resume_point":{"fully_played":false},
    "show":{"id":"sh","uri":"spotify:show:sh","name":"Show","images":[{"url":"https:\/\/i.scdn.co\/9"}]},"images":)" +
                        images + '}';
const QByteArray secondTalk = R"({"uri":"spotify:episode:e2","name":"Second talk"})";

Facts ofTalk()
{
    return Facts{
               "uri = spotify:episode:e1",
               "type = episode",
               "name = Talk",
               "duration_ms = 3000",
               "explicit = yes",
               {"release_date = 2020-01-02", members({"release_date", "release_date_precision"})},
               {"artists[0].name = Show", members({"show.name"})},
               {"artists[0].uri = spotify:show:sh", members({"show.name", "show.uri"})},
               "show.name = Show",
               "show.uri = spotify:show:sh",
           } +
           in(QStringLiteral("images"), ofImages());
}

Facts ofSecondTalk()
{
    return {"uri = spotify:episode:e2", "type = episode", "name = Second talk"};
}

const QByteArray user = R"({"id":"una","type":"user","uri":"spotify:user:una","display_name":"Una B","country":"SE",
    "product":"premium","external_urls":{"spotify":"https:\/\/open.spotify.com\/user\/una?x"},"images":)" +
                        images + '}';

Facts ofUser()
{
    return Facts{"id = una", "display_name = Una B", "external_urls.spotify = https://open.spotify.com/user/una?x",
                 "country = SE", "product = premium"} +
           in(QStringLiteral("images"), ofImages());
}

const QByteArray playlist = R"({"id":"pl","type":"playlist","name":"List","description":"a &amp; b","public":false,
    "collaborative":true,"snapshot_id":"s","items":{"href":"h","total":3},"tracks":{"href":"h","total":3},
    "owner":{"id":"una","type":"user","display_name":"Una B"},"images":)" +
                            images + '}';
const QByteArray secondPlaylist = R"({"id":"ps","name":"Another","public":true,"owner":{"id":"bo"}})";

Facts ofPlaylist()
{
    return Facts{
               "id = pl",
               "name = List",
               "description = a & b",
               "owner.id = una",
               "owner.display_name = Una B",
               "snapshot_id = s",
               "public = no",
               "collaborative = yes",
               {"items.total = 3", {}}, // either name tells it
           } +
           in(QStringLiteral("images"), ofImages());
}

Facts ofSecondPlaylist()
{
    return {"id = ps", "name = Another", "owner.id = bo", "owner.display_name = bo", "public = yes", "items = no"};
}

const QByteArray category = R"({"id":"ca","href":"h","name":"Category","icons":)" + images + '}';
const QByteArray secondCategory = R"({"id":"cs","name":"Another"})";

Facts ofCategory()
{
    return Facts{"id = ca", "name = Category"} + in(QStringLiteral("icons"), ofImages());
}

Facts ofSecondCategory()
{
    return {"id = cs", "name = Another"};
}

const QByteArray device = R"({"id":"de","name":"Device","type":"Computer","is_active":true,"is_restricted":true,
    "volume_percent":50})";
const QByteArray secondDevice = R"({"id":"ds","name":"Another"})";

Facts ofDevice()
{
    return {"id = de", "name = Device", "type = Computer", "is_active = yes", "is_restricted = yes"};
}

Facts ofSecondDevice()
{
    return {"id = ds", "name = Another"};
}

const QByteArray snapshot = R"({"snapshot_id":"s2"})";

Facts ofNothing()
{
    return {" = nothing"};
}

} // namespace segue::web::test::samples
