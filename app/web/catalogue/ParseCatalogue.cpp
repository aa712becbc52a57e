// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/catalogue/ParseCatalogue.h"

#include "app/web/ApiError.h"
#include "app/web/Json.h"
#include "app/web/ParseMedium.h"
#include "app/web/ParsePage.h"
#include "app/web/ParseParts.h"
#include "app/web/ParsePlaylist.h"

#include <algorithm>
#include <memory>

namespace segue::web
{

namespace
{

constexpr QLatin1String nameKey("name");
constexpr QLatin1String imagesKey("images");

int countOf(const QJsonObject &object, QLatin1String key)
{
    return std::max(-1, json::integer(object, key).value_or(-1));
}

/// Rows keep the two smallest pictures, as they do of an album that is told with its track.
QList<Image> thumbnails(const QList<Image> &images)
{
    return images.mid(std::max<qsizetype>(0, images.size() - 2));
}

/// A page whose entries get from their owner what they do not tell themselves.
template <typename Fill>
Result<Page<MediumPtr>> parseOwned(const QJsonDocument &answer, int offset, TextPool &pool, Fill fill)
{
    return parsePage<MediumPtr>(parseFrame(answer.object(), offset), offset,
                                [&pool, fill](const QJsonObject &entry) -> MediumPtr {
                                    const MediumPtr told = parseMedium(entry, NamedBy::Played, false, pool);
                                    if (!told)
                                        return {};
                                    auto whole = std::make_shared<Medium>(*told);
                                    fill(*whole);
                                    return whole;
                                });
}

template <typename T, typename Parse>
std::optional<Error> readKind(const QJsonDocument &answer, QLatin1String kind, int offset, Page<T> &into, Parse parse)
{
    auto page = parsePage<T>(parseFrame(json::object(answer.object(), kind), offset), offset, parse);
    if (!page) {
        Error error = page.error();
        error.detail += QStringLiteral(" (%1)").arg(kind);
        return error;
    }
    into = std::move(*page);
    into.more = into.more && into.nextOffset() <= maxSearchOffset;
    return {};
}

} // namespace

std::optional<Album> parseAlbum(const QJsonObject &object, TextPool &pool)
{
    Album album;
    album.uri = uriOf(object, QLatin1String("album"));
    if (album.uri.isEmpty())
        return {};
    album.title = json::text(object, nameKey);
    album.type = json::text(object, QLatin1String("album_type")).toLower(); // searches have told it in capitals
    album.artists = artistsOf(object, pool);
    album.released = releaseOf(object);
    album.trackCount = countOf(object, QLatin1String("total_tracks"));
    album.images = parseImages(object.value(imagesKey));
    return album;
}

std::optional<Artist> parseArtist(const QJsonObject &object)
{
    Artist artist;
    artist.uri = uriOf(object, QLatin1String("artist"));
    if (artist.uri.isEmpty())
        return {};
    artist.name = json::text(object, nameKey);
    artist.images = parseImages(object.value(imagesKey));
    return artist;
}

std::optional<Show> parseShow(const QJsonObject &object)
{
    Show show;
    show.uri = uriOf(object, QLatin1String("show"));
    if (show.uri.isEmpty())
        return {};
    show.title = json::text(object, nameKey);
    show.publisher = json::text(object, QLatin1String("publisher"));
    show.episodeCount = countOf(object, QLatin1String("total_episodes"));
    show.images = parseImages(object.value(imagesKey));
    return show;
}

std::optional<Playlist> parseListed(const QJsonObject &playlist)
{
    auto parsed = parsePlaylist(playlist);
    return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

Result<Page<MediumPtr>> parseAlbumTracks(const QJsonDocument &answer, const Album &album, int offset, TextPool &pool)
{
    return parseOwned(answer, offset, pool, [&album, images = thumbnails(album.images)](Medium &track) {
        track.album = album.title;
        track.albumUri = album.uri;
        track.images = images;
        track.released = album.released;
    });
}

Result<Page<MediumPtr>> parseShowEpisodes(const QJsonDocument &answer, const Show &show, int offset, TextPool &pool)
{
    return parseOwned(answer, offset, pool, [&show, images = thumbnails(show.images)](Medium &episode) {
        episode.kind = MediumKind::Episode;
        episode.album = show.title;
        episode.albumUri = show.uri;
        if (episode.artists.isEmpty() && !show.title.isEmpty())
            episode.artists = {{show.title, show.uri}};
        if (episode.images.isEmpty())
            episode.images = images;
    });
}

Result<QList<MediumPtr>> parseTopTracks(const QJsonDocument &answer, TextPool &pool)
{
    const QJsonValue tracks = answer.object().value(QLatin1String("tracks"));
    if (!tracks.isArray())
        return Unexpected(badAnswer(QStringLiteral("no array of tracks")));
    QList<MediumPtr> media;
    for (const QJsonValue &track : tracks.toArray())
        if (MediumPtr medium = parseMedium(track.toObject(), NamedBy::Played, false, pool))
            media.append(std::move(medium));
    return media;
}

Result<SearchResults> parseSearch(const QJsonDocument &answer, SearchKinds kinds, int offset, TextPool &pool)
{
    const auto medium = [&pool](const QJsonObject &object) {
        return parseMedium(object, NamedBy::Played, false, pool);
    };
    const auto album = [&pool](const QJsonObject &object) { return parseAlbum(object, pool); };
    SearchResults results;
    std::optional<Error> error;
    const auto read = [&](SearchKind kind, const char *name, auto &into, auto parse) {
        if (!error && kinds.testFlag(kind))
            error = readKind(answer, QLatin1String(name), offset, into, parse);
    };
    read(SearchKind::Tracks, "tracks", results.tracks, medium);
    read(SearchKind::Albums, "albums", results.albums, album);
    read(SearchKind::Artists, "artists", results.artists, parseArtist);
    read(SearchKind::Playlists, "playlists", results.playlists, parseListed);
    read(SearchKind::Shows, "shows", results.shows, parseShow);
    read(SearchKind::Episodes, "episodes", results.episodes, medium);
    if (error)
        return Unexpected(*error);
    return results;
}

} // namespace segue::web
