// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/Telling.h"

#include "tests/app/web/Facts.h"

namespace segue::web::test
{

namespace
{

struct Lines {
    QStringList list;

    void text(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            list.append(QLatin1String(name) + QStringLiteral(" = ") + value);
    }
    void number(const char *name, qint64 value, qint64 untold = -1)
    {
        if (value != untold)
            text(name, QString::number(value));
    }
    void flag(const char *name, bool value, bool usual = false)
    {
        if (value != usual)
            text(name, value ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    void instant(const char *name, const QDateTime &time) { text(name, time.toString(Qt::ISODateWithMs)); }
    void part(const QString &prefix, const QStringList &lines) { list += toldIn(prefix, lines); }
};

QString word(Restriction restriction)
{
    switch (restriction) {
    case Restriction::Market:
        return QStringLiteral("market");
    case Restriction::Product:
        return QStringLiteral("product");
    case Restriction::Explicit:
        return QStringLiteral("explicit");
    case Restriction::None:
        break;
    }
    return {};
}

QString word(Product product)
{
    switch (product) {
    case Product::Premium:
        return QStringLiteral("premium");
    case Product::Free:
        return QStringLiteral("free");
    case Product::Unknown:
        break;
    }
    return {};
}

QStringList told(const QList<ArtistRef> &artists)
{
    Lines lines;
    for (const ArtistRef &artist : artists) {
        lines.text("artists[].name", artist.name);
        lines.text("artists[].uri", artist.uri);
    }
    return lines.list;
}

} // namespace

QStringList toldIn(const QString &prefix, const QStringList &lines)
{
    QStringList whole;
    for (const QString &line : lines)
        whole.append(joined(prefix, line));
    return whole;
}

QStringList told(const Nothing &)
{
    return {QStringLiteral("done")};
}

QStringList told(bool contained)
{
    return told(QList<bool>{contained});
}

QStringList told(const QList<bool> &contained)
{
    Lines lines;
    for (const bool each : contained)
        lines.text("[]", each ? QStringLiteral("true") : QStringLiteral("false"));
    return lines.list;
}

QStringList told(const QString &snapshotId)
{
    return {QStringLiteral("snapshot_id = ") + snapshotId};
}

QStringList told(const QList<Image> &images)
{
    Lines lines;
    for (const Image &image : images)
        lines.text("[]", QStringLiteral("%1 %2x%3").arg(image.url.toString()).arg(image.width).arg(image.height));
    return lines.list;
}

QStringList told(const UserProfile &user)
{
    Lines lines;
    lines.text("id", user.id);
    lines.text("display_name", user.displayName);
    lines.text("external_urls.spotify", user.link.toString());
    lines.text("country", user.country);
    lines.text("product", word(user.product));
    lines.part(QStringLiteral("images"), told(user.images));
    return lines.list;
}

QStringList told(const Playlist &playlist)
{
    Lines lines;
    lines.text("id", playlist.id);
    lines.text("name", playlist.name);
    lines.text("description", playlist.description);
    lines.text("owner.id", playlist.ownerId);
    lines.text("owner.display_name", playlist.ownerName);
    lines.text("snapshot_id", playlist.snapshotId);
    if (playlist.onProfile)
        lines.text("public", *playlist.onProfile ? QStringLiteral("yes") : QStringLiteral("no"));
    lines.flag("collaborative", playlist.collaborative);
    lines.number("items.total", playlist.itemCount);
    lines.flag("items", playlist.itemsReadable, true);
    lines.part(QStringLiteral("images"), told(playlist.images));
    return lines.list;
}

QStringList told(const PlaylistPage &page)
{
    Lines lines;
    lines.number("total", page.total);
    lines.number("counted", page.offset + page.playlists.size() + page.holes);
    lines.number("holes", page.holes, 0);
    for (const Playlist &playlist : page.playlists)
        lines.part(QStringLiteral("items[]"), told(playlist));
    return lines.list;
}

QStringList told(const MediumPtr &medium)
{
    if (!medium)
        return {QStringLiteral(" = nothing")};
    const bool isTrack = medium->kind == MediumKind::Track;
    Lines lines;
    lines.text("uri", medium->uri);
    lines.text("type", isTrack ? QStringLiteral("track") : QStringLiteral("episode"));
    lines.text("name", medium->title);
    lines.number("duration_ms", medium->length.count(), 0);
    lines.flag("explicit", medium->isExplicit);
    lines.flag("is_local", medium->isLocal);
    lines.flag("is_playable", medium->isPlayable, true);
    lines.text("restrictions.reason", word(medium->restriction));
    lines.number("popularity", medium->popularity);
    lines.number("disc_number", medium->discNumber, 0);
    lines.number("track_number", medium->trackNumber, 0);
    lines.text("external_ids.isrc", medium->isrc.toString());
    lines.text("release_date", medium->released.toString());
    lines.part({}, told(medium->artists));
    lines.text(isTrack ? "album.name" : "show.name", medium->album);
    lines.text(isTrack ? "album.uri" : "show.uri", medium->albumUri);
    lines.part(isTrack ? QStringLiteral("album.images") : QStringLiteral("images"), told(medium->images));
    return lines.list;
}

QStringList told(const QList<MediumPtr> &media)
{
    QStringList lines;
    for (const MediumPtr &medium : media)
        lines += told(medium);
    return lines;
}

QStringList told(const EntryPage &page)
{
    Lines lines;
    lines.number("total", page.total);
    lines.number("counted", page.offset + page.entries.size());
    for (const PlaylistEntry &entry : page.entries) {
        lines.instant("items[].added_at", entry.addedAt);
        lines.text("items[].added_by.id", entry.addedBy);
        lines.part(QStringLiteral("items[]"), told(entry.medium));
    }
    return lines.list;
}

QStringList told(const TrackSearchPage &page)
{
    Lines lines;
    lines.number("total", page.total);
    lines.number("next", page.nextOffset);
    for (const MediumPtr &track : page.found)
        lines.part(QStringLiteral("items[]"), told(track));
    return lines.list;
}

QStringList told(const Album &album)
{
    Lines lines;
    lines.text("uri", album.uri);
    lines.text("name", album.title);
    lines.text("album_type", album.type);
    lines.text("release_date", album.released.toString());
    lines.number("total_tracks", album.trackCount);
    lines.part({}, told(album.artists));
    lines.part(QStringLiteral("images"), told(album.images));
    return lines.list;
}

QStringList told(const Artist &artist)
{
    Lines lines;
    lines.text("uri", artist.uri);
    lines.text("name", artist.name);
    lines.part(QStringLiteral("images"), told(artist.images));
    return lines.list;
}

QStringList told(const Show &show)
{
    Lines lines;
    lines.text("uri", show.uri);
    lines.text("name", show.title);
    lines.text("publisher", show.publisher);
    lines.number("total_episodes", show.episodeCount);
    lines.part(QStringLiteral("images"), told(show.images));
    return lines.list;
}

QStringList told(const SearchResults &results)
{
    Lines lines;
    lines.part(QStringLiteral("tracks"), told(results.tracks));
    lines.part(QStringLiteral("albums"), told(results.albums));
    lines.part(QStringLiteral("artists"), told(results.artists));
    lines.part(QStringLiteral("playlists"), told(results.playlists));
    lines.part(QStringLiteral("shows"), told(results.shows));
    lines.part(QStringLiteral("episodes"), told(results.episodes));
    return lines.list;
}

QStringList told(const SavedMedium &saved)
{
    Lines lines;
    lines.instant("added_at", saved.savedAt);
    lines.part({}, told(saved.medium));
    return lines.list;
}

QStringList told(const PlayedMedium &played)
{
    Lines lines;
    lines.instant("played_at", played.playedAt);
    lines.part({}, told(played.medium));
    return lines.list;
}

QStringList told(const QList<Device> &devices)
{
    Lines lines;
    for (const Device &device : devices) {
        lines.text("id", device.id);
        lines.text("name", device.name);
        lines.text("type", device.type);
        lines.flag("is_active", device.isActive);
        lines.flag("is_restricted", device.isRestricted);
    }
    return lines.list;
}

QStringList told(const Category &category)
{
    Lines lines;
    lines.text("id", category.id);
    lines.text("name", category.name);
    lines.part(QStringLiteral("icons"), told(category.icons));
    return lines.list;
}

QStringList told(const FeaturedPlaylists &featured)
{
    Lines lines;
    lines.text("message", featured.message);
    lines.part(QStringLiteral("playlists"), told(featured.playlists));
    return lines.list;
}

} // namespace segue::web::test
