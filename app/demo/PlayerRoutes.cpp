// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <algorithm>

namespace segue::demo
{

namespace
{

Answer devices(World &world)
{
    QJsonArray list;
    for (const Device &device : world.player.devices(world.settings.devices)) {
        list.append(
            QJsonObject{{QStringLiteral("id"), device.id.isEmpty() ? QJsonValue() : QJsonValue(device.id)},
                        {QStringLiteral("is_active"), device.isActive},
                        {QStringLiteral("is_private_session"), false},
                        {QStringLiteral("is_restricted"), device.isRestricted},
                        {QStringLiteral("name"), device.name},
                        {QStringLiteral("supports_volume"), !device.isRestricted},
                        {QStringLiteral("type"), device.type},
                        {QStringLiteral("volume_percent"), device.isRestricted ? QJsonValue() : QJsonValue(60)}});
    }
    return Answer::json(QJsonObject{{QStringLiteral("devices"), list}});
}

/// The device that a command goes to, or why there is none.
std::optional<Answer> findDevice(World &world, const Call &call, Device *device)
{
    const QString wanted = call.request.query.value(QLatin1String("device_id"));
    const QList<Device> all = world.player.devices(world.settings.devices);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Device &each) {
        return wanted.isEmpty() ? each.isActive : each.id == wanted;
    });
    if (found == all.end() && (wanted.isEmpty() || all.isEmpty()))
        return Answer::error(404, QStringLiteral("Player command failed: No active device found"),
                             QStringLiteral("NO_ACTIVE_DEVICE"));
    if (found == all.end())
        return Answer::error(404, QStringLiteral("Device not found"));
    if (found->isRestricted)
        return Answer::error(403, QStringLiteral("Player command failed: Restriction violated"),
                             QStringLiteral("UNKNOWN"));
    *device = *found;
    return std::nullopt;
}

/// The URIs of what a context holds, in its order; `hasOrder` is false for an artist.
std::optional<Answer> readContext(World &world, const QString &uri, QStringList *uris, bool *hasOrder)
{
    const QStringList parts = uri.split(u':');
    const QString type = parts.value(1);
    static const QStringList types{QStringLiteral("album"), QStringLiteral("artist"), QStringLiteral("playlist"),
                                   QStringLiteral("show")};
    if (parts.size() != 3 || parts[0] != QLatin1String("spotify") || !types.contains(type))
        return Answer::error(400, QStringLiteral("Invalid context uri"));
    *hasOrder = type != QLatin1String("artist");
    if (type == QLatin1String("playlist")) {
        Playlist *playlist = nullptr;
        if (auto wrong = findPlaylist(world, parts[2], &playlist))
            return wrong;
        for (const Item &item : playlist->items.now())
            uris->append(world.library.uriOf(item));
        return std::nullopt;
    }
    const IdKind kind = type == QLatin1String("album")  ? IdKind::Album
                        : type == QLatin1String("show") ? IdKind::Show
                                                        : IdKind::Artist;
    int index = 0;
    if (auto wrong = findIndex(world, kind, parts[2], &index))
        return wrong;
    if (kind == IdKind::Album) {
        for (const int track : Catalogue::tracksOf(index))
            uris->append(QStringLiteral("spotify:track:") + world.catalogue.id(IdKind::Track, track));
    } else if (kind == IdKind::Show) {
        for (const int episode : world.catalogue.shows().at(index).episodes)
            uris->append(QStringLiteral("spotify:episode:") + world.catalogue.id(IdKind::Episode, episode));
    }
    return std::nullopt;
}

std::optional<Answer> checkOffset(const QJsonValue &offset, const QStringList &uris, bool hasOrder)
{
    if (offset.isUndefined())
        return std::nullopt;
    if (!hasOrder)
        return Answer::error(400, QStringLiteral("Offset is not allowed for this context"));
    const QJsonValue position = offset[QLatin1String("position")];
    const QJsonValue uri = offset[QLatin1String("uri")];
    if (position.isDouble() == uri.isString()) // one of the two
        return Answer::error(400, QStringLiteral("Invalid offset"));
    if (uri.isString())
        return uris.contains(uri.toString()) ? std::nullopt
                                             : std::optional(Answer::error(404, QStringLiteral("Resource not found")));
    const double at = position.toDouble();
    return at >= 0 && at < double(uris.size())
               ? std::nullopt
               : std::optional(Answer::error(400, QStringLiteral("Given positions are out of bounds")));
}

/// The rules of what is to be played; no body at all goes on where it was.
std::optional<Answer> checkPlay(World &world, const Call &call)
{
    if (call.request.body.isEmpty())
        return std::nullopt;
    QJsonObject body;
    if (auto wrong = readBody(call.request, &body))
        return wrong;
    const QJsonValue context = body.value(QLatin1String("context_uri"));
    const QJsonValue uris = body.value(QLatin1String("uris"));
    const QJsonValue from = body.value(QLatin1String("position_ms"));
    const bool hasContext = !context.isUndefined();
    const bool hasUris = !uris.isUndefined();
    const bool isWrongType = (hasContext && !context.isString()) || (hasUris && !uris.isArray()) ||
                             (!from.isUndefined() && !from.isDouble());
    if (isWrongType)
        return Answer::error(400, QStringLiteral("Error parsing JSON."));
    if (hasContext && hasUris)
        return Answer::error(400, QStringLiteral("Can't have both context_uri and uris"));
    if (from.toDouble() < 0)
        return Answer::error(400, QStringLiteral("Invalid position_ms"));
    QStringList held;
    bool hasOrder = true;
    if (hasContext) {
        if (auto wrong = readContext(world, context.toString(), &held, &hasOrder))
            return wrong;
    }
    const QJsonArray listed = uris.toArray();
    if (hasUris && listed.isEmpty())
        return Answer::error(400, QStringLiteral("No uris provided"));
    for (const QJsonValue &uri : listed) {
        if (!world.library.itemFor(uri.toString(), Library::Me))
            return Answer::error(400, QString(QStringLiteral("Invalid track uri: ") + uri.toString()));
        held.append(uri.toString());
    }
    return checkOffset(body.value(QLatin1String("offset")), held, hasOrder);
}

Answer command(World &world, const Call &call, bool isPlay)
{
    if (!world.settings.premium)
        return Answer::error(403, QStringLiteral("Player command failed: Premium required"),
                             QStringLiteral("PREMIUM_REQUIRED"));
    if (isPlay) {
        if (auto wrong = checkPlay(world, call))
            return *wrong;
    } else {
        const QString uri = call.request.query.value(QLatin1String("uri"));
        if (uri.isEmpty())
            return Answer::error(400, QStringLiteral("Missing required field: uri"));
        if (!world.library.itemFor(uri, Library::Me))
            return Answer::error(400, QString(QStringLiteral("Invalid track uri: ") + uri));
    }
    Device device;
    if (auto wrong = findDevice(world, call, &device))
        return *wrong;
    if (isPlay)
        world.player.choose(device.id);
    return Answer::empty(204);
}

} // namespace

std::optional<Answer> playerRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (path.size() != 3 || path[0] != QLatin1String("me") || path[1] != QLatin1String("player"))
        return std::nullopt;
    if (path[2] == QLatin1String("devices") && call.is("GET"))
        return call.grant.has(QLatin1String("user-read-playback-state")) ? devices(world) : lacksScope();
    const bool isPlay = path[2] == QLatin1String("play") && call.is("PUT");
    const bool isQueue = path[2] == QLatin1String("queue") && call.is("POST");
    if (!isPlay && !isQueue)
        return std::nullopt;
    return call.grant.has(QLatin1String("user-modify-playback-state")) ? command(world, call, isPlay) : lacksScope();
}

} // namespace segue::demo
