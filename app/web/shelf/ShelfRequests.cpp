// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/shelf/ShelfRequests.h"

#include "app/web/RequestParts.h"

#include <QJsonArray>

namespace segue::web::requests
{

namespace
{

QStringList idsOf(const QStringList &uris)
{
    QStringList ids;
    for (const QString &uri : uris)
        ids.append(uri.section(u':', 2));
    return ids;
}

/// Commas are what separates them: those within the name of a user are encoded.
QString listed(QStringList parts)
{
    for (QString &part : parts)
        part = encoded(part).replace(QLatin1String("%3A"), QLatin1String(":"));
    return parts.join(u',');
}

/// The routes for artists and users are one, and told apart by this.
void addType(ApiRequest &request, const ShelfRoute &route)
{
    if (route.subject == Subject::Following)
        request.query.addQueryItem(QStringLiteral("type"), route.kind);
}

ApiRequest change(const char *method, Dialect dialect, const ShelfRoute &route, const QStringList &uris)
{
    const bool library = tableOf(dialect).hasLibraryRoute;
    ApiRequest request = write(method, library ? QStringLiteral("me/library") : QLatin1String("me/") + route.path,
                               QStringLiteral("shelf:") + route.kind);
    request.subject = route.subject;
    request.answersJson = false;
    if (library) { // in the query: the service does not look for them in a body
        request.query.addQueryItem(QStringLiteral("uris"), listed(uris));
        return request;
    }
    addType(request, route);
    return withJson(std::move(request), {{QLatin1String("ids"), QJsonArray::fromStringList(idsOf(uris))}});
}

} // namespace

ApiRequest saved(QLatin1String what, int offset)
{
    ApiRequest request = get(QLatin1String("me/") + what);
    request.subject = Subject::Saved;
    addPage(request, offset, shelfPageLimit);
    return request;
}

ApiRequest followedArtists(const QString &after)
{
    ApiRequest request = get(QStringLiteral("me/following"));
    request.subject = Subject::Following;
    request.query.addQueryItem(QStringLiteral("type"), QStringLiteral("artist"));
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(shelfPageLimit));
    if (!after.isEmpty())
        request.query.addQueryItem(QStringLiteral("after"), encoded(after));
    return request;
}

ApiRequest save(Dialect dialect, const ShelfRoute &route, const QStringList &uris)
{
    return change("PUT", dialect, route, uris);
}

ApiRequest removeSaved(Dialect dialect, const ShelfRoute &route, const QStringList &uris)
{
    return change("DELETE", dialect, route, uris);
}

ApiRequest containsSaved(Dialect dialect, const ShelfRoute &route, const QStringList &uris)
{
    const bool library = tableOf(dialect).hasLibraryRoute;
    ApiRequest request =
        get(library ? QStringLiteral("me/library/contains") : QStringLiteral("me/%1/contains").arg(route.path));
    request.subject = route.subject;
    if (library) {
        request.query.addQueryItem(QStringLiteral("uris"), listed(uris));
        return request;
    }
    addType(request, route);
    request.query.addQueryItem(QStringLiteral("ids"), listed(idsOf(uris)));
    return request;
}

} // namespace segue::web::requests
