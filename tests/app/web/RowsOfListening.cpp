// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointRows.h"
#include "tests/app/web/EndpointSamples.h"

namespace segue::web::test::rows
{

using namespace samples;

namespace
{

Facts ofHeard(const Facts &first, const Facts &last)
{
    const Facts time{"played_at = 2020-01-02T03:04:05.678Z"};
    return ofCursorPage("before", {}, {}) + in(text("items[0]"), time) +
           in(text("items[0]"), text("items[0].track"), first) + in(text("items[2]"), time) +
           in(text("items[2]"), text("items[2].track"), last);
}

} // namespace

std::vector<Endpoint> ofListening()
{
    const PlayCall playing{.deviceId = text("de"), .contextUri = text("spotify:album:al"), .position = 2};
    return {
        {.call = calling(SEGUE_METHOD(Listening, topTracks), TopRange::Weeks, 0),
         .items = "GET /v1/me/top/tracks?limit=50&offset=0&time_range=short_term",
         .tracks = "GET /v1/me/top/tracks?limit=50&offset=0&time_range=short_term",
         .good = page(song, secondSong),
         .facts = ofPage(ofSong(), ofSecondSong()),
         .frame = pageFrame()},
        {.call = calling(SEGUE_METHOD(Listening, topArtists), TopRange::Years, 0),
         .items = "GET /v1/me/top/artists?limit=50&offset=0&time_range=long_term",
         .tracks = "GET /v1/me/top/artists?limit=50&offset=0&time_range=long_term",
         .good = page(artist, secondArtist),
         .facts = ofPage(ofArtist(), ofSecondArtist()),
         .frame = pageFrame()},
        {.call = calling(SEGUE_METHOD(Listening, recentlyPlayed), QString()),
         .items = "GET /v1/me/player/recently-played?limit=50",
         .tracks = "GET /v1/me/player/recently-played?limit=50",
         .good = cursorPage(dated("track", song), dated("track", secondSong)),
         .facts = ofHeard(ofSong(), ofSecondSong()),
         .frame = texts({"items"}),
         .keys = texts({"items[0].track"})},
        {.call = calling(SEGUE_METHOD(Listening, devices)),
         .items = "GET /v1/me/player/devices",
         .tracks = "GET /v1/me/player/devices",
         .good = under("devices", '[' + device + ",null," + secondDevice + ']'),
         .facts = in(text("devices[0]"), ofDevice()) + in(text("devices[2]"), ofSecondDevice()),
         .root = text("devices[]"),
         .frame = texts({"devices"})},
        {.call = calling(SEGUE_METHOD(Listening, play), playing),
         .items = "PUT /v1/me/player/play?device_id=de",
         .tracks = "PUT /v1/me/player/play?device_id=de",
         .good = {},
         .status = 204,
         .facts = {"done"}},
        {.call = calling(SEGUE_METHOD(Listening, addToQueue), text("spotify:track:t1"), text("de")),
         .items = "POST /v1/me/player/queue?device_id=de&uri=spotify:track:t1",
         .tracks = "POST /v1/me/player/queue?device_id=de&uri=spotify:track:t1",
         .good = {},
         .status = 204,
         .facts = {"done"}},
    };
}

} // namespace segue::web::test::rows
