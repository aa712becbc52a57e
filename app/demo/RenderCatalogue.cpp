// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Paging.h"

namespace segue::demo
{

namespace
{

constexpr int AlbumPage = 50; ///< how much of an album or a show comes along with it

enum Purpose : quint64 { ForFollowers = 310, ForGenre, ForBarcode, ForResume };

QJsonArray copyrights(const QString &year, const QString &owner)
{
    const auto right = [&](const QString &type) {
        return QJsonObject{{QStringLiteral("text"), QString(year + u' ' + owner)}, {QStringLiteral("type"), type}};
    };
    return {right(QStringLiteral("C")), right(QStringLiteral("P"))};
}

} // namespace

QJsonObject Render::fullArtist(int index) const
{
    QJsonObject json = artist(index);
    json.insert(QStringLiteral("images"), coverSizes(json.value(QLatin1String("id")).toString()));
    if (m_world.settings.isItems())
        return json;
    static const QStringList genres{QStringLiteral("attic pop"), QStringLiteral("harbour jazz"),
                                    QStringLiteral("slow disco")};
    const auto number = [&](Purpose purpose) { return m_world.catalogue.number(purpose, quint64(index)); };
    json.insert(QStringLiteral("followers"),
                QJsonObject{{QStringLiteral("href"), QJsonValue::Null},
                            {QStringLiteral("total"), int(number(ForFollowers) % 4'000'000)}});
    json.insert(QStringLiteral("genres"),
                index % 4 == 0 ? QJsonArray() : QJsonArray{genres[qsizetype(number(ForGenre) % 3)]});
    json.insert(QStringLiteral("popularity"), m_world.catalogue.popularityOf(IdKind::Artist, index));
    return json;
}

QJsonObject Render::simpleAlbum(int index) const
{
    return album(index);
}

QJsonObject Render::fullAlbum(int index, const PageRequest &request) const
{
    const Album album = m_world.catalogue.album(index);
    const QString year = album.releaseDate.left(4);
    const auto number = [&](Purpose purpose) { return m_world.catalogue.number(purpose, quint64(index)); };
    PageRequest page = request;
    page.limit = AlbumPage;
    page.offset = 0;
    QJsonObject json = simpleAlbum(index);
    json.insert(QStringLiteral("tracks"), albumTracks(index, page));
    json.insert(QStringLiteral("copyrights"), copyrights(year, QStringLiteral("Lantern Street Records")));
    json.insert(QStringLiteral("external_ids"),
                QJsonObject{{QStringLiteral("upc"), QStringLiteral("%1").arg(number(ForBarcode) % 1'000'000'000'000, 12,
                                                                             10, QLatin1Char('0'))}});
    json.insert(QStringLiteral("genres"), QJsonArray());
    if (!m_world.settings.isItems()) {
        json.insert(QStringLiteral("label"), QStringLiteral("Lantern Street Records"));
        json.insert(QStringLiteral("popularity"), m_world.catalogue.popularityOf(IdKind::Album, index));
    }
    return json;
}

QJsonObject Render::albumTracks(int index, const PageRequest &page) const
{
    const QList<int> tracks = Catalogue::tracksOf(index);
    const QString path = QStringLiteral("/albums/%1/tracks").arg(m_world.catalogue.id(IdKind::Album, index));
    return pageOf(*this, path, page, tracks.size(), [&](qsizetype i) {
        QJsonObject track = foundTrack(tracks[i], page);
        for (const char *name : {"album", "external_ids", "popularity"})
            track.remove(QLatin1String(name));
        return track;
    });
}

QJsonObject Render::simpleShow(int index) const
{
    const Show &show = m_world.catalogue.shows().at(index);
    const QString about = QStringLiteral("Made-up conversation, now and then with a lighthouse in it.");
    QJsonObject json{
        {QStringLiteral("copyrights"), QJsonArray()},
        {QStringLiteral("description"), about},
        {QStringLiteral("explicit"), false},
        {QStringLiteral("external_urls"), outside("show", show.id)},
        {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/shows/") + show.id)},
        {QStringLiteral("html_description"), QString(QStringLiteral("<p>") + about + QStringLiteral("</p>"))},
        {QStringLiteral("id"), show.id},
        {QStringLiteral("images"), coverSizes(show.id)},
        {QStringLiteral("is_externally_hosted"), false},
        {QStringLiteral("languages"), QJsonArray{QStringLiteral("en")}},
        {QStringLiteral("media_type"), QStringLiteral("audio")},
        {QStringLiteral("name"), show.name},
        {QStringLiteral("total_episodes"), show.episodes.size()},
        {QStringLiteral("type"), QStringLiteral("show")},
        {QStringLiteral("uri"), QString(QStringLiteral("spotify:show:") + show.id)}};
    if (!m_world.settings.isItems()) {
        json.insert(QStringLiteral("available_markets"), markets());
        json.insert(QStringLiteral("publisher"), QStringLiteral("Night Desk"));
    }
    return json;
}

QJsonObject Render::fullShow(int index, const PageRequest &request) const
{
    PageRequest page = request;
    page.limit = AlbumPage;
    page.offset = 0;
    QJsonObject json = simpleShow(index);
    json.insert(QStringLiteral("episodes"), showEpisodes(index, page));
    return json;
}

QJsonObject Render::showEpisodes(int index, const PageRequest &page) const
{
    const Show &show = m_world.catalogue.shows().at(index);
    return pageOf(*this, QStringLiteral("/shows/%1/episodes").arg(show.id), page, show.episodes.size(),
                  [&](qsizetype i) {
                      QJsonObject episode = foundEpisode(show.episodes[i], page);
                      episode.remove(QLatin1String("show"));
                      return episode;
                  });
}

QJsonObject Render::foundTrack(int index, const PageRequest &request) const
{
    Item item;
    item.index = index;
    item.kind = m_world.library.isUnavailable(index) ? ItemKind::Unavailable : ItemKind::Track;
    return apart(item, request).toObject();
}

QJsonObject Render::foundEpisode(int index, const PageRequest &request) const
{
    Item item;
    item.index = index;
    item.kind = ItemKind::Episode;
    return apart(item, request).toObject();
}

QJsonValue Render::apart(const Item &item, const PageRequest &request) const
{
    PageRequest whole = request;
    whole.withEpisodes = true;
    const QJsonValue medium = payload(item, whole);
    if (!medium.isObject())
        return medium;
    QJsonObject object = medium.toObject();
    object.remove(QLatin1String("track"));
    object.remove(QLatin1String("episode"));
    if (object.value(QLatin1String("type")) != QLatin1String("episode"))
        return object;
    object.remove(QLatin1String("is_local"));
    if (request.withResume) {
        const quint64 random = m_world.catalogue.number(ForResume, quint64(item.index));
        const bool isPlayed = random % 3 == 0;
        object.insert(QStringLiteral("resume_point"),
                      QJsonObject{{QStringLiteral("fully_played"), isPlayed},
                                  {QStringLiteral("resume_position_ms"), isPlayed ? 0 : int(random % 1'000'000)}});
    }
    return object;
}

} // namespace segue::demo
