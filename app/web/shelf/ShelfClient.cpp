// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/shelf/ShelfClient.h"

#include "app/web/Checks.h"
#include "app/web/ParsePlaylist.h"
#include "app/web/shelf/ParseShelf.h"
#include "app/web/shelf/ShelfRequests.h"

#include <algorithm>

namespace segue::web
{

ShelfClient::ShelfClient(Caller &caller, QObject *parent) : Shelf(parent), m_caller(caller) {}

template <typename T, typename Parse>
Call ShelfClient::page(QLatin1String what, int offset, QObject *context, Done<Page<T>> done, Parse parse)
{
    if (const auto wrong = checks::offset(offset))
        return m_caller.refuse<Page<T>>(*wrong, context, std::move(done));
    return m_caller.plain<Page<T>>(requests::saved(what, offset), context, std::move(done),
                                   [parse](const ApiAnswer &answer, Dialect) { return parse(answer.json); });
}

template <typename T>
Call ShelfClient::about(const QStringList &uris, Priority priority, QObject *context, Done<T> done, Request request,
                        Caller::Parse<T> parse)
{
    const auto route = shelfRouteOf(uris, urisPerCall());
    if (!route)
        return m_caller.refuse<T>(route.error(), context, std::move(done));
    return m_caller.inDialect<T>(
        {}, priority, context, std::move(done),
        [request, route = *route, uris](Dialect dialect) { return request(dialect, route, uris); }, std::move(parse));
}

Call ShelfClient::savedTracks(int offset, QObject *context, Done<Page<SavedMedium>> done)
{
    return page<SavedMedium>(
        QLatin1String("tracks"), offset, context, std::move(done),
        [this, offset](const QJsonDocument &answer) { return parseSavedTracks(answer, offset, m_caller.texts()); });
}

Call ShelfClient::savedEpisodes(int offset, QObject *context, Done<Page<SavedMedium>> done)
{
    return page<SavedMedium>(
        QLatin1String("episodes"), offset, context, std::move(done),
        [this, offset](const QJsonDocument &answer) { return parseSavedEpisodes(answer, offset, m_caller.texts()); });
}

Call ShelfClient::savedAlbums(int offset, QObject *context, Done<Page<Album>> done)
{
    return page<Album>(
        QLatin1String("albums"), offset, context, std::move(done),
        [this, offset](const QJsonDocument &answer) { return parseSavedAlbums(answer, offset, m_caller.texts()); });
}

Call ShelfClient::savedShows(int offset, QObject *context, Done<Page<Show>> done)
{
    return page<Show>(QLatin1String("shows"), offset, context, std::move(done),
                      [offset](const QJsonDocument &answer) { return parseSavedShows(answer, offset); });
}

Call ShelfClient::followedArtists(const QString &after, QObject *context, Done<Page<Artist>> done)
{
    return m_caller.plain<Page<Artist>>(
        requests::followedArtists(after), context, std::move(done),
        [after](const ApiAnswer &answer, Dialect) { return parseFollowedArtists(answer.json, after); });
}

Call ShelfClient::save(const QStringList &uris, QObject *context, Done<Nothing> done)
{
    return about<Nothing>(uris, Priority::Visible, context, std::move(done), requests::save, accepted);
}

Call ShelfClient::remove(const QStringList &uris, QObject *context, Done<Nothing> done)
{
    return about<Nothing>(uris, Priority::Visible, context, std::move(done), requests::removeSaved, accepted);
}

Call ShelfClient::contains(const QStringList &uris, QObject *context, Done<QList<bool>> done)
{
    return about<QList<bool>>(uris, Priority::Normal, context, std::move(done), requests::containsSaved,
                              [count = static_cast<int>(uris.size())](const ApiAnswer &answer, Dialect) {
                                  return parseContained(answer.json, count);
                              });
}

int ShelfClient::urisPerCall() const
{
    if (const auto dialect = m_caller.dialect())
        return tableOf(*dialect).shelfUrisPerCall;
    return std::min(tableOf(Dialect::Tracks).shelfUrisPerCall, tableOf(Dialect::Items).shelfUrisPerCall);
}

} // namespace segue::web
