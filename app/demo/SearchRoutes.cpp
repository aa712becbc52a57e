// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Paging.h"

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

/// One page of the results of a type, which `make` turns into JSON.
template <typename Found, typename Make>
QJsonObject results(const Render &render, const QString &type, const QString &query, const PageRequest &page,
                    const Found &found, Make make)
{
    const QString path =
        QStringLiteral("/search?query=%1&type=%2").arg(QString::fromLatin1(QUrl::toPercentEncoding(query)), type);
    QJsonObject json = pageOf(render, path, page, qsizetype(found.size()),
                              [&](qsizetype i) -> QJsonValue { return make(found[typename Found::size_type(i)]); });
    if (page.offset + page.limit > MostOffset)
        json.insert(QStringLiteral("next"), QJsonValue::Null);
    return json;
}

/// The playlists on anybody's profile.
std::vector<Playlist *> publicPlaylists(World &world, const QString &query)
{
    std::vector<Playlist *> found;
    for (const auto &playlist : world.library.all()) {
        if (playlist->isPublic && SearchIndex::matches(query, playlist->name, playlist->description))
            found.push_back(playlist.get());
    }
    return found;
}

std::vector<int> shows(const World &world, const QString &query)
{
    std::vector<int> found;
    for (qsizetype i = 0; i < world.catalogue.shows().size(); ++i) {
        if (SearchIndex::matches(query, world.catalogue.shows()[i].name, {}))
            found.push_back(int(i));
    }
    return found;
}

std::vector<int> episodes(const World &world, const QString &query)
{
    std::vector<int> found;
    for (int i = Catalogue::EpisodesOfAll - 1; i >= 0; --i) {
        const Episode episode = world.catalogue.episode(i);
        if (SearchIndex::matches(query, episode.name, episode.showName))
            found.push_back(i);
    }
    return found;
}

QJsonObject found(World &world, const QString &type, const QString &query, const PageRequest &page)
{
    const Render render(world);
    const auto answer = [&](const auto &list, const auto &make) {
        return results(render, type, query, page, list, make);
    };
    if (type == QLatin1String("album"))
        return answer(world.search().find(IdKind::Album, query), [&](int i) { return render.simpleAlbum(i); });
    if (type == QLatin1String("artist"))
        return answer(world.search().find(IdKind::Artist, query), [&](int i) { return render.fullArtist(i); });
    if (type == QLatin1String("show"))
        return answer(shows(world, query), [&](int i) { return render.simpleShow(i); });
    if (type == QLatin1String("episode")) {
        return answer(episodes(world, query), [&](int i) {
            QJsonObject episode = render.foundEpisode(i, page);
            episode.remove(QLatin1String("show"));
            return episode;
        });
    }
    if (type == QLatin1String("playlist")) {
        int nth = 0;
        return answer(publicPlaylists(world, query), [&](Playlist *playlist) -> QJsonValue {
            const bool isLeftOut = world.settings.nullResults && nth++ % 3 == 1;
            return isLeftOut ? QJsonValue() : QJsonValue(render.simplePlaylist(*playlist));
        });
    }
    if (type == QLatin1String("audiobook")) // there are none
        return answer(std::vector<int>(), [](int) { return QJsonValue(); });
    std::vector<int> tracks = world.search().find(IdKind::Track, query);
    // With a market, what does not play there is not among the results.
    if (page.withMarket)
        std::erase_if(tracks, [&](int track) { return world.library.isUnavailable(track); });
    return answer(tracks, [&](int i) { return render.foundTrack(i, page); });
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
    for (const QString &type : std::as_const(types))
        answer.insert(type + u's', found(world, type, query, page));
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
