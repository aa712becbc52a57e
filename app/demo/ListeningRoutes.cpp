// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Paging.h"

#include <QDateTime>

#include <algorithm>
#include <optional>
#include <vector>

namespace segue::demo
{

namespace
{

constexpr int MostOffset = 100'000;
constexpr std::size_t MostTop = 99;
constexpr quint64 ForTop = 340;

/// So many of the numbers, in an order of the range's own.
std::vector<int> chosen(const Catalogue &catalogue, std::vector<int> numbers, quint64 purpose)
{
    const auto rank = [&](int number) { return catalogue.number(purpose, quint64(number)); };
    const auto end = numbers.begin() + qsizetype(std::min(MostTop, numbers.size()));
    std::partial_sort(numbers.begin(), end, numbers.end(), [&](int a, int b) { return rank(a) < rank(b); });
    numbers.erase(end, numbers.end());
    return numbers;
}

Answer top(World &world, const Call &call, bool areTracks)
{
    static const QStringList ranges{QStringLiteral("short_term"), QStringLiteral("medium_term"),
                                    QStringLiteral("long_term")};
    const bool isSaid = call.request.query.has(QLatin1String("time_range"));
    const QString range = isSaid ? call.request.query.value(QLatin1String("time_range")) : ranges[1];
    if (!ranges.contains(range))
        return Answer::error(400, QStringLiteral("Invalid time range"));
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return *wrong;
    const quint64 purpose = ForTop + quint64(ranges.indexOf(range));
    const Render render(world);
    const QString path = QStringLiteral("/me/top/%1?time_range=%2").arg(call.path[2], range);
    if (!areTracks) {
        const std::vector<int> artists = chosen(world.catalogue, world.discography().artists(), purpose);
        return Answer::json(pageOf(render, path, page, qsizetype(artists.size()),
                                   [&](qsizetype i) { return render.fullArtist(artists[std::size_t(i)]); }));
    }
    std::vector<int> tracks = world.discography().tracks();
    std::erase_if(
        tracks, [&](int track) { return track != Catalogue::originalOf(track) || world.library.isUnavailable(track); });
    tracks = chosen(world.catalogue, std::move(tracks), purpose);
    return Answer::json(pageOf(render, path, page, qsizetype(tracks.size()),
                               [&](qsizetype i) { return render.foundTrack(tracks[std::size_t(i)], page); }));
}

/// A cursor of the query in ms, or the 400.
std::optional<Answer> readCursor(const Call &call, const char *name, std::optional<qint64> *cursor)
{
    if (!call.request.query.has(QLatin1String(name)))
        return std::nullopt;
    bool isNumber = false;
    const qint64 value = call.request.query.value(QLatin1String(name)).toLongLong(&isNumber);
    if (!isNumber || value < 0)
        return Answer::error(400, QStringLiteral("Invalid ") + QLatin1String(name));
    *cursor = value;
    return std::nullopt;
}

QJsonObject played(const Render &render, World &world, const Player::Play &play)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(play.at).toUTC();
    Playlist *playlist = world.library.find(play.playlist);
    QJsonValue context;
    if (playlist) {
        const QJsonObject told = render.simplePlaylist(*playlist);
        context = QJsonObject{{QStringLiteral("external_urls"), told.value(QLatin1String("external_urls"))},
                              {QStringLiteral("href"), told.value(QLatin1String("href"))},
                              {QStringLiteral("type"), QStringLiteral("playlist")},
                              {QStringLiteral("uri"), told.value(QLatin1String("uri"))}};
    }
    return {{QStringLiteral("context"), context},
            {QStringLiteral("played_at"), time.toString(Qt::ISODateWithMs)},
            {QStringLiteral("track"), render.foundTrack(play.track, PageRequest())}};
}

/// The latest come first. Behind `before` comes what is older; `after` gives those that followed next, so that one can
/// go on in either direction.
Answer recentlyPlayed(World &world, const Call &call)
{
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, 0, &page))
        return *wrong;
    std::optional<qint64> before;
    std::optional<qint64> after;
    if (auto wrong = readCursor(call, "before", &before))
        return *wrong;
    if (auto wrong = readCursor(call, "after", &after))
        return *wrong;
    if (before && after)
        return Answer::error(400, QStringLiteral("Can't have both before and after"));
    QList<Player::Play> plays = world.player.history();
    plays.removeIf(
        [&](const Player::Play &play) { return (before && play.at >= *before) || (after && play.at <= *after); });
    const bool isMore = plays.size() > page.limit;
    plays = after ? plays.mid(std::max<qsizetype>(0, plays.size() - page.limit)) : plays.mid(0, page.limit);
    const Render render(world);
    QJsonArray items;
    for (const Player::Play &play : std::as_const(plays))
        items.append(played(render, world, play));
    const QString base = world.base + QStringLiteral("/v1/me/player/recently-played?limit=%1").arg(page.limit);
    const auto address = [&](const char *cursor, qint64 at) {
        return QString(base + u'&' + QLatin1String(cursor) + u'=' + QString::number(at));
    };
    QJsonObject json{{QStringLiteral("cursors"), QJsonValue::Null},
                     {QStringLiteral("href"), before  ? address("before", *before)
                                              : after ? address("after", *after)
                                                      : base},
                     {QStringLiteral("items"), items},
                     {QStringLiteral("limit"), page.limit},
                     {QStringLiteral("next"), QJsonValue::Null}};
    if (!plays.isEmpty()) {
        const qint64 newest = plays.constFirst().at;
        const qint64 oldest = plays.constLast().at;
        json.insert(QStringLiteral("cursors"), QJsonObject{{QStringLiteral("after"), QString::number(newest)},
                                                           {QStringLiteral("before"), QString::number(oldest)}});
        if (isMore)
            json.insert(QStringLiteral("next"), after ? address("after", newest) : address("before", oldest));
    }
    return Answer::json(json);
}

} // namespace

std::optional<Answer> listeningRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (path.size() != 3 || path[0] != QLatin1String("me") || !call.is("GET"))
        return std::nullopt;
    if (path[1] == QLatin1String("player") && path[2] == QLatin1String("recently-played"))
        return call.grant.has(QLatin1String("user-read-recently-played")) ? recentlyPlayed(world, call) : lacksScope();
    const bool areTracks = path[2] == QLatin1String("tracks");
    if (path[1] != QLatin1String("top") || (!areTracks && path[2] != QLatin1String("artists")))
        return std::nullopt;
    return call.grant.has(QLatin1String("user-top-read")) ? top(world, call, areTracks) : lacksScope();
}

} // namespace segue::demo
