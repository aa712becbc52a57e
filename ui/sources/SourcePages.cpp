// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourcePages.h"

#include <QCoreApplication>

namespace segue::ui::sourcePages
{

using models::asSource;
using models::SourceItem;
using models::SourcePlace;
using web::Catalogue;
using web::SearchKind;
using web::SearchResults;
using Kind = SourceItem::Kind;
using Page = web::Page<SourceItem>;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::SourcePages)
};

template <typename T>
Done<web::Page<T>> asPage(Done<Page> done)
{
    return [done = std::move(done)](const Result<web::Page<T>> &page) {
        done(page ? Result<Page>(asSource(*page)) : Result<Page>(Unexpected(page.error())));
    };
}

template <typename T>
SourceView found(Catalogue &catalogue, const QString &name, const QString &text, SearchKind kind,
                 web::Page<T> SearchResults::*part)
{
    const auto read = [&catalogue, text, kind, part](const SourcePlace &place, QObject *context, Done<Page> done) {
        return catalogue.search(
            text, kind, place.offset, context, [part, done = std::move(done)](const Result<SearchResults> &results) {
                done(results ? Result<Page>(asSource((*results).*part)) : Result<Page>(Unexpected(results.error())));
            });
    };
    return {.name = name, .read = text.isEmpty() ? models::SourceListModel::Read() : read};
}

SourcePage pageOf(const SourceItem &item)
{
    SourcePage page;
    page.title = item.title;
    page.subtitle = item.subtitle;
    page.link = item.link();
    return page;
}

SourcePage albumPage(Catalogue &catalogue, const SourceItem &item)
{
    SourcePage page = pageOf(item);
    if (!item.year.isEmpty())
        page.subtitle = Texts::tr("%1 · %2").arg(item.subtitle, item.year);
    web::Album album;
    album.uri = item.uri;
    album.title = item.title;
    album.images = item.images;
    page.views = {{.name = Texts::tr("Tracks"),
                   .read = [&catalogue, album](const SourcePlace &place, QObject *context, Done<Page> done) {
                       return catalogue.albumTracks(album, place.offset, context,
                                                    asPage<web::MediumPtr>(std::move(done)));
                   }}};
    page.nothing = Texts::tr("There is nothing on this album.");
    return page;
}

SourcePage showPage(Catalogue &catalogue, const SourceItem &item)
{
    SourcePage page = pageOf(item);
    web::Show show;
    show.uri = item.uri;
    show.title = item.title;
    show.images = item.images;
    page.views = {{.name = Texts::tr("Episodes"),
                   .read = [&catalogue, show](const SourcePlace &place, QObject *context, Done<Page> done) {
                       return catalogue.showEpisodes(show, place.offset, context,
                                                     asPage<web::MediumPtr>(std::move(done)));
                   }}};
    page.nothing = Texts::tr("There are no episodes of this show.");
    return page;
}

SourcePage artistPage(Catalogue &catalogue, const SourceItem &item)
{
    SourcePage page = pageOf(item);
    const QString id = item.id();
    page.views = {
        {.name = Texts::tr("Albums"),
         .read =
             [&catalogue, id](const SourcePlace &place, QObject *context, Done<Page> done) {
                 return catalogue.artistAlbums(id, place.offset, context, asPage<web::Album>(std::move(done)));
             }},
        {.name = Texts::tr("Popular tracks"),
         .read =
             [&catalogue, id](const SourcePlace &, QObject *context, Done<Page> done) {
                 return catalogue.artistTopTracks(
                     id, context, [done = std::move(done)](const Result<QList<web::MediumPtr>> &tracks) {
                         if (!tracks) {
                             done(Unexpected(tracks.error()));
                             return;
                         }
                         web::Page<web::MediumPtr> all;
                         all.items = *tracks;
                         all.total = static_cast<int>(tracks->size());
                         done(asSource(all));
                     });
             }},
    };
    page.nothing = Texts::tr("Nothing of this artist is there.");
    return page;
}

} // namespace

SourcePage search(Catalogue &catalogue, const QString &text)
{
    SourcePage page;
    page.views = {
        found(catalogue, Texts::tr("Tracks"), text, SearchKind::Tracks, &SearchResults::tracks),
        found(catalogue, Texts::tr("Albums"), text, SearchKind::Albums, &SearchResults::albums),
        found(catalogue, Texts::tr("Artists"), text, SearchKind::Artists, &SearchResults::artists),
        found(catalogue, Texts::tr("Playlists"), text, SearchKind::Playlists, &SearchResults::playlists),
        found(catalogue, Texts::tr("Shows"), text, SearchKind::Shows, &SearchResults::shows),
        found(catalogue, Texts::tr("Episodes"), text, SearchKind::Episodes, &SearchResults::episodes),
    };
    page.nothing = text.isEmpty() ? QString() : Texts::tr("Nothing was found for “%1”.").arg(text);
    return page;
}

SourcePage of(Catalogue &catalogue, const SourceItem &item)
{
    switch (item.kind) {
    case Kind::Album:
        return albumPage(catalogue, item);
    case Kind::Artist:
        return artistPage(catalogue, item);
    case Kind::Show:
        return showPage(catalogue, item);
    case Kind::Track:
    case Kind::Episode:
    case Kind::Playlist:
        break;
    }
    return pageOf(item);
}

} // namespace segue::ui::sourcePages
