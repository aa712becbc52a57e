// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/catalogue/CatalogueRequests.h"

#include "app/web/RequestParts.h"

namespace segue::web::requests
{

namespace
{

ApiRequest ofCatalogue(QLatin1String kind, const QString &id, QLatin1String below = {})
{
    const QString path = kind + u'/' + id;
    ApiRequest request = get(below.isEmpty() ? path : QString(path + u'/' + below));
    request.subject = Subject::Catalogue;
    request.mayBeKept = true;
    request.priority = Priority::Visible; // a page that the user has just opened
    return request;
}

ApiRequest within(const QString &market, ApiRequest request)
{
    addMarket(request, market);
    return request;
}

ApiRequest pageOf(QLatin1String kind, const QString &id, QLatin1String below, int offset, int limit)
{
    ApiRequest request = ofCatalogue(kind, id, below);
    addPage(request, offset, limit);
    return request;
}

constexpr QLatin1String albums("albums");
constexpr QLatin1String artists("artists");
constexpr QLatin1String shows("shows");

} // namespace

QString searchTypes(SearchKinds kinds)
{
    constexpr std::pair<SearchKind, QLatin1String> names[] = {
        {SearchKind::Tracks, QLatin1String("track")},   {SearchKind::Albums, QLatin1String("album")},
        {SearchKind::Artists, QLatin1String("artist")}, {SearchKind::Playlists, QLatin1String("playlist")},
        {SearchKind::Shows, QLatin1String("show")},     {SearchKind::Episodes, QLatin1String("episode")},
    };
    QStringList types;
    for (const auto &[kind, name] : names)
        if (kinds.testFlag(kind))
            types.append(name);
    return types.join(u',');
}

ApiRequest album(const QString &id, const QString &market)
{
    return within(market, ofCatalogue(albums, id));
}

ApiRequest albumTracks(const QString &id, int offset, const QString &market)
{
    return within(market, pageOf(albums, id, QLatin1String("tracks"), offset, cataloguePageLimit));
}

ApiRequest artist(const QString &id)
{
    return ofCatalogue(artists, id);
}

ApiRequest artistAlbums(const QString &id, int offset, int limit, const QString &market)
{
    ApiRequest request = pageOf(artists, id, albums, offset, limit);
    request.query.addQueryItem(QStringLiteral("include_groups"), QStringLiteral("album,single,compilation,appears_on"));
    return within(market, request);
}

ApiRequest artistTopTracks(const QString &id, const QString &market)
{
    return within(market, ofCatalogue(artists, id, QLatin1String("top-tracks")));
}

ApiRequest show(const QString &id, const QString &market)
{
    return within(market, ofCatalogue(shows, id));
}

ApiRequest showEpisodes(const QString &id, int offset, const QString &market)
{
    return within(market, pageOf(shows, id, QLatin1String("episodes"), offset, cataloguePageLimit));
}

} // namespace segue::web::requests
