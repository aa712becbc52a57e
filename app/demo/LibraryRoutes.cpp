// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <QJsonDocument>

namespace segue::demo
{

namespace
{

constexpr int MostUris = 40;

/// The playlists that ?uris= names. Other kinds of things can be saved too; nobody here saves any, so they
/// count as known and not saved.
std::optional<Answer> readUris(World &world, const Request &request, QList<Playlist *> *playlists)
{
    const QString text = request.query.value(QLatin1String("uris"));
    if (text.isEmpty())
        return Answer::error(400, QStringLiteral("Missing required field: uris"));
    const QStringList uris = text.split(u',');
    if (uris.size() > MostUris)
        return Answer::error(400, QStringLiteral("Too many uris requested"));
    for (const QString &uri : uris) {
        const QStringList parts = uri.split(u':');
        if (parts.size() != 3 || parts[0] != QLatin1String("spotify") || parts[2].isEmpty())
            return Answer::error(400, QString(QStringLiteral("Invalid uri: ") + uri));
        Playlist *playlist = nullptr;
        if (parts[1] == QLatin1String("playlist")) {
            if (auto wrong = findPlaylist(world, parts[2], &playlist))
                return wrong;
        }
        playlists->append(playlist);
    }
    return std::nullopt;
}

void setFollowed(World &world, Playlist &playlist, bool isFollowed)
{
    if (isFollowed)
        world.library.follow(playlist, Library::Me);
    else
        world.library.unfollow(playlist, Library::Me);
}

Answer library(World &world, const Call &call)
{
    const bool asks = call.path.size() == 3;
    if (!call.grant.has(asks ? QLatin1String("user-library-read") : QLatin1String("user-library-modify")))
        return lacksScope();
    QList<Playlist *> playlists;
    if (auto wrong = readUris(world, call.request, &playlists))
        return *wrong;
    QJsonArray known;
    for (Playlist *playlist : std::as_const(playlists)) {
        known.append(playlist && playlist->followers.contains(Library::Me));
        if (playlist && !asks)
            setFollowed(world, *playlist, call.is("PUT"));
    }
    return asks ? Answer::json(known) : Answer::empty(200);
}

Answer followers(World &world, const Call &call, Playlist &playlist)
{
    const bool follows = call.is("PUT");
    bool isPublic = playlist.isPublic;
    if (follows && !call.request.body.isEmpty()) {
        QJsonObject body;
        if (auto wrong = readBody(call.request, &body))
            return *wrong;
        isPublic = body.value(QLatin1String("public")).toBool(true);
    }
    if (auto wrong = lacksModifyScope(call.grant, isPublic))
        return *wrong;
    setFollowed(world, playlist, follows);
    return Answer::empty(200);
}

} // namespace

std::optional<Answer> libraryRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (path.size() >= 2 && path[0] == QLatin1String("me") && path[1] == QLatin1String("library")) {
        const bool changes = path.size() == 2 && (call.is("PUT") || call.is("DELETE"));
        const bool asks = path.size() == 3 && path[2] == QLatin1String("contains") && call.is("GET");
        return changes || asks ? std::optional(library(world, call)) : std::nullopt;
    }
    if (path.size() < 3 || path[0] != QLatin1String("playlists") || path[2] != QLatin1String("followers"))
        return std::nullopt;
    Playlist *playlist = nullptr;
    if (auto wrong = findPlaylist(world, path[1], &playlist))
        return wrong;
    if (path.size() == 3 && (call.is("PUT") || call.is("DELETE")))
        return followers(world, call, *playlist);
    if (path.size() == 4 && path[3] == QLatin1String("contains") && call.is("GET"))
        return Answer::json(QJsonArray{playlist->followers.contains(Library::Me)});
    return std::nullopt;
}

} // namespace segue::demo
