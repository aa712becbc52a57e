// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointRows.h"
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::rows
{

using namespace samples;

namespace
{

Endpoint searching()
{
    const auto kinds = SearchKind::Tracks | SearchKind::Albums | SearchKind::Artists | SearchKind::Playlists |
                       SearchKind::Shows | SearchKind::Episodes;
    const QByteArray found = R"({"tracks":)" + page(song, secondSong) + R"(,"albums":)" + page(album, secondAlbum) +
                             R"(,"artists":)" + page(artist, secondArtist) + R"(,"playlists":)" +
                             page(playlist, secondPlaylist) + R"(,"shows":)" + page(show, secondShow) +
                             R"(,"episodes":)" + page(talk, secondTalk) + '}';
    QStringList frame;
    for (const char *kind : {"tracks", "albums", "artists", "playlists", "shows", "episodes"})
        frame += pageFrameIn(kind);
    return {.call = calling(SEGUE_METHOD(Catalogue, search), text("q"), SearchKinds(kinds), 0),
            .items = "GET /v1/search?limit=10&market=SE&offset=0&q=q&type=track,album,artist,playlist,show,episode",
            .tracks = "GET /v1/search?limit=50&market=SE&offset=0&q=q&type=track,album,artist,playlist,show,episode",
            .good = found,
            .facts = in(text("tracks"), ofPage(ofPlayedSong(), ofSecondSong())) +
                     in(text("albums"), ofPage(ofAlbum(), ofSecondAlbum())) +
                     in(text("artists"), ofPage(ofArtist(), ofSecondArtist())) +
                     in(text("playlists"), ofPage(ofPlaylist(), ofSecondPlaylist())) +
                     in(text("shows"), ofPage(ofShow(), ofSecondShow())) +
                     in(text("episodes"), ofPage(ofTalk(), ofSecondTalk())),
            .frame = frame,
            .keys = texts({"playlists.items[0].id"}),
            .hasSmallerPage = true};
}

/// On a page of the album the service leaves out what the caller knows of it, which goes before what it tells.
Facts ofAlbumSong()
{
    return {"uri = spotify:track:t1",
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
            "artists[0].name = Singer",
            {"artists[0].uri = spotify:artist:si", texts({"artists[0].uri", "artists[0].name"})},
            "artists[1].name = Band",
            {"album.name = Known", {}},
            {"album.uri = spotify:album:kn", {}}};
}

Facts ofSecondAlbumSong()
{
    return {"uri = spotify:track:t2",   "type = track",
            "name = Second song",       "duration_ms = 2000",
            {"album.name = Known", {}}, {"album.uri = spotify:album:kn", {}}};
}

Facts ofShowTalk()
{
    Facts facts{"uri = spotify:episode:e1",
                "type = episode",
                "name = Talk",
                "duration_ms = 3000",
                "explicit = yes",
                {"release_date = 2020-01-02", texts({"release_date", "release_date_precision"})},
                {"artists[0].name = Show", texts({"show.name"})},
                {"artists[0].uri = spotify:show:sh", texts({"show.name", "show.uri"})},
                {"show.name = Known", {}},
                {"show.uri = spotify:show:kn", {}}};
    return facts + in(text("images"), ofImages());
}

Facts ofSecondShowTalk()
{
    return {"uri = spotify:episode:e2",
            "type = episode",
            "name = Second talk",
            "artists[0].name = Known",
            "artists[0].uri = spotify:show:kn",
            {"show.name = Known", {}},
            {"show.uri = spotify:show:kn", {}}};
}

} // namespace

std::vector<Endpoint> ofCatalogue()
{
    const auto id = text("id1");
    const Album known{.uri = text("spotify:album:kn"), .title = text("Known")};
    const Show knownShow{.uri = text("spotify:show:kn"), .title = text("Known")};
    return {
        searching(),
        {.call = calling(SEGUE_METHOD(Catalogue, album), id),
         .items = "GET /v1/albums/id1?market=SE",
         .tracks = "GET /v1/albums/id1?market=SE",
         .good = album,
         .facts = ofAlbum()},
        {.call = calling(SEGUE_METHOD(Catalogue, albumTracks), known, 0),
         .items = "GET /v1/albums/kn/tracks?limit=50&market=SE&offset=0",
         .tracks = "GET /v1/albums/kn/tracks?limit=50&market=SE&offset=0",
         .good = page(song, secondSong),
         .facts = ofPage(ofAlbumSong(), ofSecondAlbumSong()),
         .frame = pageFrame()},
        {.call = calling(SEGUE_METHOD(Catalogue, artist), id),
         .items = "GET /v1/artists/id1",
         .tracks = "GET /v1/artists/id1",
         .good = artist,
         .facts = ofArtist()},
        {.call = calling(SEGUE_METHOD(Catalogue, artistAlbums), id, 0),
         .items = "GET /v1/artists/id1/albums?include_groups=album,single,compilation,appears_on&limit=10&market=SE"
                  "&offset=0",
         .tracks = "GET /v1/artists/id1/albums?include_groups=album,single,compilation,appears_on&limit=50&market=SE"
                   "&offset=0",
         .good = page(album, secondAlbum),
         .facts = ofPage(ofAlbum(), ofSecondAlbum()),
         .frame = pageFrame(),
         .hasSmallerPage = true},
        {.call = calling(SEGUE_METHOD(Catalogue, artistTopTracks), id),
         .tracks = "GET /v1/artists/id1/top-tracks?market=SE",
         .good = under("tracks", '[' + song + ",null," + secondSong + ']'),
         .facts = in(text("tracks[0]"), ofPlayedSong()) + in(text("tracks[2]"), ofSecondSong()),
         .root = text("tracks[]"),
         .frame = texts({"tracks"}),
         .lackedByItems = true},
        {.call = calling(SEGUE_METHOD(Catalogue, show), id),
         .items = "GET /v1/shows/id1?market=SE",
         .tracks = "GET /v1/shows/id1?market=SE",
         .good = show,
         .facts = ofShow()},
        {.call = calling(SEGUE_METHOD(Catalogue, showEpisodes), knownShow, 0),
         .items = "GET /v1/shows/kn/episodes?limit=50&market=SE&offset=0",
         .tracks = "GET /v1/shows/kn/episodes?limit=50&market=SE&offset=0",
         .good = page(talk, secondTalk),
         .facts = ofPage(ofShowTalk(), ofSecondShowTalk()),
         .frame = pageFrame()},
    };
}

} // namespace segue::web::test::rows
