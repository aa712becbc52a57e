// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <QHash>

namespace segue::demo
{

namespace
{

constexpr int MostIds = 50;

/// What the playlists know of tracks and the catalogue does not: those that are gone, or play nowhere. A number that
/// is also that of a track somewhere is none of them.
QHash<int, ItemKind> oddTracks(const World &world)
{
    QHash<int, ItemKind> odd;
    for (const auto &playlist : world.library.all()) {
        for (const Item &item : playlist->items.now()) {
            if (item.kind == ItemKind::Track)
                odd.insert(item.index, item.kind);
            else if (item.kind == ItemKind::Gone || item.kind == ItemKind::Unavailable)
                odd.insert(item.index, odd.value(item.index, item.kind));
        }
    }
    return odd;
}

/// Each of these tracks or episodes as JSON, null for one that is gone; or the error for a wrong id.
std::optional<Answer> readMedia(World &world, const Call &call, const QStringList &ids, QJsonArray *media)
{
    const bool areTracks = call.path.constFirst() == QLatin1String("tracks");
    const QString prefix = areTracks ? QStringLiteral("spotify:track:") : QStringLiteral("spotify:episode:");
    const QHash<int, ItemKind> odd = areTracks ? oddTracks(world) : QHash<int, ItemKind>();
    PageRequest request;
    if (auto wrong = readMarket(call, &request))
        return wrong;
    const Render render(world);
    for (const QString &id : ids) {
        std::optional<Item> item = world.library.itemFor(prefix + id, Library::Me);
        if (!item)
            return Answer::error(400, QStringLiteral("invalid id"));
        if (item->kind == ItemKind::Track)
            item->kind = odd.value(item->index, ItemKind::Track);
        media->append(render.apart(*item, request));
    }
    return std::nullopt;
}

} // namespace

std::optional<Answer> mediaRoutes(World &world, const Call &call)
{
    const QString kind = call.path.constFirst();
    if (!call.is("GET") || call.path.size() > 2 ||
        (kind != QLatin1String("tracks") && kind != QLatin1String("episodes")))
        return std::nullopt;
    QJsonArray media;
    if (call.path.size() == 2) {
        if (auto wrong = readMedia(world, call, {call.path.constLast()}, &media))
            return wrong;
        return media[0].isObject() ? Answer::json(media[0].toObject())
                                   : Answer::error(404, QStringLiteral("Resource not found"));
    }
    QStringList ids;
    if (auto wrong = readIds(call.request, MostIds, &ids))
        return wrong;
    if (auto wrong = readMedia(world, call, ids, &media))
        return wrong;
    return Answer::json(QJsonObject{{kind, media}});
}

} // namespace segue::demo
