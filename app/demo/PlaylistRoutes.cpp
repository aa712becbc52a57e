// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Details.h"

namespace segue::demo
{

namespace
{

constexpr int LongestName = 100;
constexpr int LongestDescription = 300;

bool hasNewline(const QString &text)
{
    return text.contains(u'\n') || text.contains(u'\r');
}

Answer change(World &world, const Call &call, Playlist &playlist)
{
    if (playlist.owner != Library::Me)
        return Answer::error(403, QStringLiteral("You cannot edit a playlist you don't own."));
    if (auto wrong = lacksModifyScope(call.grant, playlist.isPublic))
        return *wrong;
    QJsonObject body;
    if (auto wrong = readBody(call.request, &body))
        return *wrong;
    PlaylistDetails details{playlist.name, playlist.description, playlist.isPublic, playlist.isCollaborative};
    if (auto wrong = readDetails(body, &details))
        return *wrong;
    if (auto wrong = lacksModifyScope(call.grant, details.isPublic))
        return *wrong;
    playlist.name = details.name;
    playlist.description = details.description;
    playlist.isCollaborative = details.isCollaborative;
    if (!world.settings.publicIgnored)
        playlist.isPublic = details.isPublic;
    world.library.touch(playlist, world.lags());
    return Answer::empty(200);
}

Answer get(World &world, const Call &call, Playlist &playlist)
{
    std::optional<Fields> fields;
    if (auto wrong = readFields(call.request, &fields))
        return *wrong;
    PageRequest page;
    if (auto wrong = readPage(call.request, 100, 100'000, &page))
        return *wrong;
    // limit and offset are for the items endpoint; here the first hundred always come along.
    page.limit = 100;
    page.offset = 0;
    return Answer::json(Render(world).fullPlaylist(playlist, fields ? &*fields : nullptr, page));
}

} // namespace

std::optional<Answer> readDetails(const QJsonObject &body, PlaylistDetails *details)
{
    const auto wrongType = [&](const char *name, QJsonValue::Type type) {
        const QJsonValue value = body.value(QLatin1String(name));
        return !value.isUndefined() && value.type() != type;
    };
    if (wrongType("name", QJsonValue::String) || wrongType("description", QJsonValue::String) ||
        wrongType("public", QJsonValue::Bool) || wrongType("collaborative", QJsonValue::Bool))
        return Answer::error(400, QStringLiteral("Error parsing JSON."));
    if (const QJsonValue name = body.value(QLatin1String("name")); name.isString()) {
        details->name = name.toString();
        if (details->name.trimmed().isEmpty())
            return Answer::error(400, QStringLiteral("Missing required field: name"));
        if (hasNewline(details->name))
            return Answer::error(500, QStringLiteral("Server error."));
        if (details->name.size() > LongestName)
            return Answer::error(400, QStringLiteral("Playlist name is too long"));
    }
    if (const QJsonValue description = body.value(QLatin1String("description")); description.isString()) {
        details->description = description.toString();
        if (details->description.isEmpty())
            return Answer::error(400, QStringLiteral("Description may not be empty"));
        if (hasNewline(details->description))
            return Answer::error(500, QStringLiteral("Server error."));
        if (details->description.size() > LongestDescription)
            return Answer::error(400, QStringLiteral("Playlist description is too long"));
    }
    const QJsonValue isPublic = body.value(QLatin1String("public"));
    const QJsonValue isCollaborative = body.value(QLatin1String("collaborative"));
    if (isCollaborative.isBool())
        details->isCollaborative = isCollaborative.toBool();
    if (isPublic.isBool())
        details->isPublic = isPublic.toBool();
    // "public" has to be said along with "collaborative", even of a playlist that is private already.
    const bool unsaid = isCollaborative.toBool() && !isPublic.isBool();
    if (details->isCollaborative && (details->isPublic || unsaid))
        return Answer::error(400, QStringLiteral("Collaborative playlists can only be private."));
    return std::nullopt;
}

std::optional<Answer> playlistRoutes(World &world, const Call &call)
{
    if (call.path.size() != 2 || call.path[0] != QLatin1String("playlists"))
        return std::nullopt;
    Playlist *playlist = nullptr;
    if (auto wrong = findPlaylist(world, call.path[1], &playlist))
        return wrong;
    if (call.is("GET"))
        return get(world, call, *playlist);
    if (call.is("PUT"))
        return change(world, call, *playlist);
    return std::nullopt;
}

} // namespace segue::demo
