// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Discography.h"

#include "app/demo/Library.h"

#include <algorithm>
#include <map>
#include <set>

namespace segue::demo
{

namespace
{

std::vector<int> heldTracks(const Library &library)
{
    std::set<int> originals;
    for (const auto &playlist : library.all()) {
        for (const Item &item : playlist->items.now()) {
            if (item.kind == ItemKind::Track || item.kind == ItemKind::Unavailable)
                originals.insert(Catalogue::originalOf(item.index));
        }
    }
    std::vector<int> tracks;
    tracks.reserve(2 * originals.size());
    for (const int track : originals) {
        tracks.push_back(track);
        tracks.push_back(Catalogue::singleOf(track));
        if (library.hasRemake(track))
            tracks.push_back(Catalogue::remakeOf(track));
        if (library.hasReissue(track))
            tracks.push_back(Catalogue::reissueOf(track));
    }
    return tracks;
}

} // namespace

Discography::Discography(const Catalogue &catalogue, const Library &library) : m_tracks(heldTracks(library))
{
    struct Dated {
        QString group;
        QString date;
    };
    std::map<int, Album> albums;
    QHash<int, std::map<int, Dated>> releases;
    QHash<int, std::vector<std::pair<int, int>>> popular;
    for (const int number : m_tracks) {
        const Track track = catalogue.track(number);
        auto album = albums.find(track.album);
        if (album == albums.end())
            album = albums.emplace(track.album, catalogue.album(track.album)).first;
        const auto add = [&](int artist, const QString &group) {
            releases[artist].try_emplace(track.album, Dated{group, album->second.releaseDate});
        };
        add(album->second.artist, album->second.type);
        for (const int artist : track.artists) {
            if (artist != album->second.artist)
                add(artist, QStringLiteral("appears_on"));
            if (number == Catalogue::originalOf(number))
                popular[artist].emplace_back(-track.popularity, number);
        }
    }
    m_albums.reserve(albums.size());
    for (const auto &[number, album] : albums)
        m_albums.push_back(number);
    static const QStringList groups{QStringLiteral("album"), QStringLiteral("single"), QStringLiteral("appears_on")};
    for (auto it = releases.cbegin(); it != releases.cend(); ++it) {
        std::vector<std::pair<int, Dated>> ordered(it->cbegin(), it->cend());
        std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) {
            const auto group = [](const auto &release) { return groups.indexOf(release.second.group); };
            return group(a) != group(b) ? group(a) < group(b) : a.second.date > b.second.date;
        });
        std::vector<Release> &list = m_releases[it.key()];
        for (const auto &[album, dated] : ordered)
            list.push_back({album, dated.group});
    }
    for (auto it = popular.begin(); it != popular.end(); ++it) {
        std::sort(it->begin(), it->end());
        // An artist may be named twice on one track.
        it->erase(std::unique(it->begin(), it->end()), it->end());
        for (const auto &[popularity, number] : *it)
            m_tracksOf[it.key()].push_back(number);
    }
}

std::vector<int> Discography::artists() const
{
    const QList<int> keys = m_releases.keys();
    std::vector<int> list(keys.begin(), keys.end());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace segue::demo
