// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Render.h"

namespace segue::demo
{

namespace
{

template <typename Make>
QJsonObject cached(QCache<int, QJsonObject> &cache, int key, Make make)
{
    if (const QJsonObject *known = cache.object(key))
        return *known;
    const QJsonObject made = make();
    cache.insert(key, new QJsonObject(made));
    return made;
}

/// Some of each kind.
QString reasonOf(const Track &track, int index)
{
    if (track.isExplicit)
        return QStringLiteral("explicit");
    return index % 4 == 1 ? QStringLiteral("product") : QStringLiteral("market");
}

} // namespace

const QJsonArray &Render::markets()
{
    static const QJsonArray list = QJsonArray::fromStringList(
        QStringLiteral("AR AU AT BE BO BR BG CA CL CO CR CY CZ DK DO DE EC EE SV FI FR GR GT HN HK HU IS IE IT LV "
                       "LT LU MY MT MX NL NZ NI NO PA PY PE PH PL PT SG SK ES SE CH TW TR UY US GB AD LI MC ID JP")
            .split(u' '));
    return list;
}

QJsonObject Render::artist(int index) const
{
    const int key = 2 * index + m_world.settings.isItems();
    return cached(m_world.artistJson, key, [&] { return newArtist(index); });
}

QJsonObject Render::album(int index) const
{
    const int key = 2 * index + m_world.settings.isItems();
    return cached(m_world.albumJson, key, [&] { return newAlbum(index); });
}

QJsonObject Render::newArtist(int index) const
{
    const Artist artist = m_world.catalogue.artist(index);
    return {{QStringLiteral("external_urls"), outside("artist", artist.id)},
            {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/artists/") + artist.id)},
            {QStringLiteral("id"), artist.id},
            {QStringLiteral("name"), artist.name},
            {QStringLiteral("type"), QStringLiteral("artist")},
            {QStringLiteral("uri"), QString(QStringLiteral("spotify:artist:") + artist.id)}};
}

QJsonObject Render::newAlbum(int index) const
{
    const Album album = m_world.catalogue.album(index);
    QJsonObject json{{QStringLiteral("album_type"), album.type},
                     {QStringLiteral("artists"), QJsonArray{artist(album.artist)}},
                     {QStringLiteral("external_urls"), outside("album", album.id)},
                     {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/albums/") + album.id)},
                     {QStringLiteral("id"), album.id},
                     {QStringLiteral("images"), coverSizes(album.id)},
                     {QStringLiteral("name"), album.name},
                     {QStringLiteral("release_date"), album.releaseDate},
                     {QStringLiteral("release_date_precision"), album.releasePrecision},
                     {QStringLiteral("total_tracks"), album.tracks},
                     {QStringLiteral("type"), QStringLiteral("album")},
                     {QStringLiteral("uri"), QString(QStringLiteral("spotify:album:") + album.id)}};
    if (!m_world.settings.isItems())
        json.insert(QStringLiteral("available_markets"), markets());
    return json;
}

QJsonValue Render::payload(const Item &item, const PageRequest &page) const
{
    switch (item.kind) {
    case ItemKind::Gone:
        return QJsonValue::Null;
    case ItemKind::Local:
        return localTrack(item);
    case ItemKind::Episode:
    case ItemKind::StrangerEpisode:
        return episode(item, page.withEpisodes);
    case ItemKind::Track:
    case ItemKind::Unavailable:
    case ItemKind::StrangerTrack:
        break;
    }
    return track(item, page);
}

QJsonObject Render::track(const Item &item, const PageRequest &request) const
{
    const bool isItems = m_world.settings.isItems();
    const bool isPlayable = item.kind != ItemKind::Unavailable;
    const Track track = m_world.catalogue.track(m_world.library.looksOf(item));
    const QString own = m_world.library.idOf(item);
    // With a market, now and then another release of the song is given in its stead.
    const bool isRelinked = request.withMarket && !isItems && item.kind == ItemKind::Track && item.index % 17 == 5 &&
                            Catalogue::isRelinkable(item.index);
    const QString id = isRelinked ? m_world.catalogue.id(IdKind::Track, Catalogue::relinkedOf(item.index)) : own;
    QJsonArray artists;
    for (const int index : track.artists)
        artists.append(artist(index));
    QJsonObject json{{QStringLiteral("album"), album(track.album)},
                     {QStringLiteral("artists"), artists},
                     {QStringLiteral("disc_number"), track.disc},
                     {QStringLiteral("duration_ms"), track.durationMs},
                     {QStringLiteral("episode"), false},
                     {QStringLiteral("explicit"), track.isExplicit},
                     {QStringLiteral("external_urls"), outside("track", id)},
                     {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/tracks/") + id)},
                     {QStringLiteral("id"), id},
                     {QStringLiteral("is_local"), false},
                     {QStringLiteral("name"), track.name},
                     {QStringLiteral("preview_url"), QJsonValue::Null},
                     {QStringLiteral("track"), true},
                     {QStringLiteral("track_number"), track.number},
                     {QStringLiteral("type"), QStringLiteral("track")},
                     {QStringLiteral("uri"), QString(QStringLiteral("spotify:track:") + id)}};
    if (!isItems) {
        json.insert(QStringLiteral("popularity"), track.popularity);
        json.insert(QStringLiteral("available_markets"), isPlayable ? markets() : QJsonArray());
    }
    // Announced as removed from the new shape in February 2026, and taken back in March.
    json.insert(QStringLiteral("external_ids"),
                track.isrc.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("isrc"), track.isrc}});
    // Without a market the old shape says it through the empty list of markets alone.
    if (isItems || request.withMarket) {
        json.insert(QStringLiteral("is_playable"), isPlayable);
        if (!isPlayable)
            json.insert(QStringLiteral("restrictions"),
                        QJsonObject{{QStringLiteral("reason"), reasonOf(track, item.index)}});
    }
    if (isRelinked) {
        json.insert(QStringLiteral("linked_from"),
                    QJsonObject{{QStringLiteral("external_urls"), outside("track", own)},
                                {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/tracks/") + own)},
                                {QStringLiteral("id"), own},
                                {QStringLiteral("type"), QStringLiteral("track")},
                                {QStringLiteral("uri"), QString(QStringLiteral("spotify:track:") + own)}});
    }
    return json;
}

QJsonObject Render::localTrack(const Item &item) const
{
    const LocalFile file = m_world.catalogue.local(item.index);
    const QJsonObject nobody{
        {QStringLiteral("external_urls"), QJsonObject()},   {QStringLiteral("href"), QJsonValue::Null},
        {QStringLiteral("id"), QJsonValue::Null},           {QStringLiteral("name"), file.artist},
        {QStringLiteral("type"), QStringLiteral("artist")}, {QStringLiteral("uri"), QJsonValue::Null}};
    const QJsonObject nothing{{QStringLiteral("album_type"), QJsonValue::Null},
                              {QStringLiteral("artists"), QJsonArray()},
                              {QStringLiteral("external_urls"), QJsonObject()},
                              {QStringLiteral("href"), QJsonValue::Null},
                              {QStringLiteral("id"), QJsonValue::Null},
                              {QStringLiteral("images"), QJsonArray()},
                              {QStringLiteral("name"), file.album},
                              {QStringLiteral("release_date"), QJsonValue::Null},
                              {QStringLiteral("release_date_precision"), QJsonValue::Null},
                              {QStringLiteral("type"), QStringLiteral("album")},
                              {QStringLiteral("uri"), QJsonValue::Null}};
    QJsonObject json{{QStringLiteral("album"), nothing},
                     {QStringLiteral("artists"), QJsonArray{nobody}},
                     {QStringLiteral("disc_number"), 0},
                     {QStringLiteral("duration_ms"), file.seconds * 1000},
                     {QStringLiteral("episode"), false},
                     {QStringLiteral("explicit"), false},
                     {QStringLiteral("external_ids"), QJsonObject()},
                     {QStringLiteral("external_urls"), QJsonObject()},
                     {QStringLiteral("href"), QJsonValue::Null},
                     {QStringLiteral("id"), QJsonValue::Null},
                     {QStringLiteral("is_local"), true},
                     {QStringLiteral("name"), file.title},
                     {QStringLiteral("preview_url"), QJsonValue::Null},
                     {QStringLiteral("track"), true},
                     {QStringLiteral("track_number"), 0},
                     {QStringLiteral("type"), QStringLiteral("track")},
                     {QStringLiteral("uri"), file.uri}};
    if (!m_world.settings.isItems()) {
        json.insert(QStringLiteral("popularity"), 0);
        json.insert(QStringLiteral("available_markets"), QJsonArray());
    }
    return json;
}

QJsonObject Render::episode(const Item &item, bool inFull) const
{
    const Episode episode = m_world.catalogue.episode(m_world.library.looksOf(item));
    const QString id = m_world.library.idOf(item);
    const QString showId = m_world.catalogue.id(IdKind::Show, episode.show);
    const QJsonArray pictures = coverSizes(showId);
    QJsonObject json{{QStringLiteral("duration_ms"), episode.durationMs},
                     {QStringLiteral("episode"), true},
                     {QStringLiteral("explicit"), false},
                     {QStringLiteral("external_urls"), outside("episode", id)},
                     {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/episodes/") + id)},
                     {QStringLiteral("id"), id},
                     {QStringLiteral("is_local"), false},
                     {QStringLiteral("name"), episode.name},
                     {QStringLiteral("track"), false},
                     {QStringLiteral("type"), QStringLiteral("episode")},
                     {QStringLiteral("uri"), QString(QStringLiteral("spotify:episode:") + id)}};
    if (inFull) {
        json.insert(QStringLiteral("show"), simpleShow(episode.show));
        json.insert(QStringLiteral("images"), pictures);
        json.insert(QStringLiteral("description"), QStringLiteral("An hour of made-up conversation."));
        json.insert(QStringLiteral("html_description"), QStringLiteral("<p>An hour of made-up conversation.</p>"));
        json.insert(QStringLiteral("language"), QStringLiteral("en"));
        json.insert(QStringLiteral("release_date"), episode.releaseDate);
        json.insert(QStringLiteral("release_date_precision"), QStringLiteral("day"));
        json.insert(QStringLiteral("is_playable"), true);
        json.insert(QStringLiteral("is_externally_hosted"), false);
        json.insert(QStringLiteral("languages"), QJsonArray{QStringLiteral("en")});
        json.insert(QStringLiteral("audio_preview_url"), QJsonValue::Null);
        return json;
    }
    // A client that does not ask for episodes gets them dressed up as tracks.
    QJsonObject show{{QStringLiteral("external_urls"), outside("show", showId)},
                     {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/shows/") + showId)},
                     {QStringLiteral("id"), showId},
                     {QStringLiteral("images"), pictures},
                     {QStringLiteral("name"), episode.showName},
                     {QStringLiteral("type"), QStringLiteral("show")},
                     {QStringLiteral("uri"), QString(QStringLiteral("spotify:show:") + showId)}};
    show.insert(QStringLiteral("album_type"), QStringLiteral("show"));
    show.insert(QStringLiteral("artists"), QJsonArray());
    show.insert(QStringLiteral("release_date"), episode.releaseDate);
    show.insert(QStringLiteral("release_date_precision"), QStringLiteral("day"));
    json.insert(QStringLiteral("album"), show);
    json.insert(QStringLiteral("artists"),
                QJsonArray{QJsonObject{{QStringLiteral("external_urls"), outside("show", showId)},
                                       {QStringLiteral("href"), show.value(QLatin1String("href"))},
                                       {QStringLiteral("id"), showId},
                                       {QStringLiteral("name"), episode.showName},
                                       {QStringLiteral("type"), QStringLiteral("show")},
                                       {QStringLiteral("uri"), show.value(QLatin1String("uri"))}}});
    json.insert(QStringLiteral("disc_number"), 0);
    json.insert(QStringLiteral("track_number"), 0);
    json.insert(QStringLiteral("preview_url"), QJsonValue::Null);
    return json;
}

} // namespace segue::demo
