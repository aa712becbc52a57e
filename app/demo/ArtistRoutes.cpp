// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Paging.h"

#include <QUrl>

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr int MostIds = 50;
constexpr int MostOffset = 100'000;
constexpr int MostTopTracks = 10;

Answer albums(World &world, const Call &call, int artist)
{
    const bool isItems = world.settings.isItems();
    const Render render(world);
    PageRequest page;
    page.limit = isItems ? 5 : 20;
    if (auto wrong = readMarket(call, &page))
        return *wrong;
    if (auto wrong = readPage(call.request, isItems ? 10 : 50, MostOffset, &page))
        return *wrong;
    std::vector<Discography::Release> releases = world.discography().releasesOf(artist);
    QString path = QStringLiteral("/artists/%1/albums").arg(world.catalogue.id(IdKind::Artist, artist));
    if (call.request.query.has(QLatin1String("include_groups"))) {
        static const QStringList known{QStringLiteral("album"), QStringLiteral("single"), QStringLiteral("appears_on"),
                                       QStringLiteral("compilation")};
        const QString text = call.request.query.value(QLatin1String("include_groups"));
        const QStringList wanted = text.split(u',');
        if (!std::all_of(wanted.begin(), wanted.end(), [](const QString &group) { return known.contains(group); }))
            return Answer::error(400, QStringLiteral("Invalid include_groups"));
        std::erase_if(releases, [&](const auto &release) { return !wanted.contains(release.group); });
        path += QStringLiteral("?include_groups=") + QString::fromLatin1(QUrl::toPercentEncoding(text));
    }
    return Answer::json(pageOf(render, path, page, qsizetype(releases.size()), [&](qsizetype i) {
        const Discography::Release &release = releases[std::size_t(i)];
        QJsonObject album = render.simpleAlbum(release.album);
        if (!isItems)
            album.insert(QStringLiteral("album_group"), release.group);
        return album;
    }));
}

Answer topTracks(World &world, const Call &call, int artist)
{
    PageRequest request;
    if (auto wrong = readMarket(call, &request))
        return *wrong;
    const Render render(world);
    QJsonArray tracks;
    for (const int track : world.discography().tracksOf(artist)) {
        if (!world.library.isUnavailable(track))
            tracks.append(render.foundTrack(track, request));
        if (tracks.size() == MostTopTracks)
            break;
    }
    return Answer::json(QJsonObject{{QStringLiteral("tracks"), tracks}});
}

} // namespace

std::optional<Answer> artistRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (!call.is("GET") || path[0] != QLatin1String("artists") || path.size() > 3)
        return std::nullopt;
    const Render render(world);
    if (path.size() == 1)
        return answerSeveral(world, call, IdKind::Artist, MostIds,
                             [&](int artist) { return render.fullArtist(artist); });
    const bool wantsAlbums = path.value(2) == QLatin1String("albums");
    const bool wantsTop = path.value(2) == QLatin1String("top-tracks");
    if (path.size() == 3 && !wantsAlbums && !wantsTop)
        return std::nullopt;
    int artist = 0;
    if (auto wrong = findIndex(world, IdKind::Artist, path[1], &artist))
        return wrong;
    if (wantsAlbums)
        return albums(world, call, artist);
    if (wantsTop)
        return topTracks(world, call, artist);
    return Answer::json(render.fullArtist(artist));
}

} // namespace segue::demo
