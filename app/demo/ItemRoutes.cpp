// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/ItemWrites.h"

namespace segue::demo
{

namespace
{

Answer read(World &world, const Call &call, Playlist &playlist)
{
    const Render render(world);
    if (!render.mayReadItems(playlist))
        return Answer::error(403, QStringLiteral("Forbidden"));
    PageRequest page;
    const int usual = world.settings.isItems() ? 50 : 100;
    if (auto wrong =
            readPage(call.request, world.settings.pageLimit > 0 ? world.settings.pageLimit : usual, 1'000'000, &page))
        return *wrong;
    std::optional<Fields> fields;
    if (auto wrong = readFields(call.request, &fields))
        return *wrong;
    Answer answer = Answer::json(render.itemsPage(playlist, page, fields ? &*fields : nullptr));
    if (world.settings.repeatedItems && answer.body.contains("\"items\":"))
        answer.body.replace(0, 1, "{\"items\":[{\"added_at\":null}],");
    return answer;
}

} // namespace

std::optional<Answer> itemRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    const bool isOurs = path.size() == 3 && path[0] == QLatin1String("playlists") &&
                        (path[2] == QLatin1String("items") || path[2] == QLatin1String("tracks"));
    if (!isOurs)
        return std::nullopt;
    Playlist *playlist = nullptr;
    if (auto wrong = findPlaylist(world, path[1], &playlist))
        return wrong;
    if (call.is("GET"))
        return read(world, call, *playlist);
    ItemWrites writes(world, *playlist);
    if (call.is("POST"))
        return writes.add(call);
    if (call.is("DELETE"))
        return writes.remove(call);
    if (call.is("PUT"))
        return writes.reorderOrReplace(call);
    return std::nullopt;
}

} // namespace segue::demo
