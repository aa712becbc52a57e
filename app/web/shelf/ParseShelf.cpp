// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/shelf/ParseShelf.h"

#include "app/web/Json.h"
#include "app/web/ParseMedium.h"
#include "app/web/ParsePage.h"
#include "app/web/catalogue/ParseCatalogue.h"

namespace segue::web
{

namespace
{

Result<Page<SavedMedium>> parseSavedMedia(const QJsonDocument &answer, QLatin1String key, int offset, TextPool &pool)
{
    return parsePage<SavedMedium>(parseFrame(answer.object(), offset), offset, [key, &pool](const QJsonObject &entry) {
        std::optional<SavedMedium> saved;
        // The original URI is the one that was saved.
        if (MediumPtr medium = parseMedium(json::object(entry, key), NamedBy::Original, false, pool))
            saved = SavedMedium{std::move(medium), json::instant(entry, QLatin1String("added_at"))};
        return saved;
    });
}

} // namespace

Result<Page<SavedMedium>> parseSavedTracks(const QJsonDocument &answer, int offset, TextPool &pool)
{
    return parseSavedMedia(answer, QLatin1String("track"), offset, pool);
}

Result<Page<SavedMedium>> parseSavedEpisodes(const QJsonDocument &answer, int offset, TextPool &pool)
{
    return parseSavedMedia(answer, QLatin1String("episode"), offset, pool);
}

Result<Page<Album>> parseSavedAlbums(const QJsonDocument &answer, int offset, TextPool &pool)
{
    return parsePage<Album>(parseFrame(answer.object(), offset), offset, [&pool](const QJsonObject &entry) {
        return parseAlbum(json::object(entry, QLatin1String("album")), pool);
    });
}

Result<Page<Show>> parseSavedShows(const QJsonDocument &answer, int offset)
{
    return parsePage<Show>(parseFrame(answer.object(), offset), offset, [](const QJsonObject &entry) {
        return parseShow(json::object(entry, QLatin1String("show")));
    });
}

Result<Page<Artist>> parseFollowedArtists(const QJsonDocument &answer, const QString &after)
{
    const QJsonObject artists = json::object(answer.object(), QLatin1String("artists"));
    return parsePage<Artist>(parseCursorFrame(artists, QLatin1String("after"), after), 0, parseArtist);
}

} // namespace segue::web
