// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

namespace segue::demo
{

namespace
{

constexpr int MostIds = 50;
constexpr int MostOffset = 100'000;

} // namespace

std::optional<Answer> showRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    const bool isEpisodes = path.size() == 3 && path[2] == QLatin1String("episodes");
    if (!call.is("GET") || path[0] != QLatin1String("shows") || (path.size() > 2 && !isEpisodes))
        return std::nullopt;
    const Render render(world);
    PageRequest page;
    if (auto wrong = readMarket(call, &page))
        return wrong;
    if (path.size() == 1)
        return answerSeveral(world, call, IdKind::Show, MostIds, [&](int show) { return render.simpleShow(show); });
    int show = 0;
    if (auto wrong = findIndex(world, IdKind::Show, path[1], &show))
        return wrong;
    if (!isEpisodes)
        return Answer::json(render.fullShow(show, page));
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return wrong;
    return Answer::json(render.showEpisodes(show, page));
}

} // namespace segue::demo
