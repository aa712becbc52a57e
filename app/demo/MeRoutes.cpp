// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Details.h"

namespace segue::demo
{

namespace
{

constexpr int MostPlaylistOffset = 100'000;

/// What the granted scopes let through of the user's playlists.
bool isListed(const Playlist &playlist, const AccessGrant &grant)
{
    if (playlist.isCollaborative)
        return grant.has(QLatin1String("playlist-read-collaborative"));
    return playlist.isPublic || grant.has(QLatin1String("playlist-read-private"));
}

Answer myPlaylists(World &world, const Call &call)
{
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, MostPlaylistOffset, &page))
        return *wrong;
    QList<Playlist *> listed = world.library.mine();
    listed.removeIf([&](const Playlist *playlist) { return !isListed(*playlist, call.grant); });
    const Render render(world);
    QJsonObject json = render.pageFrame(QStringLiteral("/me/playlists"), page.limit, page.offset, listed.size());
    QJsonArray items;
    for (Playlist *playlist : std::as_const(listed).mid(page.offset, page.limit))
        items.append(render.simplePlaylist(*playlist));
    json.insert(QStringLiteral("items"), items);
    return Answer::json(json);
}

Answer create(World &world, const Call &call)
{
    QJsonObject body;
    if (auto wrong = readBody(call.request, &body))
        return *wrong;
    if (!body.contains(QLatin1String("name")))
        return Answer::error(400, QStringLiteral("Missing required field: name"));
    PlaylistDetails details;
    details.isPublic = true;
    if (auto wrong = readDetails(body, &details))
        return *wrong;
    if (auto wrong = lacksModifyScope(call.grant, details.isPublic))
        return *wrong;
    Playlist &made = world.library.create(Library::Me, details.name);
    made.description = details.description;
    made.isPublic = details.isPublic;
    made.isCollaborative = details.isCollaborative;
    PageRequest page;
    page.limit = 100;
    return Answer::json(Render(world).fullPlaylist(made, nullptr, page), 201);
}

} // namespace

std::optional<Answer> meRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (path == QStringList{QStringLiteral("me")} && call.is("GET"))
        return Answer::json(Render(world).me(call.grant));
    if (path == QStringList{QStringLiteral("me"), QStringLiteral("playlists")}) {
        if (call.is("GET"))
            return myPlaylists(world, call);
        if (call.is("POST"))
            return create(world, call);
    }
    const bool isUsers = path.size() == 3 && path[0] == QLatin1String("users") && path[2] == QLatin1String("playlists");
    if (isUsers && call.is("POST")) {
        if (path[1] != world.library.users()[Library::Me].id)
            return Answer::error(403, QStringLiteral("You cannot create a playlist for another user."));
        return create(world, call);
    }
    return std::nullopt;
}

} // namespace segue::demo
