// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointRows.h"
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::rows
{

using namespace samples;

std::vector<Endpoint> ofPeople()
{
    const QByteArray list = R"({"message":"Good evening","playlists":)" + page(playlist, secondPlaylist) + '}';
    const Facts playlists = ofPage(ofPlaylist(), ofSecondPlaylist());
    return {
        {.call = calling(SEGUE_METHOD(People, profile), text("una")),
         .tracks = "GET /v1/users/una",
         .good = user,
         .facts = ofUser(),
         .frame = texts({"id"}),
         .lackedByItems = true},
        {.call = calling(SEGUE_METHOD(People, playlistsOf), text("una"), 0),
         .tracks = "GET /v1/users/una/playlists?limit=50&offset=0",
         .good = page(playlist, secondPlaylist),
         .facts = playlists,
         .frame = pageFrame(),
         .keys = texts({"items[0].id"}),
         .lackedByItems = true},
        {.call = calling(SEGUE_METHOD(People, featured), 0),
         .tracks = "GET /v1/browse/featured-playlists?limit=50&offset=0",
         .good = list,
         .facts = Facts{"message = Good evening"} + in(text("playlists"), playlists),
         .frame = pageFrameIn("playlists"),
         .keys = texts({"playlists.items[0].id"}),
         .lackedByItems = true,
         .notFound = ErrorKind::NotAllowed},
        {.call = calling(SEGUE_METHOD(People, categories), 0),
         .tracks = "GET /v1/browse/categories?limit=50&offset=0",
         .good = under("categories", page(category, secondCategory)),
         .facts = in(text("categories"), ofPage(ofCategory(), ofSecondCategory())),
         .root = text("categories"),
         .frame = pageFrameIn("categories"),
         .keys = texts({"categories.items[0].id"}),
         .lackedByItems = true,
         .notFound = ErrorKind::NotAllowed},
        {.call = calling(SEGUE_METHOD(People, playlistsOfCategory), text("id1"), 0),
         .tracks = "GET /v1/browse/categories/id1/playlists?limit=50&offset=0",
         .good = list,
         .facts = in(text("playlists"), playlists),
         .root = text("playlists"),
         .frame = pageFrameIn("playlists"),
         .keys = texts({"playlists.items[0].id"}),
         .lackedByItems = true,
         .notFound = ErrorKind::NotAllowed},
    };
}

} // namespace segue::web::test::rows
