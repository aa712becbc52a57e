// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Requests.h"

#include "app/web/RequestParts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace segue::web::requests
{

namespace
{

QString playlistPath(const QString &id, QLatin1String below = {})
{
    const QString path = QStringLiteral("playlists/") + id;
    return below.isEmpty() ? path : path + u'/' + below;
}

QString entryFields(Dialect dialect)
{
    return QStringLiteral("total,offset,items(added_at,added_by(id),is_local,%1(type,uri,id,name,duration_ms,explicit,"
                          "is_local,is_playable,restrictions(reason),linked_from(uri),artists(name,uri),disc_number,"
                          "track_number,popularity,"
                          "external_ids(isrc),release_date,release_date_precision,"
                          "album(name,uri,images,release_date,release_date_precision),show(name,uri,images),images))")
        .arg(tableOf(dialect).entry);
}

QString linkFields(Dialect dialect)
{
    return QStringLiteral("total,offset,items(is_local,%1(type,uri,id,is_local,is_playable,restrictions(reason),linked_"
                          "from(uri)))")
        .arg(tableOf(dialect).entry);
}

ApiRequest page(Dialect dialect, const QString &id, int offset, int limit, Priority priority, const QString &fields)
{
    ApiRequest request = get(playlistPath(id, tableOf(dialect).entries));
    addPage(request, offset, limit);
    request.query.addQueryItem(QStringLiteral("fields"), fields);
    request.query.addQueryItem(QStringLiteral("additional_types"), QStringLiteral("track,episode"));
    request.priority = priority;
    return request;
}

QJsonObject bodyOf(const PlaylistDetails &details, bool forCreation)
{
    QJsonObject body;
    if (details.name)
        body.insert(QLatin1String("name"), *details.name);
    // Creation with an empty description is refused; leaving it out means the same.
    if (details.description && !(forCreation && details.description->isEmpty()))
        body.insert(QLatin1String("description"), *details.description);
    if (details.onProfile)
        body.insert(QLatin1String("public"), *details.onProfile);
    if (details.collaborative) {
        body.insert(QLatin1String("collaborative"), *details.collaborative);
        if (*details.collaborative)
            body.insert(QLatin1String("public"), false);
    }
    return body;
}

ApiRequest inLibrary(const char *method, const QString &id)
{
    ApiRequest request = write(method, QStringLiteral("me/library"), id);
    // In the query: the service does not look for it in a body.
    request.query.addQueryItem(QStringLiteral("uris"), QStringLiteral("spotify:playlist:") + id);
    request.answersJson = false;
    return request;
}

} // namespace

ApiRequest me()
{
    ApiRequest request = get(QStringLiteral("me"));
    request.subject = Subject::People;
    return request;
}

ApiRequest myPlaylists(int offset, int limit)
{
    ApiRequest request = get(QStringLiteral("me/playlists"));
    addPage(request, offset, limit);
    return request;
}

ApiRequest playlist(const QString &id)
{
    ApiRequest request = get(playlistPath(id));
    // Both names for the entries: which one is there tells about the dialect.
    request.query.addQueryItem(QStringLiteral("fields"),
                               QStringLiteral("id,name,description,public,collaborative,snapshot_id,images,"
                                              "owner(id,display_name),followers(total),items(total),tracks(total)"));
    request.query.addQueryItem(QStringLiteral("additional_types"), QStringLiteral("track,episode"));
    request.priority = Priority::Visible;
    return request;
}

ApiRequest coverImages(const QString &id)
{
    return get(playlistPath(id, QLatin1String("images")));
}

ApiRequest entries(Dialect dialect, const QString &id, int offset, int limit, Priority priority)
{
    return page(dialect, id, offset, limit, priority, entryFields(dialect));
}

ApiRequest entriesInMarket(Dialect dialect, const QString &id, int offset, int limit, Priority priority,
                           const QString &market)
{
    ApiRequest request = entries(dialect, id, offset, limit, priority);
    addMarket(request, market);
    return request;
}

ApiRequest entryLinks(Dialect dialect, const QString &id, int offset, int limit, const QString &market)
{
    ApiRequest request = page(dialect, id, offset, limit, Priority::Idle, linkFields(dialect));
    if (!tableOf(dialect).tellsPlayability)
        addMarket(request, market);
    return request;
}

ApiRequest search(const QString &types, const SearchCall &search, int limit, const QString &market)
{
    ApiRequest request = get(QStringLiteral("search"));
    request.subject = Subject::Catalogue;
    request.mayBeKept = true;
    request.query.addQueryItem(QStringLiteral("q"), encoded(search.query));
    request.query.addQueryItem(QStringLiteral("type"), types);
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    request.query.addQueryItem(QStringLiteral("offset"), QString::number(search.offset));
    addMarket(request, market);
    return request;
}

ApiRequest createPlaylist(Dialect dialect, const QString &userId, const PlaylistDetails &details)
{
    const QString path = tableOf(dialect).hasLibraryRoute ? QStringLiteral("me/playlists")
                                                          : QStringLiteral("users/%1/playlists").arg(encoded(userId));
    return withJson(write("POST", path, QStringLiteral("new")), bodyOf(details, true));
}

ApiRequest changeDetails(const QString &id, const PlaylistDetails &details)
{
    ApiRequest request = withJson(write("PUT", playlistPath(id), id), bodyOf(details, false));
    request.answersJson = false;
    return request;
}

ApiRequest reorder(Dialect dialect, const QString &id, const ReorderCall &move)
{
    return withJson(write("PUT", playlistPath(id, tableOf(dialect).entries), id),
                    {{QLatin1String("range_start"), move.rangeStart},
                     {QLatin1String("range_length"), move.rangeLength},
                     {QLatin1String("insert_before"), move.insertBefore}});
}

ApiRequest replaceItems(Dialect dialect, const QString &id, const QStringList &uris)
{
    return withJson(write("PUT", playlistPath(id, tableOf(dialect).entries), id),
                    {{QLatin1String("uris"), QJsonArray::fromStringList(uris)}});
}

ApiRequest addItems(Dialect dialect, const QString &id, const QStringList &uris, int position)
{
    QJsonObject body{{QLatin1String("uris"), QJsonArray::fromStringList(uris)}};
    if (position >= 0)
        body.insert(QLatin1String("position"), position);
    return withJson(write("POST", playlistPath(id, tableOf(dialect).entries), id), body);
}

ApiRequest removeItems(Dialect dialect, const QString &id, const QList<RemoveTarget> &targets,
                       const QString &snapshotId)
{
    QJsonArray list;
    bool positions = false;
    for (const RemoveTarget &target : targets) {
        QJsonObject entry{{QLatin1String("uri"), target.uri}};
        if (tableOf(dialect).honoursPositions && !target.positions.isEmpty()) {
            QJsonArray array;
            for (const int position : target.positions)
                array.append(position);
            entry.insert(QLatin1String("positions"), array);
            positions = true;
        }
        list.append(entry);
    }
    QJsonObject body{{tableOf(dialect).removals, list}};
    if (positions) // and only then: writes that name a snapshot have failed for no other reason
        body.insert(QLatin1String("snapshot_id"), snapshotId);
    return withJson(write("DELETE", playlistPath(id, tableOf(dialect).entries), id), body);
}

ApiRequest uploadCover(const QString &id, const QByteArray &base64, std::function<void(qint64, qint64)> progress)
{
    ApiRequest request = write("PUT", playlistPath(id, QLatin1String("images")), QStringLiteral("cover:") + id);
    request.lane = Lane::Cover;
    request.contentType = "image/jpeg";
    request.body = base64;
    request.answersJson = false;
    request.progress = std::move(progress);
    request.deadline = std::chrono::minutes{3}; // 256 KB through a thin line
    return request;
}

ApiRequest media(MediumKind kind, const QStringList &ids, Priority priority)
{
    const QString route = kind == MediumKind::Episode ? QStringLiteral("episodes") : QStringLiteral("tracks");
    ApiRequest request = get(ids.size() == 1 ? QString(route + u'/' + ids.constFirst()) : route);
    if (ids.size() > 1)
        request.query.addQueryItem(QStringLiteral("ids"), ids.join(u','));
    request.subject = Subject::Catalogue;
    request.mayBeKept = true;
    request.priority = priority;
    return request;
}

ApiRequest followsPlaylist(Dialect dialect, const QString &id)
{
    if (!tableOf(dialect).hasLibraryRoute)
        return get(playlistPath(id, QLatin1String("followers/contains")));
    ApiRequest request = get(QStringLiteral("me/library/contains"));
    request.query.addQueryItem(QStringLiteral("uris"), QStringLiteral("spotify:playlist:") + id);
    return request;
}

ApiRequest followPlaylist(Dialect dialect, const QString &id)
{
    if (tableOf(dialect).hasLibraryRoute)
        return inLibrary("PUT", id);
    // Without this it would be put on the user's profile.
    ApiRequest request =
        withJson(write("PUT", playlistPath(id, QLatin1String("followers")), id), {{QLatin1String("public"), false}});
    request.answersJson = false;
    return request;
}

ApiRequest unfollowPlaylist(Dialect dialect, const QString &id)
{
    if (tableOf(dialect).hasLibraryRoute)
        return inLibrary("DELETE", id);
    ApiRequest request = write("DELETE", playlistPath(id, QLatin1String("followers")), id);
    request.answersJson = false;
    return request;
}

} // namespace segue::web::requests
