// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/SavedCalls.h"

#include <QDateTime>

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr int MostUris = 40;

/// Something that can be in the library: a playlist, or what is saved by its id.
struct Named {
    Playlist *playlist = nullptr;
    SavedKind kind = SavedKind::Track;
    QString id;
};

/// What ?uris= names, or the error. Only what is asked about may be unknown.
std::optional<Answer> readUris(World &world, const Call &call, bool asks, QList<Named> *named)
{
    const QString text = call.request.query.value(QLatin1String("uris"));
    if (text.isEmpty())
        return Answer::error(400, QStringLiteral("Missing required field: uris"));
    const QStringList uris = text.split(u',');
    if (uris.size() > MostUris)
        return Answer::error(400, QStringLiteral("Too many uris requested"));
    for (const QString &uri : uris) {
        const QStringList parts = uri.split(u':');
        const QString type = parts.value(1);
        const bool isPlaylist = type == QLatin1String("playlist");
        const std::optional<SavedKind> kind = savedKindOf(type);
        const bool isUri = parts.size() == 3 && parts[0] == QLatin1String("spotify") && (isPlaylist || kind) &&
                           (kind == SavedKind::User ? !parts[2].isEmpty() : Catalogue::isId(parts[2]));
        if (!isUri)
            return Answer::error(400, QString(QStringLiteral("Invalid uri: ") + uri));
        Named one{nullptr, kind.value_or(SavedKind::Track), parts[2]};
        const auto wrong =
            isPlaylist ? findPlaylist(world, parts[2], &one.playlist) : checkSavable(world, one.kind, one.id);
        if (wrong && !asks)
            return wrong;
        named->append(one);
    }
    return std::nullopt;
}

/// The scope that each of them asks for.
bool isGranted(const AccessGrant &grant, bool asks, const QList<Named> &named)
{
    return std::all_of(named.begin(), named.end(), [&](const Named &one) {
        const bool isFollowed = !one.playlist && (one.kind == SavedKind::Artist || one.kind == SavedKind::User);
        if (isFollowed)
            return grant.has(asks ? QLatin1String("user-follow-read") : QLatin1String("user-follow-modify"));
        return grant.has(asks ? QLatin1String("user-library-read") : QLatin1String("user-library-modify"));
    });
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
    const auto hasEither = [&](QLatin1String first, QLatin1String second) {
        return call.grant.has(first) || call.grant.has(second);
    };
    if (asks ? !hasEither(QLatin1String("user-library-read"), QLatin1String("user-follow-read"))
             : !hasEither(QLatin1String("user-library-modify"), QLatin1String("user-follow-modify")))
        return lacksScope();
    QList<Named> named;
    if (auto wrong = readUris(world, call, asks, &named))
        return *wrong;
    if (!isGranted(call.grant, asks, named))
        return lacksScope();
    QJsonArray known;
    for (const Named &one : std::as_const(named)) {
        known.append(one.playlist ? one.playlist->followers.contains(Library::Me)
                                  : world.saved.contains(one.kind, one.id));
        if (asks)
            continue;
        if (one.playlist)
            setFollowed(world, *one.playlist, call.is("PUT"));
        else if (call.is("PUT"))
            world.saved.add(one.kind, one.id, QDateTime::currentSecsSinceEpoch());
        else
            world.saved.remove(one.kind, one.id);
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
