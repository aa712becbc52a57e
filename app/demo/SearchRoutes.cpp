// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <QUrl>

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr int MostOffset = 1000;
constexpr int LongestQuery = 100; ///< as found in 2022; others tell of more

/// The addresses of further pages have it under the other name.
QString queryOf(const Request &request)
{
    const QString query = request.query.value(QLatin1String("q"));
    return query.isEmpty() ? request.query.value(QLatin1String("query")) : query;
}

/// The types asked for, or the 400.
std::optional<Answer> readTypes(const Request &request, QStringList *types)
{
    static const QStringList known{QStringLiteral("album"),    QStringLiteral("artist"), QStringLiteral("playlist"),
                                   QStringLiteral("track"),    QStringLiteral("show"),   QStringLiteral("episode"),
                                   QStringLiteral("audiobook")};
    const QString text = request.query.value(QLatin1String("type"));
    if (text.isEmpty())
        return Answer::error(400, QStringLiteral("Missing parameter type"));
    *types = text.split(u',');
    for (const QString &type : std::as_const(*types)) {
        if (!known.contains(type))
            return Answer::error(400, QStringLiteral("Bad search type field ") + type);
    }
    return std::nullopt;
}

QJsonObject tracks(World &world, const Request &request, const PageRequest &page)
{
    const QString query = queryOf(request);
    std::vector<int> found = world.search().find(query);
    // With a market, what does not play there is not among the results.
    if (page.withMarket)
        std::erase_if(found, [&](int track) { return world.library.isUnavailable(track); });
    const Render render(world);
    const QString path =
        QStringLiteral("/search?query=%1&type=track").arg(QString::fromLatin1(QUrl::toPercentEncoding(query)));
    QJsonObject json = render.pageFrame(path, page.limit, page.offset, qsizetype(found.size()));
    if (page.offset + page.limit > MostOffset)
        json.insert(QStringLiteral("next"), QJsonValue::Null);
    QJsonArray items;
    const std::size_t end = std::min(found.size(), std::size_t(page.offset) + std::size_t(page.limit));
    for (std::size_t i = std::size_t(page.offset); i < end; ++i)
        items.append(render.foundTrack(found[i], page));
    json.insert(QStringLiteral("items"), items);
    return json;
}

Answer search(World &world, const Call &call)
{
    const Request &request = call.request;
    const QString query = queryOf(request);
    if (query.trimmed().isEmpty())
        return Answer::error(400, QStringLiteral("No search query"));
    if (query.size() > LongestQuery)
        return Answer::error(404, QStringLiteral("Not found."));
    QStringList types;
    if (auto wrong = readTypes(request, &types))
        return *wrong;
    const bool isItems = world.settings.isItems();
    PageRequest page;
    page.limit = isItems ? 5 : 20;
    if (auto wrong = readPage(request, isItems ? 10 : 50, MostOffset, &page))
        return *wrong;
    if (auto wrong = readMarket(call, &page))
        return *wrong;
    QJsonObject answer;
    for (const QString &type : std::as_const(types)) {
        QJsonObject none = Render(world).pageFrame(QStringLiteral("/search?type=") + type, page.limit, page.offset, 0);
        none.insert(QStringLiteral("items"), QJsonArray());
        answer.insert(type + u's', type == QLatin1String("track") ? tracks(world, request, page) : none);
    }
    return Answer::json(answer);
}

} // namespace

std::optional<Answer> searchRoutes(World &world, const Call &call)
{
    if (call.path == QStringList{QStringLiteral("search")} && call.is("GET"))
        return search(world, call);
    return std::nullopt;
}

} // namespace segue::demo
