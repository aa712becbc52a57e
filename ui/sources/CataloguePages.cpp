// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/CataloguePages.h"

#include "ui/sources/PageReads.h"

#include <QCoreApplication>

namespace segue::ui::sourcePages
{

using models::SourceItem;
using models::SourcePlace;
using web::Catalogue;
using web::MediumPtr;
using web::SearchKind;
using web::SearchResults;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::CataloguePages)
};

template <typename T>
SourceView matches(Catalogue &catalogue, const QString &name, const QString &text, SearchKind kind,
                   web::Page<T> SearchResults::*part)
{
    SourceView view{.name = name};
    view.read = paged<T>([&catalogue, text, kind, part](const SourcePlace &place, QObject *context, auto done) {
        return catalogue.search(text, kind, place.offset, context, [part, done](const Result<SearchResults> &results) {
            done(results ? Result<web::Page<T>>((*results).*part) : Unexpected(results.error()));
        });
    });
    view.holdsMedia = std::is_same_v<T, MediumPtr>;
    return view;
}

SourcePage about(const SourceItem &item)
{
    SourcePage page;
    page.title = item.title;
    page.subtitle = item.subtitle;
    page.link = item.link();
    page.keep = item.uri;
    return page;
}

} // namespace

SourcePage found(Catalogue &catalogue, const QString &text)
{
    SourcePage page;
    page.views = {
        matches(catalogue, Texts::tr("Tracks"), text, SearchKind::Tracks, &SearchResults::tracks),
        matches(catalogue, Texts::tr("Albums"), text, SearchKind::Albums, &SearchResults::albums),
        matches(catalogue, Texts::tr("Artists"), text, SearchKind::Artists, &SearchResults::artists),
        matches(catalogue, Texts::tr("Playlists"), text, SearchKind::Playlists, &SearchResults::playlists),
        matches(catalogue, Texts::tr("Shows"), text, SearchKind::Shows, &SearchResults::shows),
        matches(catalogue, Texts::tr("Episodes"), text, SearchKind::Episodes, &SearchResults::episodes),
    };
    page.nothing = Texts::tr("Nothing was found for “%1”.").arg(text);
    return page;
}

SourcePage album(Catalogue &catalogue, const SourceItem &item)
{
    SourcePage page = about(item);
    if (!item.year.isEmpty())
        page.subtitle = Texts::tr("%1 · %2", "artists, year").arg(item.subtitle, item.year);
    web::Album album;
    album.uri = item.uri;
    album.title = item.title;
    album.images = item.images;
    page.views = {{.name = Texts::tr("Tracks"),
                   .read = paged<MediumPtr>([&catalogue, album](const SourcePlace &place, QObject *context, auto done) {
                       return catalogue.albumTracks(album, place.offset, context, done);
                   }),
                   .items = {},
                   .holdsMedia = true}};
    page.nothing = Texts::tr("There is nothing on this album.");
    return page;
}

SourcePage show(Catalogue &catalogue, const SourceItem &item)
{
    SourcePage page = about(item);
    web::Show show;
    show.uri = item.uri;
    show.title = item.title;
    show.images = item.images;
    page.views = {{.name = Texts::tr("Episodes"),
                   .read = paged<MediumPtr>([&catalogue, show](const SourcePlace &place, QObject *context, auto done) {
                       return catalogue.showEpisodes(show, place.offset, context, done);
                   }),
                   .items = {},
                   .holdsMedia = true}};
    page.nothing = Texts::tr("There are no episodes of this show.");
    page.permission = auth::Permission::Episodes;
    return page;
}

SourcePage artist(Catalogue &catalogue, const SourceItem &item)
{
    SourcePage page = about(item);
    const QString id = item.id();
    page.views = {
        {.name = Texts::tr("Albums"),
         .read = paged<web::Album>([&catalogue, id](const SourcePlace &place, QObject *context, auto done) {
             return catalogue.artistAlbums(id, place.offset, context, done);
         }),
         .items = {}},
        {.name = Texts::tr("Popular tracks"),
         .read =
             [&catalogue, id](const SourcePlace &, QObject *context, Done<ItemPage> done) {
                 return catalogue.artistTopTracks(id, context, asOnlyPage<MediumPtr>(std::move(done)));
             },
         .items = {},
         .holdsMedia = true},
    };
    page.nothing = Texts::tr("Nothing of this artist is there.");
    return page;
}

} // namespace segue::ui::sourcePages
