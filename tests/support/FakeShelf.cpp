// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeShelf.h"

#include "tests/support/FakeApi.h"
#include "tests/support/FakePage.h"

#include <algorithm>

namespace segue::test
{

using namespace segue::web;

namespace
{

QString kindOf(const QString &uri)
{
    return uri.section(u':', 1, 1);
}

QString uriOf(const SavedMedium &saved)
{
    return saved.medium->uri;
}
QString uriOf(const Album &album)
{
    return album.uri;
}
QString uriOf(const Show &show)
{
    return show.uri;
}
QString uriOf(const Artist &artist)
{
    return artist.uri;
}
QString uriOf(const QString &uri)
{
    return uri;
}

/// What becomes of one list; false for URIs of another kind.
template <typename Shelf, typename Change>
bool inListOf(Shelf &shelf, const QString &uri, Change change)
{
    const QString kind = kindOf(uri);
    if (kind == QLatin1String("track"))
        change(shelf.tracks);
    else if (kind == QLatin1String("episode"))
        change(shelf.episodes);
    else if (kind == QLatin1String("album"))
        change(shelf.albums);
    else if (kind == QLatin1String("show"))
        change(shelf.shows);
    else if (kind == QLatin1String("artist"))
        change(shelf.artists);
    else if (kind == QLatin1String("user"))
        change(shelf.users);
    else
        return false;
    return true;
}

void make(SavedMedium &saved, const QString &uri)
{
    auto medium = std::make_shared<Medium>(*FakeApi::entry(uri).medium);
    if (kindOf(uri) == QLatin1String("episode"))
        medium->kind = MediumKind::Episode;
    saved = {medium, QDateTime::currentDateTimeUtc()};
}
void make(Album &album, const QString &uri)
{
    album.uri = uri;
    album.title = uri.section(u':', -1);
}
void make(Show &show, const QString &uri)
{
    show.uri = uri;
    show.title = uri.section(u':', -1);
}
void make(Artist &artist, const QString &uri)
{
    artist.uri = uri;
    artist.name = uri.section(u':', -1);
}
void make(QString &user, const QString &uri)
{
    user = uri;
}

} // namespace

void FakeShelf::put(const QString &uri)
{
    if (has(uri))
        return;
    inListOf(*this, uri, [&uri](auto &list) {
        typename std::decay_t<decltype(list)>::value_type item;
        make(item, uri);
        list.prepend(item);
    });
}

void FakeShelf::take(const QString &uri)
{
    inListOf(*this, uri,
             [&uri](auto &list) { list.removeIf([&uri](const auto &item) { return uriOf(item) == uri; }); });
}

bool FakeShelf::has(const QString &uri) const
{
    bool found = false;
    inListOf(*this, uri, [&](const auto &list) {
        found = std::any_of(list.begin(), list.end(), [&uri](const auto &item) { return uriOf(item) == uri; });
    });
    return found;
}

template <typename T>
Call FakeShelf::page(const char *name, const QList<T> &all, int offset, QObject *context, Done<Page<T>> done)
{
    log.append(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(offset));
    return answers.answer<Page<T>>(context, std::move(done),
                                   [this, &all, offset] { return pageOf(all, offset, pageSize); });
}

Call FakeShelf::savedTracks(int offset, QObject *context, Done<Page<SavedMedium>> done)
{
    return page("savedTracks", tracks, offset, context, std::move(done));
}

Call FakeShelf::savedEpisodes(int offset, QObject *context, Done<Page<SavedMedium>> done)
{
    return page("savedEpisodes", episodes, offset, context, std::move(done));
}

Call FakeShelf::savedAlbums(int offset, QObject *context, Done<Page<Album>> done)
{
    return page("savedAlbums", albums, offset, context, std::move(done));
}

Call FakeShelf::savedShows(int offset, QObject *context, Done<Page<Show>> done)
{
    return page("savedShows", shows, offset, context, std::move(done));
}

Call FakeShelf::followedArtists(const QString &after, QObject *context, Done<Page<Artist>> done)
{
    log.append(QStringLiteral("followedArtists ") + after);
    return answers.answer<Page<Artist>>(context, std::move(done), [this, after] {
        const auto last = std::find_if(artists.cbegin(), artists.cend(),
                                       [&after](const Artist &artist) { return artist.uri == after; });
        const auto begin = last == artists.cend() ? 0 : static_cast<int>(last - artists.cbegin()) + 1;
        Page<Artist> page = pageOf(artists, begin, pageSize);
        page.offset = 0;
        if (page.more)
            page.after = page.items.constLast().uri;
        return page;
    });
}

template <typename Change>
Call FakeShelf::write(const char *name, const QStringList &uris, QObject *context, Done<Nothing> done, Change change)
{
    log.append(QStringLiteral("%1 %2").arg(QLatin1String(name), uris.join(u',')));
    return answers.answer<Nothing>(context, std::move(done), [uris, change] {
        for (const QString &uri : uris)
            change(uri);
        return Nothing{};
    });
}

Call FakeShelf::save(const QStringList &uris, QObject *context, Done<Nothing> done)
{
    return write("save", uris, context, std::move(done), [this](const QString &uri) { put(uri); });
}

Call FakeShelf::remove(const QStringList &uris, QObject *context, Done<Nothing> done)
{
    return write("remove", uris, context, std::move(done), [this](const QString &uri) { take(uri); });
}

Call FakeShelf::contains(const QStringList &uris, QObject *context, Done<QList<bool>> done)
{
    log.append(QStringLiteral("contains ") + uris.join(u','));
    return answers.answer<QList<bool>>(context, std::move(done), [this, uris] {
        QList<bool> contained;
        for (const QString &uri : uris)
            contained.append(has(uri));
        return contained;
    });
}

} // namespace segue::test
