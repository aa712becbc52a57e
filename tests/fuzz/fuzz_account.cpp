// SPDX-License-Identifier: GPL-3.0-or-later
// What Spotify tells of an account: what was saved, whom it follows, what it listens to and where, and other people.
#include "app/web/listening/ParseListening.h"
#include "app/web/people/ParsePeople.h"
#include "app/web/shelf/ParseShelf.h"
#include "tests/fuzz/WebPromises.h"

#include <QJsonDocument>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::web;

namespace
{

constexpr int offset = 20;
const QString askedCursor = QStringLiteral("1700000000000");

/// `member`: where in the answer the page is; null where the answer itself is the page.
template <typename T>
void check(const QJsonDocument &answer, const char *member, const Result<Page<T>> &page, int asked)
{
    if (!page)
        return checkError(page.error());
    const QJsonObject root = answer.object();
    const QJsonObject frame = member ? root.value(QLatin1String(member)).toObject() : root;
    checkPage(*page, frame.value(QLatin1String("items")).toArray(), asked);
    FUZZ_REQUIRE(page->after != askedCursor);
}

void readShelf(const QJsonDocument &answer)
{
    TextPool pool;
    for (const auto &page : {parseSavedTracks(answer, offset, pool), parseSavedEpisodes(answer, offset, pool)}) {
        check(answer, nullptr, page, offset);
        for (const SavedMedium &saved : page ? page->items : QList<SavedMedium>())
            checkMedium(*saved.medium);
    }
    check(answer, nullptr, parseSavedAlbums(answer, offset, pool), offset);
    check(answer, nullptr, parseSavedShows(answer, offset), offset);
}

void readFollowed(const QJsonDocument &answer)
{
    check(answer, "artists", parseFollowedArtists(answer, askedCursor), 0);
    check(answer, "artists", parseFollowedArtists(answer, {}), 0);
}

void readTop(const QJsonDocument &answer)
{
    TextPool pool;
    const auto tracks = parseTopTracksPage(answer, offset, pool);
    check(answer, nullptr, tracks, offset);
    for (const MediumPtr &track : tracks ? tracks->items : QList<MediumPtr>())
        checkMedium(*track);
    check(answer, nullptr, parseTopArtists(answer, offset), offset);
}

void readRecent(const QJsonDocument &answer)
{
    TextPool pool;
    const auto recent = parseRecentlyPlayed(answer, askedCursor, pool);
    check(answer, nullptr, recent, 0);
    for (const PlayedMedium &played : recent ? recent->items : QList<PlayedMedium>())
        checkMedium(*played.medium);
}

void readDevices(const QJsonDocument &answer)
{
    const auto devices = parseDevices(answer);
    if (!devices)
        return checkError(devices.error());
    for (const Device &device : *devices)
        FUZZ_REQUIRE(!device.id.isEmpty() || !device.name.isEmpty());
}

void readPeople(const QJsonDocument &answer)
{
    const auto lists = parsePlaylistsOf(answer, offset);
    check(answer, nullptr, lists, offset);
    for (const Playlist &playlist : lists ? lists->items : QList<Playlist>())
        checkPlaylist(playlist);
    if (const auto featured = parseFeatured(answer, offset)) {
        const QJsonObject frame = answer.object().value(QLatin1String("playlists")).toObject();
        checkPage(featured->playlists, frame.value(QLatin1String("items")).toArray(), offset);
    }
    const auto categories = parseCategories(answer, offset);
    check(answer, "categories", categories, offset);
    for (const Category &category : categories ? categories->items : QList<Category>())
        FUZZ_REQUIRE(!category.id.isEmpty() && !category.name.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const int reader = input.choose(6);
    const QJsonDocument answer = QJsonDocument::fromJson(input.rest());
    switch (reader) {
    case 0:
        readShelf(answer);
        break;
    case 1:
        readFollowed(answer);
        break;
    case 2:
        readTop(answer);
        break;
    case 3:
        readRecent(answer);
        break;
    case 4:
        readDevices(answer);
        break;
    default:
        readPeople(answer);
    }
    return 0;
}
