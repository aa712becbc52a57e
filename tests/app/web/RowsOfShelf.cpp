// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointRows.h"
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::rows
{

using namespace samples;

namespace
{

/// What is saved of one kind: nothing of the row is left without the thing itself.
Endpoint saved(const Calling &call, const char *route, const char *key, const QByteArray &first, const QByteArray &last,
               const Facts &facts)
{
    return {.call = call,
            .items = route,
            .tracks = route,
            .good = page(dated(key, first), dated(key, last)),
            .facts = facts,
            .frame = pageFrame(),
            .keys = {text("items[0].") + text(key)}};
}

/// With the time at which each was saved.
Facts ofSavedMedia(const char *key, const Facts &first, const Facts &last)
{
    const Facts time{"added_at = 2020-01-02T03:04:05.000Z"};
    return ofPage({}, {}) + in(text("items[0]"), time) + in(text("items[0]"), text("items[0].") + text(key), first) +
           in(text("items[2]"), time) + in(text("items[2]"), text("items[2].") + text(key), last);
}

struct Kind {
    const char *detail;
    const char *uris[2];
    const char *save[2];     ///< items, tracks
    const char *remove[2];   ///< the same
    const char *contains[2]; ///< the same
    int status;              ///< of changes
};

constexpr Kind kinds[] = {
    {", tracks",
     {"spotify:track:a1", "spotify:track:b2"},
     {"PUT /v1/me/library?uris=spotify:track:a1,spotify:track:b2", "PUT /v1/me/tracks"},
     {"DELETE /v1/me/library?uris=spotify:track:a1,spotify:track:b2", "DELETE /v1/me/tracks"},
     {"GET /v1/me/library/contains?uris=spotify:track:a1,spotify:track:b2", "GET /v1/me/tracks/contains?ids=a1,b2"},
     200},
    {", episodes",
     {"spotify:episode:a1", "spotify:episode:b2"},
     {"PUT /v1/me/library?uris=spotify:episode:a1,spotify:episode:b2", "PUT /v1/me/episodes"},
     {"DELETE /v1/me/library?uris=spotify:episode:a1,spotify:episode:b2", "DELETE /v1/me/episodes"},
     {"GET /v1/me/library/contains?uris=spotify:episode:a1,spotify:episode:b2",
      "GET /v1/me/episodes/contains?ids=a1,b2"},
     200},
    {", albums",
     {"spotify:album:a1", "spotify:album:b2"},
     {"PUT /v1/me/library?uris=spotify:album:a1,spotify:album:b2", "PUT /v1/me/albums"},
     {"DELETE /v1/me/library?uris=spotify:album:a1,spotify:album:b2", "DELETE /v1/me/albums"},
     {"GET /v1/me/library/contains?uris=spotify:album:a1,spotify:album:b2", "GET /v1/me/albums/contains?ids=a1,b2"},
     200},
    {", shows",
     {"spotify:show:a1", "spotify:show:b2"},
     {"PUT /v1/me/library?uris=spotify:show:a1,spotify:show:b2", "PUT /v1/me/shows"},
     {"DELETE /v1/me/library?uris=spotify:show:a1,spotify:show:b2", "DELETE /v1/me/shows"},
     {"GET /v1/me/library/contains?uris=spotify:show:a1,spotify:show:b2", "GET /v1/me/shows/contains?ids=a1,b2"},
     200},
    {", artists",
     {"spotify:artist:a1", "spotify:artist:b2"},
     {"PUT /v1/me/library?uris=spotify:artist:a1,spotify:artist:b2", "PUT /v1/me/following?type=artist"},
     {"DELETE /v1/me/library?uris=spotify:artist:a1,spotify:artist:b2", "DELETE /v1/me/following?type=artist"},
     {"GET /v1/me/library/contains?uris=spotify:artist:a1,spotify:artist:b2",
      "GET /v1/me/following/contains?ids=a1,b2&type=artist"},
     204},
    {", users",
     {"spotify:user:a1", "spotify:user:b2"},
     {"PUT /v1/me/library?uris=spotify:user:a1,spotify:user:b2", "PUT /v1/me/following?type=user"},
     {"DELETE /v1/me/library?uris=spotify:user:a1,spotify:user:b2", "DELETE /v1/me/following?type=user"},
     {"GET /v1/me/library/contains?uris=spotify:user:a1,spotify:user:b2",
      "GET /v1/me/following/contains?ids=a1,b2&type=user"},
     204},
};

void addKind(std::vector<Endpoint> &all, const Kind &kind)
{
    const QStringList uris = texts({kind.uris[0], kind.uris[1]});
    const Endpoint change{.call = {},
                          .detail = kind.detail,
                          .good = {},
                          .status = kind.status,
                          .facts = {"done"},
                          .requestsUnknowing = 2};
    Endpoint save = change;
    save.call = calling(SEGUE_METHOD(Shelf, save), uris);
    save.items = kind.save[0];
    save.tracks = kind.save[1];
    Endpoint remove = change;
    remove.call = calling(SEGUE_METHOD(Shelf, remove), uris);
    remove.items = kind.remove[0];
    remove.tracks = kind.remove[1];
    all.push_back(save);
    all.push_back(remove);
    all.push_back({.call = calling(SEGUE_METHOD(Shelf, contains), uris),
                   .detail = kind.detail,
                   .items = kind.contains[0],
                   .tracks = kind.contains[1],
                   .good = "[true,false]",
                   .facts = {"[0] = true", "[1] = false"},
                   .frame = texts({"[0]"}),
                   .requestsUnknowing = 2});
}

} // namespace

std::vector<Endpoint> ofShelf()
{
    std::vector<Endpoint> all{
        saved(calling(SEGUE_METHOD(Shelf, savedTracks), 0), "GET /v1/me/tracks?limit=50&offset=0", "track", song,
              secondSong, ofSavedMedia("track", ofSong(), ofSecondSong())),
        saved(calling(SEGUE_METHOD(Shelf, savedEpisodes), 0), "GET /v1/me/episodes?limit=50&offset=0", "episode", talk,
              secondTalk, ofSavedMedia("episode", ofTalk(), ofSecondTalk())),
        saved(calling(SEGUE_METHOD(Shelf, savedAlbums), 0), "GET /v1/me/albums?limit=50&offset=0", "album", album,
              secondAlbum, ofPage("album", ofAlbum(), ofSecondAlbum())),
        saved(calling(SEGUE_METHOD(Shelf, savedShows), 0), "GET /v1/me/shows?limit=50&offset=0", "show", show,
              secondShow, ofPage("show", ofShow(), ofSecondShow())),
        {.call = calling(SEGUE_METHOD(Shelf, followedArtists), QString()),
         .items = "GET /v1/me/following?limit=50&type=artist",
         .tracks = "GET /v1/me/following?limit=50&type=artist",
         .good = under("artists", cursorPage(artist, secondArtist)),
         .facts = in(text("artists"), ofCursorPage("after", ofArtist(), ofSecondArtist())),
         .root = text("artists"),
         .frame = texts({"artists", "artists.items"})},
    };
    for (const Kind &kind : kinds)
        addKind(all, kind);
    return all;
}

} // namespace segue::web::test::rows
