// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeCatalogue.h"

#include "tests/support/FakeApi.h"
#include "tests/support/FakePage.h"

namespace segue::test
{

using namespace segue::web;

namespace
{

QString idOf(const QString &uri)
{
    return uri.section(u':', -1);
}

template <typename T>
Result<T> valueOf(const QHash<QString, T> &all, const QString &id)
{
    const auto found = all.constFind(id);
    if (found == all.cend())
        return Unexpected(FakeApi::error(ErrorKind::NotFound, 404));
    return *found;
}

template <typename T>
Result<Page<T>> pageIn(const QHash<QString, QList<T>> &all, const QString &id, int offset, int size)
{
    return valueOf(all, id).map([&](const QList<T> &list) { return pageOf(list, offset, size); });
}

MediumPtr medium(MediumKind kind, const QString &id, const QString &ownerName, const QString &ownerUri)
{
    const bool isEpisode = kind == MediumKind::Episode;
    const QString uri = (isEpisode ? QStringLiteral("spotify:episode:") : QStringLiteral("spotify:track:")) + id;
    auto made = std::make_shared<Medium>(*FakeApi::entry(uri).medium);
    made->kind = kind;
    made->album = ownerName;
    made->albumUri = ownerUri;
    return made;
}

} // namespace

Album &FakeCatalogue::addAlbum(const QString &id, int trackCount)
{
    Album &album = albums[id];
    album.uri = QStringLiteral("spotify:album:") + id;
    album.title = QStringLiteral("Album ") + id;
    album.type = QStringLiteral("album");
    album.artists = {{QStringLiteral("Artist of ") + id, QStringLiteral("spotify:artist:of") + id}};
    album.trackCount = trackCount;
    for (int i = 0; i < trackCount; ++i)
        tracks[id].append(medium(MediumKind::Track, QStringLiteral("%1t%2").arg(id).arg(i), album.title, album.uri));
    return album;
}

Artist &FakeCatalogue::addArtist(const QString &id, const QStringList &albumIds)
{
    Artist &artist = artists[id];
    artist.uri = QStringLiteral("spotify:artist:") + id;
    artist.name = QStringLiteral("Artist ") + id;
    albumsOfArtists[id];
    topTracks[id];
    for (const QString &albumId : albumIds) {
        albumsOfArtists[id].append(albums.value(albumId));
        topTracks[id] += tracks.value(albumId).mid(0, 1);
    }
    return artist;
}

Show &FakeCatalogue::addShow(const QString &id, int episodeCount)
{
    Show &show = shows[id];
    show.uri = QStringLiteral("spotify:show:") + id;
    show.title = QStringLiteral("Show ") + id;
    show.publisher = QStringLiteral("Publisher");
    show.episodeCount = episodeCount;
    for (int i = 0; i < episodeCount; ++i)
        episodes[id].append(medium(MediumKind::Episode, QStringLiteral("%1e%2").arg(id).arg(i), show.title, show.uri));
    return show;
}

Call FakeCatalogue::search(const QString &text, SearchKinds kinds, int offset, QObject *context,
                           Done<SearchResults> done)
{
    log.append(QStringLiteral("search %1 %2 %3").arg(text).arg(kinds.toInt()).arg(offset));
    return answers.answer<SearchResults>(context, std::move(done),
                                         [this, text, kinds, offset]() -> Result<SearchResults> {
                                             const SearchResults all = found.value(text);
                                             SearchResults page;
                                             const auto take = [&](SearchKind kind, auto &into, const auto &from) {
                                                 if (kinds.testFlag(kind))
                                                     into = pageOf(from.items, offset, searchPageSize);
                                             };
                                             take(SearchKind::Tracks, page.tracks, all.tracks);
                                             take(SearchKind::Albums, page.albums, all.albums);
                                             take(SearchKind::Artists, page.artists, all.artists);
                                             take(SearchKind::Playlists, page.playlists, all.playlists);
                                             take(SearchKind::Shows, page.shows, all.shows);
                                             take(SearchKind::Episodes, page.episodes, all.episodes);
                                             return page;
                                         });
}

Call FakeCatalogue::album(const QString &id, QObject *context, Done<Album> done)
{
    log.append(QStringLiteral("album ") + id);
    return answers.answer<Album>(context, std::move(done), [this, id] { return valueOf(albums, id); });
}

Call FakeCatalogue::albumTracks(const Album &album, int offset, QObject *context, Done<Page<MediumPtr>> done)
{
    const QString id = idOf(album.uri);
    log.append(QStringLiteral("albumTracks %1 %2").arg(id).arg(offset));
    return answers.answer<Page<MediumPtr>>(context, std::move(done),
                                           [this, id, offset] { return pageIn(tracks, id, offset, pageSize); });
}

Call FakeCatalogue::artist(const QString &id, QObject *context, Done<Artist> done)
{
    log.append(QStringLiteral("artist ") + id);
    return answers.answer<Artist>(context, std::move(done), [this, id] { return valueOf(artists, id); });
}

Call FakeCatalogue::artistAlbums(const QString &id, int offset, QObject *context, Done<Page<Album>> done)
{
    log.append(QStringLiteral("artistAlbums %1 %2").arg(id).arg(offset));
    return answers.answer<Page<Album>>(context, std::move(done),
                                       [this, id, offset] { return pageIn(albumsOfArtists, id, offset, pageSize); });
}

Call FakeCatalogue::artistTopTracks(const QString &id, QObject *context, Done<QList<MediumPtr>> done)
{
    log.append(QStringLiteral("artistTopTracks ") + id);
    return answers.answer<QList<MediumPtr>>(context, std::move(done), [this, id]() -> Result<QList<MediumPtr>> {
        if (!offersTopTracks)
            return Unexpected(FakeApi::error(ErrorKind::NotAllowed));
        return valueOf(topTracks, id);
    });
}

Call FakeCatalogue::show(const QString &id, QObject *context, Done<Show> done)
{
    log.append(QStringLiteral("show ") + id);
    return answers.answer<Show>(context, std::move(done), [this, id] { return valueOf(shows, id); });
}

Call FakeCatalogue::showEpisodes(const Show &show, int offset, QObject *context, Done<Page<MediumPtr>> done)
{
    const QString id = idOf(show.uri);
    log.append(QStringLiteral("showEpisodes %1 %2").arg(id).arg(offset));
    return answers.answer<Page<MediumPtr>>(context, std::move(done),
                                           [this, id, offset] { return pageIn(episodes, id, offset, pageSize); });
}

} // namespace segue::test
