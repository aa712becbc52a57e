// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseMedium.h"

#include "app/web/Json.h"
#include "app/web/ParseParts.h"
#include "app/web/ParsePlaylist.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace segue::web
{

namespace
{

constexpr QLatin1String uriKey("uri");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String albumKey("album");
constexpr QLatin1String showKey("show");
constexpr QLatin1String imagesKey("images");
constexpr QLatin1String isLocalKey("is_local");

/// Rows show thumbnails: the two smallest pictures do, at any scale of the screen, and halve what a row keeps.
constexpr qsizetype picturesKept = 2;

QList<Image> picturesOf(const QJsonObject &owner, TextPool &pool)
{
    const QJsonValue value = owner.value(imagesKey);
    QString first;
    for (const QJsonValue &image : value.toArray()) {
        first = json::text(image.toObject(), QLatin1String("url"));
        if (!first.isEmpty())
            break;
    }
    if (first.isEmpty())
        return {};
    return pool.images(first, [&value] {
        QList<Image> kept = parseImages(value);
        kept.remove(0, std::max<qsizetype>(0, kept.size() - picturesKept));
        kept.squeeze();
        return kept;
    });
}

/// What to name it by; see NamedBy.
QString nameOf(const QJsonObject &payload, NamedBy named)
{
    const QString original = json::text(json::object(payload, QLatin1String("linked_from")), uriKey);
    return named == NamedBy::Original && !original.isEmpty() ? original : uriOf(payload);
}

/// A count from 1; 0 for whatever else is in its place.
std::int16_t numberOf(const QJsonObject &payload, QLatin1String key)
{
    const int number = json::integer(payload, key).value_or(0);
    return number > 0 && number <= std::numeric_limits<std::int16_t>::max() ? static_cast<std::int16_t>(number)
                                                                            : std::int16_t(0);
}

std::int16_t popularityOf(const QJsonObject &payload)
{
    const int popularity = json::integer(payload, QLatin1String("popularity")).value_or(-1);
    return static_cast<std::int16_t>(popularity >= 0 && popularity <= 100 ? popularity : -1);
}

QString restrictionTextOf(const QJsonObject &payload)
{
    return json::text(json::object(payload, QLatin1String("restrictions")), QLatin1String("reason"));
}

bool isPlayable(const QJsonObject &payload)
{
    const QJsonValue told = payload.value(QLatin1String("is_playable"));
    if (told.isBool())
        return told.toBool();
    if (!restrictionTextOf(payload).isEmpty())
        return false;
    // Without a market the older dialect lists the countries instead.
    const QJsonValue markets = payload.value(QLatin1String("available_markets"));
    return !markets.isArray() || !markets.toArray().isEmpty();
}

Restriction restrictionOf(const QJsonObject &payload)
{
    const QString reason = restrictionTextOf(payload);
    if (reason == QLatin1String("market"))
        return Restriction::Market;
    if (reason == QLatin1String("product"))
        return Restriction::Product;
    return reason == QLatin1String("explicit") ? Restriction::Explicit : Restriction::None;
}

} // namespace

MediumPtr parseMedium(const QJsonObject &payload, NamedBy named, bool entryIsLocal, TextPool &pool)
{
    const QString uri = nameOf(payload, named);
    if (uri.isEmpty())
        return {}; // nothing to name it by: as good as null
    auto medium = std::make_shared<Medium>();
    medium->uri = uri;
    medium->title = json::text(payload, nameKey);
    medium->isLocal =
        entryIsLocal || json::flag(payload, isLocalKey) || uri.startsWith(QLatin1String("spotify:local:"));
    medium->isExplicit = json::flag(payload, QLatin1String("explicit"));
    medium->isPlayable = isPlayable(payload);
    if (!medium->isPlayable)
        medium->restriction = restrictionOf(payload);
    medium->length =
        std::chrono::milliseconds(std::max(0, json::integer(payload, QLatin1String("duration_ms")).value_or(0)));
    medium->artists = artistsOf(payload, pool);
    // By its type; "episode": false and "track": true may stand beside it and mean nothing here.
    if (json::text(payload, QLatin1String("type")) == QLatin1String("episode") ||
        uri.startsWith(QLatin1String("spotify:episode:")))
        medium->kind = MediumKind::Episode;
    const QJsonObject album = json::object(payload, medium->kind == MediumKind::Episode ? showKey : albumKey);
    medium->album = pool.shared(json::text(album, nameKey));
    medium->albumUri = pool.shared(json::text(album, uriKey));
    medium->discNumber = numberOf(payload, QLatin1String("disc_number"));
    medium->trackNumber = numberOf(payload, QLatin1String("track_number"));
    medium->isrc = Isrc::from(json::text(json::object(payload, QLatin1String("external_ids")), QLatin1String("isrc")));
    if (!medium->isLocal) // local files are given a 0, which says nothing about them
        medium->popularity = popularityOf(payload);
    medium->released = releaseOf(payload); // an episode has its own
    if (!medium->released.isKnown())
        medium->released = releaseOf(album);
    if (medium->kind == MediumKind::Episode) {
        if (medium->artists.isEmpty() && !medium->album.isEmpty())
            medium->artists.append({medium->album, medium->albumUri});
        medium->images = picturesOf(payload, pool);
    }
    if (medium->images.isEmpty())
        medium->images = picturesOf(album, pool);
    return medium;
}

} // namespace segue::web
