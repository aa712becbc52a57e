// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/listening/ListeningRequests.h"

#include "app/web/RequestParts.h"

#include <QJsonArray>

namespace segue::web::requests
{

namespace
{

QString nameOf(TopRange range)
{
    switch (range) {
    case TopRange::Weeks:
        return QStringLiteral("short_term");
    case TopRange::Months:
        return QStringLiteral("medium_term");
    case TopRange::Years:
        break;
    }
    return QStringLiteral("long_term");
}

ApiRequest top(QLatin1String what, TopRange range, int offset)
{
    ApiRequest request = get(QLatin1String("me/top/") + what);
    request.subject = Subject::Top;
    request.query.addQueryItem(QStringLiteral("time_range"), nameOf(range));
    addPage(request, offset, listeningPageLimit);
    return request;
}

/// Commands reach the player in the order they were given.
ApiRequest command(const char *method, QLatin1String what, const QString &deviceId)
{
    ApiRequest request = write(method, QLatin1String("me/player/") + what, QStringLiteral("player"));
    request.subject = Subject::Playback;
    request.answersJson = false;
    if (!deviceId.isEmpty())
        request.query.addQueryItem(QStringLiteral("device_id"), encoded(deviceId));
    return request;
}

} // namespace

ApiRequest topTracks(TopRange range, int offset)
{
    return top(QLatin1String("tracks"), range, offset);
}

ApiRequest topArtists(TopRange range, int offset)
{
    return top(QLatin1String("artists"), range, offset);
}

ApiRequest recentlyPlayed(const QString &before)
{
    ApiRequest request = get(QStringLiteral("me/player/recently-played"));
    request.subject = Subject::Recent;
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(listeningPageLimit));
    if (!before.isEmpty())
        request.query.addQueryItem(QStringLiteral("before"), encoded(before));
    return request;
}

ApiRequest devices()
{
    ApiRequest request = get(QStringLiteral("me/player/devices"));
    request.subject = Subject::Devices;
    request.priority = Priority::Visible; // the user waits to choose one
    return request;
}

ApiRequest play(const PlayCall &what)
{
    QJsonObject body;
    if (what.contextUri.isEmpty()) {
        body.insert(QLatin1String("uris"), QJsonArray::fromStringList(what.uris));
    } else {
        body.insert(QLatin1String("context_uri"), what.contextUri);
        if (what.position >= 0)
            body.insert(QLatin1String("offset"), QJsonObject{{QLatin1String("position"), what.position}});
    }
    return withJson(command("PUT", QLatin1String("play"), what.deviceId), body);
}

ApiRequest addToQueue(const QString &uri, const QString &deviceId)
{
    ApiRequest request = command("POST", QLatin1String("queue"), deviceId);
    request.query.addQueryItem(QStringLiteral("uri"), encoded(uri));
    return request;
}

} // namespace segue::web::requests
