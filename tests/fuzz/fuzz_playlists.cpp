// SPDX-License-Identifier: GPL-3.0-or-later
// What Spotify tells of playlists and of what is in them, in both dialects.
#include "app/web/ParseEntries.h"
#include "app/web/ParseMedia.h"
#include "app/web/ParsePlaylist.h"
#include "tests/fuzz/WebPromises.h"

#include <QJsonDocument>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::web;

namespace
{

QJsonArray itemsOf(const QJsonDocument &answer)
{
    return answer.object().value(QLatin1String("items")).toArray();
}

void readEntries(const QJsonDocument &answer, Dialect dialect, int offset)
{
    TextPool pool;
    const auto page = parseEntries(answer, dialect, offset, itemsPageLimit, pool);
    if (!page)
        return checkError(page.error());
    FUZZ_REQUIRE(page->entries.size() == itemsOf(answer).size());
    FUZZ_REQUIRE(page->entries.size() <= itemsPageLimit);
    FUZZ_REQUIRE(page->offset == offset);
    FUZZ_REQUIRE(page->entries.isEmpty() || page->offset + page->entries.size() <= page->total);
    for (const PlaylistEntry &entry : page->entries) {
        if (entry.medium)
            checkMedium(*entry.medium);
    }
}

void readPlaylists(const QJsonDocument &answer, int offset)
{
    const auto page = parsePlaylistPage(answer, offset);
    if (!page)
        return checkError(page.error());
    FUZZ_REQUIRE(page->playlists.size() + page->holes == itemsOf(answer).size());
    FUZZ_REQUIRE(page->total >= 0 && page->offset == offset);
    for (const Playlist &playlist : page->playlists)
        checkPlaylist(playlist);
}

void readPlaylist(const QJsonDocument &answer)
{
    const auto playlist = parsePlaylist(answer);
    if (!playlist)
        return checkError(playlist.error());
    checkPlaylist(*playlist);
    FUZZ_REQUIRE(playlist->itemsReadable || !dialectHint(answer.object()));
}

void readProfile(const QJsonDocument &answer)
{
    const auto user = parseProfile(answer);
    if (!user)
        return checkError(user.error());
    FUZZ_REQUIRE(!user->id.isEmpty() && !user->displayName.isEmpty());
    FUZZ_REQUIRE(user->link.scheme() == QLatin1String("https"));
    FUZZ_REQUIRE(user->country.isEmpty() || user->country.size() == 2);
    checkImages(user->images);
}

void readMedia(const QJsonDocument &answer, MediumKind kind)
{
    TextPool pool;
    constexpr int asked = 3;
    if (const auto media = parseMedia(answer, kind, asked, pool)) {
        FUZZ_REQUIRE(media->size() == asked);
        for (const MediumPtr &medium : *media) {
            if (medium)
                checkMedium(*medium);
        }
    }
    if (const auto medium = parseSingleMedium(answer, pool))
        checkMedium(**medium);
}

void readShortAnswer(const QJsonDocument &answer)
{
    if (const auto snapshot = parseSnapshot(answer))
        FUZZ_REQUIRE(!snapshot->isEmpty());
    if (const auto images = parseImageList(answer))
        checkImages(*images);
    if (const auto contained = parseContained(answer, 3))
        FUZZ_REQUIRE(contained->size() == 3);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const int reader = input.choose(8);
    const QJsonDocument answer = QJsonDocument::fromJson(input.rest());
    switch (reader) {
    case 0:
        readEntries(answer, Dialect::Tracks, 0);
        break;
    case 1:
        readEntries(answer, Dialect::Items, 0);
        break;
    case 2:
        readEntries(answer, Dialect::Items, 100);
        break;
    case 3:
        readPlaylists(answer, 0);
        break;
    case 4:
        readPlaylist(answer);
        break;
    case 5:
        readProfile(answer);
        break;
    case 6:
        readMedia(answer, MediumKind::Track);
        readMedia(answer, MediumKind::Episode);
        break;
    default:
        readShortAnswer(answer);
    }
    return 0;
}
