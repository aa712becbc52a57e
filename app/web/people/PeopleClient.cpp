// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/people/PeopleClient.h"

#include "app/web/ApiError.h"
#include "app/web/Checks.h"
#include "app/web/ParsePlaylist.h"
#include "app/web/people/ParsePeople.h"
#include "app/web/people/PeopleRequests.h"

namespace segue::web
{

namespace
{

/// The routes of what Spotify puts on show are closed to newer apps, which then do not find them.
template <typename T>
Done<T> closedWhenNotFound(Done<T> done)
{
    return [done = std::move(done)](Result<T> outcome) {
        if (!outcome && outcome.error().kind == ErrorKind::NotFound) {
            Error closed = notOffered();
            closed.httpStatus = outcome.error().httpStatus;
            closed.detail = outcome.error().detail;
            outcome = Unexpected(closed);
        }
        done(std::move(outcome));
    };
}

} // namespace

PeopleClient::PeopleClient(Caller &caller, QObject *parent) : People(parent), m_caller(caller) {}

template <typename T, typename Parse>
Call PeopleClient::ask(const std::optional<Error> &wrong, const ApiRequest &request, QObject *context, Done<T> done,
                       Parse parse)
{
    if (const auto error = checks::first({wrong, checks::offered(m_caller.dialect())}))
        return m_caller.refuse<T>(*error, context, std::move(done));
    return m_caller.plain<T>(request, context, std::move(done),
                             [parse](const ApiAnswer &answer, Dialect) { return parse(answer.json); });
}

Call PeopleClient::profile(const QString &userId, QObject *context, Done<UserProfile> done)
{
    return ask<UserProfile>(checks::userId(userId), requests::profile(userId), context, std::move(done), parseProfile);
}

Call PeopleClient::playlistsOf(const QString &userId, int offset, QObject *context, Done<Page<Playlist>> done)
{
    return ask<Page<Playlist>>(checks::first({checks::userId(userId), checks::offset(offset)}),
                               requests::playlistsOf(userId, offset), context, std::move(done),
                               [offset](const QJsonDocument &answer) { return parsePlaylistsOf(answer, offset); });
}

Call PeopleClient::featured(int offset, QObject *context, Done<FeaturedPlaylists> done)
{
    return ask<FeaturedPlaylists>(checks::offset(offset), requests::featured(offset), context,
                                  closedWhenNotFound(std::move(done)),
                                  [offset](const QJsonDocument &answer) { return parseFeatured(answer, offset); });
}

Call PeopleClient::categories(int offset, QObject *context, Done<Page<Category>> done)
{
    return ask<Page<Category>>(checks::offset(offset), requests::categories(offset), context,
                               closedWhenNotFound(std::move(done)),
                               [offset](const QJsonDocument &answer) { return parseCategories(answer, offset); });
}

Call PeopleClient::playlistsOfCategory(const QString &categoryId, int offset, QObject *context,
                                       Done<Page<Playlist>> done)
{
    return ask<Page<Playlist>>(checks::first({checks::id(categoryId), checks::offset(offset)}),
                               requests::playlistsOfCategory(categoryId, offset), context,
                               closedWhenNotFound(std::move(done)), [offset](const QJsonDocument &answer) {
                                   return parseFeatured(answer, offset).map([](FeaturedPlaylists featured) {
                                       return std::move(featured.playlists);
                                   });
                               });
}

} // namespace segue::web
