// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/SourceItem.h"

namespace segue::models
{

namespace
{

QString namesOf(const QList<web::ArtistRef> &artists)
{
    QStringList names;
    for (const web::ArtistRef &artist : artists)
        names.append(artist.name);
    return names.join(QStringLiteral(", "));
}

} // namespace

SourceItem SourceItem::from(const web::MediumPtr &medium)
{
    return {.kind = medium->kind == web::MediumKind::Episode ? Kind::Episode : Kind::Track,
            .uri = medium->uri,
            .title = medium->title,
            .subtitle = namesOf(medium->artists),
            .images = medium->images,
            .medium = medium,
            .count = -1,
            .year = {},
            .icon = {}};
}

SourceItem SourceItem::from(const web::Album &album)
{
    return {.kind = Kind::Album,
            .uri = album.uri,
            .title = album.title,
            .subtitle = namesOf(album.artists),
            .images = album.images,
            .medium = nullptr,
            .count = album.trackCount,
            .year = album.released.toString().left(4),
            .icon = QStringLiteral("album")};
}

SourceItem SourceItem::from(const web::Artist &artist)
{
    return {.kind = Kind::Artist,
            .uri = artist.uri,
            .title = artist.name,
            .subtitle = {},
            .images = artist.images,
            .medium = nullptr,
            .count = -1,
            .year = {},
            .icon = QStringLiteral("artist")};
}

SourceItem SourceItem::from(const web::Playlist &playlist)
{
    return {.kind = Kind::Playlist,
            .uri = playlist.uri(),
            .title = playlist.name,
            .subtitle = playlist.ownerName,
            .images = playlist.images,
            .medium = nullptr,
            .count = playlist.itemCount,
            .year = {},
            .icon = QStringLiteral("playlist")};
}

SourceItem SourceItem::from(const web::Show &show)
{
    return {.kind = Kind::Show,
            .uri = show.uri,
            .title = show.title,
            .subtitle = show.publisher,
            .images = show.images,
            .medium = nullptr,
            .count = show.episodeCount,
            .year = {},
            .icon = QStringLiteral("show")};
}

SourceItem SourceItem::from(const web::UserProfile &user)
{
    return {.kind = Kind::User,
            .uri = QStringLiteral("spotify:user:") + user.id,
            .title = user.displayName,
            .subtitle = {},
            .images = user.images,
            .medium = nullptr,
            .count = -1,
            .year = {},
            .icon = QStringLiteral("account")};
}

SourceItem SourceItem::from(const web::Category &category)
{
    return {.kind = Kind::Category,
            .uri = QStringLiteral("segue:category:") + category.id,
            .title = category.name,
            .subtitle = {},
            .images = category.icons,
            .medium = nullptr,
            .count = -1,
            .year = {},
            .icon = QStringLiteral("browse")};
}

QUrl SourceItem::link() const
{
    const QStringList parts = uri.split(u':');
    if (parts.size() != 3 || parts.constFirst() != QLatin1String("spotify"))
        return {};
    return QUrl(QStringLiteral("https://open.spotify.com/%1/%2").arg(parts.at(1), parts.at(2)));
}

} // namespace segue::models
