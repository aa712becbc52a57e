// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

namespace segue::demo
{

namespace
{

constexpr int MostIds = 20;
constexpr int MostOffset = 100'000;

} // namespace

std::optional<Answer> albumRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    const bool isTracks = path.size() == 3 && path[2] == QLatin1String("tracks");
    if (!call.is("GET") || path[0] != QLatin1String("albums") || (path.size() > 2 && !isTracks))
        return std::nullopt;
    const Render render(world);
    PageRequest page;
    if (auto wrong = readMarket(call, &page))
        return wrong;
    if (path.size() == 1)
        return answerSeveral(world, call, IdKind::Album, MostIds,
                             [&](int album) { return render.fullAlbum(album, page); });
    int album = 0;
    if (auto wrong = findIndex(world, IdKind::Album, path[1], &album))
        return wrong;
    if (!isTracks)
        return Answer::json(render.fullAlbum(album, page));
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return wrong;
    return Answer::json(render.albumTracks(album, page));
}

} // namespace segue::demo
