// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <QJsonDocument>

#include <algorithm>

namespace segue::demo
{

std::optional<Answer> readPage(const Request &request, int mostLimit, int mostOffset, PageRequest *page)
{
    const auto number = [&](QLatin1String name, int least, int most, int *out) {
        if (!request.query.has(name))
            return true;
        bool isNumber = false;
        const int value = request.query.value(name).toInt(&isNumber);
        if (isNumber && value >= least && value <= most)
            *out = value;
        return isNumber && value >= least && value <= most;
    };
    if (!number(QLatin1String("limit"), 1, mostLimit, &page->limit))
        return Answer::error(400, QStringLiteral("Invalid limit"));
    if (!number(QLatin1String("offset"), 0, mostOffset, &page->offset))
        return Answer::error(400, QStringLiteral("Invalid offset"));
    const QStringList types = request.query.value(QLatin1String("additional_types")).split(u',');
    page->withEpisodes = types.contains(QLatin1String("episode"));
    page->withMarket = request.query.has(QLatin1String("market"));
    return std::nullopt;
}

std::optional<Answer> readMarket(const Call &call, PageRequest *request)
{
    const QString market = call.request.query.value(QLatin1String("market"));
    const bool isCode =
        market.size() == 2 && std::all_of(market.begin(), market.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    request->withMarket = call.request.query.has(QLatin1String("market"));
    if (request->withMarket && !isCode && market != QLatin1String("from_token"))
        return Answer::error(400, QStringLiteral("Invalid market code"));
    request->market = market;
    request->withResume = call.grant.has(QLatin1String("user-read-playback-position"));
    return std::nullopt;
}

std::optional<Answer> readIds(const Request &request, int most, QStringList *ids)
{
    const QString text = request.query.value(QLatin1String("ids"));
    if (text.isEmpty())
        return Answer::error(400, QStringLiteral("Missing required field: ids"));
    *ids = text.split(u',');
    if (ids->size() > most)
        return Answer::error(400, QStringLiteral("Too many ids requested"));
    return std::nullopt;
}

std::optional<Answer> findIndex(const World &world, IdKind kind, const QString &id, int *index)
{
    if (!Catalogue::isId(id))
        return Answer::error(400, QStringLiteral("invalid id"));
    const std::optional<int> known = world.catalogue.indexOf(kind, id);
    const bool isKnown = known && (kind == IdKind::Album    ? Catalogue::knowsAlbum(*known)
                                   : kind == IdKind::Artist ? Catalogue::knowsArtist(*known)
                                   : kind == IdKind::Show   ? world.catalogue.knowsShow(*known)
                                                            : true);
    if (!isKnown)
        return Answer::error(404, QStringLiteral("Resource not found"));
    *index = *known;
    return std::nullopt;
}

std::optional<Answer> answerSeveral(const World &world, const Call &call, IdKind kind, int most,
                                    const std::function<QJsonValue(int index)> &make)
{
    QStringList ids;
    if (auto wrong = readIds(call.request, most, &ids))
        return wrong;
    QJsonArray list;
    for (const QString &id : std::as_const(ids)) {
        int index = 0;
        const auto wrong = findIndex(world, kind, id, &index);
        if (wrong && wrong->status != 404)
            return wrong;
        list.append(wrong ? QJsonValue() : make(index));
    }
    return Answer::json(QJsonObject{{call.path.constFirst(), list}});
}

std::optional<Answer> findPlaylist(World &world, const QString &id, Playlist **playlist)
{
    if (!Catalogue::isId(id))
        return Answer::error(400, QStringLiteral("invalid id"));
    *playlist = world.library.find(id);
    if (!*playlist)
        return Answer::error(404, QStringLiteral("Not found."));
    return std::nullopt;
}

std::optional<Answer> readBody(const Request &request, QJsonObject *body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return Answer::error(400, QStringLiteral("Error parsing JSON."));
    *body = document.object();
    return std::nullopt;
}

Answer lacksScope()
{
    return Answer::error(403, QStringLiteral("Insufficient client scope"));
}

std::optional<Answer> lacksModifyScope(const AccessGrant &grant, bool isPublic)
{
    if (grant.has(isPublic ? QLatin1String("playlist-modify-public") : QLatin1String("playlist-modify-private")))
        return std::nullopt;
    return lacksScope();
}

std::optional<Answer> readFields(const Request &request, std::optional<Fields> *fields)
{
    const QString text = request.query.value(QLatin1String("fields"));
    if (text.isEmpty())
        return std::nullopt;
    *fields = Fields::parse(text);
    if (!*fields)
        return Answer::error(400, QStringLiteral("Invalid fields"));
    return std::nullopt;
}

} // namespace segue::demo
