// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointRows.h"
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::rows
{

using namespace samples;

namespace
{

QByteArray entries(const char *key)
{
    return R"({"offset":0,"total":4,"items":[)" + dated(key, song) + ',' + dated(key, talk) + ',' + dated(key, "null") +
           ",null]}";
}

/// "added_at" and "added_by" stand without what was added.
Facts ofEntries(const QString &key)
{
    Facts all{"total = 4", {"counted = 4", {}}};
    for (const auto &[row, medium] : {std::pair{text("items[0]"), ofSong()}, std::pair{text("items[1]"), ofTalk()},
                                      std::pair{text("items[2]"), ofNothing()}})
        all += in(row, Facts{"added_at = 2020-01-02T03:04:05.000Z", "added_by.id = una"}) +
               in(row, joined(row, key), medium);
    return all + in(text("items[3]"), ofNothing());
}

/// What an app of one dialect answers to all three ways of reading entries.
Endpoint reading(const Calling &call, const char *items, const char *tracks)
{
    const char *key = items ? "item" : "track";
    return {.call = call,
            .detail = items ? ", items" : ", tracks",
            .items = items,
            .tracks = tracks,
            .good = entries(key),
            .facts = ofEntries(text(key)),
            .frame = pageFrame(),
            .requestsUnknowing = 2};
}

void addEntries(std::vector<Endpoint> &all)
{
    const auto plain = calling(SEGUE_METHOD(Api, entries), text("id1"), 0, 50, Priority::Normal);
    const auto inMarket = calling(SEGUE_METHOD(Api, entriesInMarket), text("id1"), 0, 50, Priority::Normal);
    const auto links = calling(SEGUE_METHOD(Api, entryLinks), text("id1"), 0, 50);
    const char *const items = "GET /v1/playlists/id1/items?additional_types=track,episode&limit=50&offset=0";
    const char *const itemsThere =
        "GET /v1/playlists/id1/items?additional_types=track,episode&limit=50&market=SE&offset=0";
    const char *const tracks = "GET /v1/playlists/id1/tracks?additional_types=track,episode&limit=50&offset=0";
    const char *const tracksThere =
        "GET /v1/playlists/id1/tracks?additional_types=track,episode&limit=50&market=SE&offset=0";
    all.push_back(reading(plain, items, nullptr));
    all.push_back(reading(plain, nullptr, tracks));
    all.push_back(reading(inMarket, itemsThere, nullptr));
    all.push_back(reading(inMarket, nullptr, tracksThere));
    all.push_back(reading(links, items, nullptr)); // what can be played is told there without a market
    all.push_back(reading(links, nullptr, tracksThere));
}

} // namespace

std::vector<Endpoint> ofPlaylists()
{
    const auto id = text("id1");
    const auto normal = Priority::Normal;
    const SearchCall search{.query = text("q")};
    std::vector<Endpoint> all{
        {.call = calling(SEGUE_METHOD(Api, me)),
         .items = "GET /v1/me",
         .tracks = "GET /v1/me",
         .good = user,
         .facts = ofUser(),
         .frame = texts({"id"})},
        {.call = calling(SEGUE_METHOD(Api, myPlaylists), 0, 50),
         .items = "GET /v1/me/playlists?limit=50&offset=0",
         .tracks = "GET /v1/me/playlists?limit=50&offset=0",
         .good = page(playlist, secondPlaylist),
         .facts = Facts{"total = 9", {"counted = 3", {}}, {"holes = 1", texts({"items[0]"})}} +
                  in(text("items[0]"), ofPlaylist()) + in(text("items[2]"), ofSecondPlaylist()),
         .frame = pageFrame(),
         .keys = texts({"items[0].id"})},
        {.call = calling(SEGUE_METHOD(Api, playlist), id),
         .items = "GET /v1/playlists/id1?additional_types=track,episode",
         .tracks = "GET /v1/playlists/id1?additional_types=track,episode",
         .good = playlist,
         .facts = ofPlaylist(),
         .frame = texts({"id"})},
        {.call = calling(SEGUE_METHOD(Api, searchTracks), search, normal),
         .items = "GET /v1/search?limit=10&market=SE&offset=0&q=q&type=track",
         .tracks = "GET /v1/search?limit=50&market=SE&offset=0&q=q&type=track",
         .good = under("tracks", page(song, secondSong)),
         .facts = in(text("tracks"), Facts{"total = 9", {"next = 3", texts({"next"})}} +
                                         in(text("items[0]"), ofPlayedSong()) + in(text("items[2]"), ofSecondSong())),
         .root = text("tracks"),
         .frame = pageFrameIn("tracks"),
         .hasSmallerPage = true},
        {.call = calling(SEGUE_METHOD(Api, coverImages), id),
         .items = "GET /v1/playlists/id1/images",
         .tracks = "GET /v1/playlists/id1/images",
         .good = images,
         .facts = ofImages()},
        {.call = calling(SEGUE_METHOD(Api, media), texts({"spotify:track:t1"}), normal),
         .detail = ", a track",
         .items = "GET /v1/tracks/t1",
         .tracks = "GET /v1/tracks/t1",
         .good = song,
         .facts = ofSong(),
         .notFound = {}},
        {.call = calling(SEGUE_METHOD(Api, media), texts({"spotify:episode:e1"}), normal),
         .detail = ", an episode",
         .items = "GET /v1/episodes/e1",
         .tracks = "GET /v1/episodes/e1",
         .good = talk,
         .facts = ofTalk(),
         .notFound = {}},
        {.call = calling(SEGUE_METHOD(Api, media), texts({"spotify:track:t1", "spotify:track:x", "spotify:track:t2"}),
                         normal),
         .detail = ", tracks",
         .tracks = "GET /v1/tracks?ids=t1,x,t2",
         .good = under("tracks", '[' + song + ",null," + secondSong + ']'),
         .facts = in(text("tracks[0]"), ofSong()) + in(text("tracks[1]"), ofNothing()) +
                  in(text("tracks[2]"), ofSecondSong()),
         .root = text("tracks[]"),
         .frame = texts({"tracks"}),
         .requestsUnknowing = 0},
        {.call = calling(SEGUE_METHOD(Api, media),
                         texts({"spotify:episode:e1", "spotify:episode:x", "spotify:episode:e2"}), normal),
         .detail = ", episodes",
         .tracks = "GET /v1/episodes?ids=e1,x,e2",
         .good = under("episodes", '[' + talk + ",null," + secondTalk + ']'),
         .facts = in(text("episodes[0]"), ofTalk()) + in(text("episodes[1]"), ofNothing()) +
                  in(text("episodes[2]"), ofSecondTalk()),
         .root = text("episodes[]"),
         .frame = texts({"episodes"}),
         .requestsUnknowing = 0},
        {.call = calling(SEGUE_METHOD(Api, followsPlaylist), id),
         .items = "GET /v1/me/library/contains?uris=spotify:playlist:id1",
         .tracks = "GET /v1/playlists/id1/followers/contains",
         .good = "[true]",
         .facts = {"[0] = true"},
         .frame = texts({"[0]"}),
         .requestsUnknowing = 2},
    };
    addEntries(all);
    return all;
}

} // namespace segue::web::test::rows
