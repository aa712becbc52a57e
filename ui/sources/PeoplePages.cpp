// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/PeoplePages.h"

#include "ui/sources/PageReads.h"

#include <QCoreApplication>

namespace segue::ui::sourcePages
{

using models::SourceItem;
using models::SourcePlace;
using web::People;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::PeoplePages)
};

} // namespace

SourcePage user(People &people, const SourceItem &item)
{
    SourcePage page;
    page.title = item.title;
    page.subtitle = Texts::tr("Playlists on the profile");
    page.link = item.link();
    page.keep = item.uri;
    page.views = {
        {.name = Texts::tr("Playlists"),
         .read = paged<web::Playlist>([&people, id = item.id()](const SourcePlace &place, QObject *context, auto done) {
             return people.playlistsOf(id, place.offset, context, done);
         }),
         .items = {}}};
    page.nothing = Texts::tr("There are no playlists on this profile.");
    return page;
}

SourcePage category(People &people, const SourceItem &item)
{
    SourcePage page;
    page.title = item.title;
    page.views = {
        {.name = Texts::tr("Playlists"),
         .read = paged<web::Playlist>([&people, id = item.id()](const SourcePlace &place, QObject *context, auto done) {
             return people.playlistsOfCategory(id, place.offset, context, done);
         }),
         .items = {}}};
    page.nothing = Texts::tr("There are no playlists in this category.");
    return page;
}

std::vector<SourceView> browseViews(People &people)
{
    return {
        {.name = Texts::tr("Featured playlists"),
         .read = paged<web::Playlist>([&people](const SourcePlace &place, QObject *context, auto done) {
             return people.featured(place.offset, context, [done](const Result<web::FeaturedPlaylists> &featured) {
                 done(featured.map([](const web::FeaturedPlaylists &all) { return all.playlists; }));
             });
         }),
         .items = {}},
        {.name = Texts::tr("Categories"),
         .read = paged<web::Category>([&people](const SourcePlace &place, QObject *context, auto done) {
             return people.categories(place.offset, context, done);
         }),
         .items = {}},
    };
}

} // namespace segue::ui::sourcePages
