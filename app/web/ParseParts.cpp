// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseParts.h"

#include "app/web/Json.h"
#include "app/web/TextPool.h"

namespace segue::web
{

QString uriOf(const QJsonObject &object, QLatin1String type)
{
    const QString uri = json::text(object, QLatin1String("uri"));
    if (!uri.isEmpty())
        return uri;
    const QString told = json::text(object, QLatin1String("type"));
    const QString kind = told.isEmpty() ? QString(type) : told;
    const QString id = json::text(object, QLatin1String("id"));
    return kind.isEmpty() || id.isEmpty() ? QString() : QStringLiteral("spotify:%1:%2").arg(kind, id);
}

QList<ArtistRef> artistsOf(const QJsonObject &object, TextPool &pool)
{
    QList<ArtistRef> artists;
    const QJsonArray array = object.value(QLatin1String("artists")).toArray();
    artists.reserve(array.size());
    for (const QJsonValue &value : array) {
        const QJsonObject artist = value.toObject();
        const QString name = json::text(artist, QLatin1String("name"));
        if (!name.isEmpty())
            artists.append({pool.shared(name), pool.shared(json::text(artist, QLatin1String("uri")))});
    }
    return artists;
}

ReleaseDate releaseOf(const QJsonObject &object)
{
    return ReleaseDate::from(json::text(object, QLatin1String("release_date")),
                             json::text(object, QLatin1String("release_date_precision")));
}

} // namespace segue::web
