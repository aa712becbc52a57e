// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/OwnPages.h"

#include "ui/Account.h"
#include "ui/sources/PageReads.h"
#include "ui/sources/PeoplePages.h"

#include <QCoreApplication>

namespace segue::ui::sourcePages
{

using models::SourceItem;
using models::SourcePlace;
using web::Listening;
using web::Shelf;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::OwnPages)
};

const QString likedUri = QStringLiteral("segue:place:liked");
const QString savedUri = QStringLiteral("segue:place:saved");
const QString artistsUri = QStringLiteral("segue:place:artists");
const QString topUri = QStringLiteral("segue:place:top");
const QString recentUri = QStringLiteral("segue:place:recent");
const QString browseUri = QStringLiteral("segue:place:browse");

SourceItem placeItem(const QString &uri, const QString &title, const QString &subtitle, const QString &icon)
{
    SourceItem item;
    item.kind = SourceItem::Kind::Place;
    item.uri = uri;
    item.title = title;
    item.subtitle = subtitle;
    item.icon = icon;
    return item;
}

/// Of a list that is read by offset.
template <typename T>
SourceView saved(Shelf &shelf, const QString &name,
                 web::Call (Shelf::*list)(int offset, QObject *context, Done<web::Page<T>> done))
{
    return {.name = name,
            .read = paged<T>([&shelf, list](const SourcePlace &place, QObject *context, auto done) {
                return (shelf.*list)(place.offset, context, done);
            }),
            .items = {},
            .holdsMedia = std::is_same_v<T, web::SavedMedium>};
}

std::vector<SourceView> topViews(Listening &listening)
{
    const auto tracks = [&listening](const QString &name, web::TopRange range) {
        return SourceView{
            .name = name,
            .read = paged<web::MediumPtr>([&listening, range](const SourcePlace &place, QObject *context, auto done) {
                return listening.topTracks(range, place.offset, context, done);
            }),
            .items = {},
            .holdsMedia = true};
    };
    const auto artists = [&listening](const QString &name, web::TopRange range) {
        return SourceView{
            .name = name,
            .read = paged<web::Artist>([&listening, range](const SourcePlace &place, QObject *context, auto done) {
                return listening.topArtists(range, place.offset, context, done);
            }),
            .items = {}};
    };
    using web::TopRange;
    return {tracks(Texts::tr("Tracks, last month"), TopRange::Weeks),
            tracks(Texts::tr("Tracks, half a year"), TopRange::Months),
            tracks(Texts::tr("Tracks, a year"), TopRange::Years),
            artists(Texts::tr("Artists, last month"), TopRange::Weeks),
            artists(Texts::tr("Artists, half a year"), TopRange::Months),
            artists(Texts::tr("Artists, a year"), TopRange::Years)};
}

} // namespace

QList<SourceItem> places(const Account &account)
{
    QList<SourceItem> out;
    if (account.shelf) {
        out.append(placeItem(likedUri, Texts::tr("Liked Songs"), Texts::tr("Tracks that you have saved"),
                             QStringLiteral("heart")));
        out.append(placeItem(savedUri, Texts::tr("Saved albums and shows"), Texts::tr("Also single episodes"),
                             QStringLiteral("album")));
        out.append(
            placeItem(artistsUri, Texts::tr("Artists"), Texts::tr("Those you follow"), QStringLiteral("artist")));
    }
    if (account.listening) {
        out.append(
            placeItem(topUri, Texts::tr("Most listened to"), Texts::tr("Tracks and artists"), QStringLiteral("chart")));
        out.append(placeItem(recentUri, Texts::tr("Recently played"), Texts::tr("The last 50 tracks"),
                             QStringLiteral("clock")));
    }
    if (account.people)
        out.append(placeItem(browseUri, Texts::tr("Browse"), Texts::tr("What Spotify puts on show"),
                             QStringLiteral("browse")));
    return out;
}

SourcePage place(const Account &account, const SourceItem &item)
{
    SourcePage page;
    page.title = item.title;
    page.subtitle = item.subtitle;
    page.nothing = Texts::tr("There is nothing here yet.");
    if (item.uri == likedUri) {
        page.link = QUrl(QStringLiteral("https://open.spotify.com/collection/tracks"));
        page.views = {saved<web::SavedMedium>(*account.shelf, Texts::tr("Tracks"), &Shelf::savedTracks)};
        page.nothing = Texts::tr("You have saved no tracks yet.");
    } else if (item.uri == savedUri) {
        page.views = {saved<web::Album>(*account.shelf, Texts::tr("Albums"), &Shelf::savedAlbums),
                      saved<web::Show>(*account.shelf, Texts::tr("Shows"), &Shelf::savedShows),
                      saved<web::SavedMedium>(*account.shelf, Texts::tr("Episodes"), &Shelf::savedEpisodes)};
        page.permission = auth::Permission::Episodes;
        page.nothing = Texts::tr("You have saved none yet.");
    } else if (item.uri == artistsUri) {
        page.views = {
            {.name = item.title,
             .read = paged<web::Artist>([shelf = account.shelf](const SourcePlace &from, QObject *context, auto done) {
                 return shelf->followedArtists(from.after, context, done);
             }),
             .items = {}}};
        page.permission = auth::Permission::Following;
        page.nothing = Texts::tr("You follow no artists yet.");
    } else if (item.uri == topUri) {
        page.views = topViews(*account.listening);
        page.permission = auth::Permission::Listening;
        page.nothing = Texts::tr("Spotify does not know yet what you listen to most.");
    } else if (item.uri == recentUri) {
        page.views = {{.name = item.title,
                       .read = paged<web::PlayedMedium>(
                           [listening = account.listening](const SourcePlace &from, QObject *context, auto done) {
                               return listening->recentlyPlayed(from.after, context, done);
                           }),
                       .items = {},
                       .holdsMedia = true}};
        page.permission = auth::Permission::Listening;
        page.nothing = Texts::tr("You have played nothing lately.");
    } else if (item.uri == browseUri) {
        page.views = browseViews(*account.people);
        page.nothing = Texts::tr("Spotify puts nothing on show at the moment.");
    }
    return page;
}

} // namespace segue::ui::sourcePages
