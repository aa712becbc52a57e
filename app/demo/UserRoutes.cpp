// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Paging.h"

namespace segue::demo
{

namespace
{

constexpr int MostOffset = 100'000;

/// Those on the profile.
Answer playlistsOf(World &world, const Call &call, int user)
{
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return *wrong;
    QList<Playlist *> shown;
    for (const auto &playlist : world.library.all()) {
        if (playlist->owner == user && playlist->isPublic && playlist->followers.contains(user))
            shown.append(playlist.get());
    }
    const Render render(world);
    const QString path = QStringLiteral("/users/%1/playlists").arg(world.library.users()[user].id);
    return Answer::json(
        pageOf(render, path, page, shown.size(), [&](qsizetype i) { return render.simplePlaylist(*shown[i]); }));
}

} // namespace

std::optional<Answer> userRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    const bool wantsPlaylists = path.size() == 3 && path[2] == QLatin1String("playlists");
    if (!call.is("GET") || path[0] != QLatin1String("users") || (path.size() != 2 && !wantsPlaylists))
        return std::nullopt;
    const std::optional<int> user = world.library.userOf(path[1]);
    if (!user)
        return Answer::error(404, QStringLiteral("No such user"));
    return wantsPlaylists ? playlistsOf(world, call, *user) : Answer::json(Render(world).publicUser(*user));
}

} // namespace segue::demo
