// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointRows.h"
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::rows
{

using namespace samples;

namespace
{

/// A change of the entries of a playlist.
Endpoint change(const Calling &call, const char *items, const char *tracks)
{
    return {.call = call,
            .items = items,
            .tracks = tracks,
            .good = snapshot,
            .facts = {"snapshot_id = s2"},
            .frame = texts({"snapshot_id"}),
            .requestsUnknowing = 2};
}

} // namespace

std::vector<Endpoint> ofEdits()
{
    const auto id = text("id1");
    const PlaylistDetails details{.name = text("N"), .description = text("d")};
    const QStringList uris = texts({"spotify:track:t1"});
    const QList<RemoveTarget> targets{{uris.first(), {}}};
    const QList<RemoveTarget> copies{{uris.first(), {3}}};
    const Facts done{"done"};
    Endpoint add = change(calling(SEGUE_METHOD(Api, addItems), id, uris, 0), "POST /v1/playlists/id1/items",
                          "POST /v1/playlists/id1/tracks");
    add.status = 201;
    Endpoint byPosition = change(calling(SEGUE_METHOD(Api, removeItems), id, copies, text("s")), nullptr,
                                 "DELETE /v1/playlists/id1/tracks");
    byPosition.detail = ", by position";
    byPosition.requestsUnknowing = 3; // two reads, which can do no harm
    return {
        {.call = calling(SEGUE_METHOD(Api, createPlaylist), details),
         .items = "POST /v1/me/playlists",
         .tracks = "POST /v1/users/una/playlists",
         .good = playlist,
         .status = 201,
         .facts = ofPlaylist(),
         .frame = texts({"id"}),
         .requestsUnknowing = 2},
        {.call = calling(SEGUE_METHOD(Api, changeDetails), id, details),
         .items = "PUT /v1/playlists/id1",
         .tracks = "PUT /v1/playlists/id1",
         .good = {},
         .status = 204,
         .facts = done},
        change(calling(SEGUE_METHOD(Api, reorder), id, ReorderCall{.rangeStart = 2}), "PUT /v1/playlists/id1/items",
               "PUT /v1/playlists/id1/tracks"),
        change(calling(SEGUE_METHOD(Api, replaceItems), id, uris), "PUT /v1/playlists/id1/items",
               "PUT /v1/playlists/id1/tracks"),
        add,
        change(calling(SEGUE_METHOD(Api, removeItems), id, targets, QString()), "DELETE /v1/playlists/id1/items",
               "DELETE /v1/playlists/id1/tracks"),
        byPosition,
        {.call = calling(SEGUE_METHOD(Api, uploadCover), id, QByteArray("\xff\xd8\xff"), Api::Progress()),
         .items = "PUT /v1/playlists/id1/images",
         .tracks = "PUT /v1/playlists/id1/images",
         .good = {},
         .status = 202,
         .facts = done},
        {.call = calling(SEGUE_METHOD(Api, followPlaylist), id),
         .items = "PUT /v1/me/library?uris=spotify:playlist:id1",
         .tracks = "PUT /v1/playlists/id1/followers",
         .good = {},
         .status = 204,
         .facts = done,
         .requestsUnknowing = 2},
        {.call = calling(SEGUE_METHOD(Api, unfollowPlaylist), id),
         .items = "DELETE /v1/me/library?uris=spotify:playlist:id1",
         .tracks = "DELETE /v1/playlists/id1/followers",
         .good = {},
         .status = 204,
         .facts = done,
         .requestsUnknowing = 2},
    };
}

} // namespace segue::web::test::rows
