// SPDX-License-Identifier: GPL-3.0-or-later
// What Spotify tells of its catalogue: albums, artists, shows, and what a search found.
#include "app/web/ParseSearch.h"
#include "app/web/catalogue/ParseCatalogue.h"
#include "tests/fuzz/WebPromises.h"

#include <QJsonDocument>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::web;

namespace
{

constexpr SearchKinds allKinds = SearchKinds(SearchKind::Tracks) | SearchKind::Albums | SearchKind::Artists |
                                 SearchKind::Playlists | SearchKind::Shows | SearchKind::Episodes;

QJsonArray entriesOf(const QJsonObject &page)
{
    return page.value(QLatin1String("items")).toArray();
}

QJsonArray entriesOf(const QJsonDocument &answer, const char *kind)
{
    return entriesOf(answer.object().value(QLatin1String(kind)).toObject());
}

void checkMedia(const QList<MediumPtr> &media)
{
    for (const MediumPtr &medium : media)
        checkMedium(*medium);
}

void search(const QJsonDocument &answer, int offset)
{
    TextPool pool;
    const auto found = parseSearch(answer, allKinds, offset, pool);
    if (!found)
        return checkError(found.error());
    checkPage(found->tracks, entriesOf(answer, "tracks"), offset);
    checkPage(found->albums, entriesOf(answer, "albums"), offset);
    checkPage(found->artists, entriesOf(answer, "artists"), offset);
    checkPage(found->playlists, entriesOf(answer, "playlists"), offset);
    checkPage(found->shows, entriesOf(answer, "shows"), offset);
    checkPage(found->episodes, entriesOf(answer, "episodes"), offset);
    FUZZ_REQUIRE(!found->tracks.more || found->tracks.nextOffset() <= maxSearchOffset);
    checkMedia(found->tracks.items);
    checkMedia(found->episodes.items);
    for (const Album &album : found->albums.items)
        checkAlbum(album);
    for (const Artist &artist : found->artists.items)
        checkImages(artist.images);
    for (const Playlist &playlist : found->playlists.items)
        checkPlaylist(playlist);
    for (const Show &show : found->shows.items)
        FUZZ_REQUIRE(!show.uri.isEmpty() && show.episodeCount >= -1);
}

void searchTracks(const QJsonDocument &answer, int offset)
{
    TextPool pool;
    const auto found = parseTrackSearch(answer, offset, pool);
    if (!found)
        return checkError(found.error());
    FUZZ_REQUIRE(found->found.size() <= entriesOf(answer, "tracks").size());
    FUZZ_REQUIRE(found->nextOffset == -1 || found->nextOffset > offset);
    FUZZ_REQUIRE(found->nextOffset <= maxSearchOffset);
    checkMedia(found->found);
}

/// The album's page, then its tracks, as the two calls that they are: from one and the same object.
void openAlbum(const QJsonDocument &answer)
{
    TextPool pool;
    const auto album = parseAlbum(answer.object(), pool);
    if (!album)
        return;
    checkAlbum(*album);
    const QJsonObject tracks = answer.object().value(QLatin1String("tracks")).toObject();
    const auto page = parseAlbumTracks(QJsonDocument(tracks), *album, 0, pool);
    if (!page)
        return checkError(page.error());
    checkPage(*page, entriesOf(tracks), 0);
    checkMedia(page->items);
}

void openShow(const QJsonDocument &answer)
{
    TextPool pool;
    const auto show = parseShow(answer.object());
    if (!show)
        return;
    FUZZ_REQUIRE(!show->uri.isEmpty() && show->episodeCount >= -1);
    checkImages(show->images);
    const QJsonObject episodes = answer.object().value(QLatin1String("episodes")).toObject();
    const auto page = parseShowEpisodes(QJsonDocument(episodes), *show, 0, pool);
    if (!page)
        return checkError(page.error());
    checkPage(*page, entriesOf(episodes), 0);
    for (const MediumPtr &episode : page->items)
        FUZZ_REQUIRE(episode->kind == MediumKind::Episode && episode->album == show->title);
}

void openArtist(const QJsonDocument &answer)
{
    TextPool pool;
    if (const auto artist = parseArtist(answer.object())) {
        FUZZ_REQUIRE(!artist->uri.isEmpty());
        checkImages(artist->images);
    }
    if (const auto top = parseTopTracks(answer, pool))
        checkMedia(*top);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const int reader = input.choose(6);
    const QJsonDocument answer = QJsonDocument::fromJson(input.rest());
    switch (reader) {
    case 0:
        search(answer, 0);
        break;
    case 1:
        search(answer, maxSearchOffset - 1);
        break;
    case 2:
        searchTracks(answer, 10);
        break;
    case 3:
        openAlbum(answer);
        break;
    case 4:
        openShow(answer);
        break;
    default:
        openArtist(answer);
    }
    return 0;
}
