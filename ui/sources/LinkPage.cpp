// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/LinkPage.h"

#include "app/web/Api.h"
#include "app/web/SpotifyLinks.h"
#include "ui/Account.h"
#include "ui/sources/PageReads.h"

#include <QCoreApplication>

namespace segue::ui::sourcePages
{

using models::SourceItem;
using models::SourcePlace;
using web::SpotifyLink;
using Kind = SpotifyLink::Kind;

namespace
{

/// More would only be skipped.
constexpr int mostNamed = 5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::LinkPage)
};

/// Each link is a page of its own, read when the list has room for it. One that leads nowhere is a hole.
struct Place {
    int offset = 0;
    int total = 0;

    [[nodiscard]] ItemPage page() const
    {
        ItemPage page;
        page.offset = offset;
        page.total = total;
        page.more = offset + 1 < total;
        return page;
    }
    [[nodiscard]] Result<ItemPage> hole(const Error &error) const
    {
        if (error.kind != ErrorKind::NotFound && error.kind != ErrorKind::BadRequest)
            return Unexpected(error);
        ItemPage empty = page();
        empty.holes = 1;
        return empty;
    }
    template <typename T>
    [[nodiscard]] Done<T> only(Done<ItemPage> done) const
    {
        return [place = *this, done = std::move(done)](const Result<T> &found) {
            if (!found) {
                done(place.hole(found.error()));
                return;
            }
            ItemPage page = place.page();
            page.items = {SourceItem::from(*found)};
            done(page);
        };
    }
    /// Without a profile where the service gives none to the account's app: what can be followed is there all the same.
    [[nodiscard]] Done<web::UserProfile> user(const QString &id, Done<ItemPage> done) const
    {
        return [told = only<web::UserProfile>(std::move(done)), id](const Result<web::UserProfile> &found) {
            if (found || found.error().kind != ErrorKind::NotAllowed) {
                told(found);
                return;
            }
            web::UserProfile user;
            user.id = id;
            user.displayName = id;
            told(user);
        };
    }
    [[nodiscard]] Done<QList<web::MediumPtr>> first(Done<ItemPage> done) const
    {
        return [place = *this, done = std::move(done)](const Result<QList<web::MediumPtr>> &found) {
            if (!found || found->isEmpty() || !found->constFirst()) {
                done(place.hole(found ? Error{.kind = ErrorKind::NotFound} : found.error()));
                return;
            }
            ItemPage page = place.page();
            page.items = {SourceItem::from(found->constFirst())};
            done(page);
        };
    }
};

} // namespace

SourcePage linked(const Account &account, const web::SpotifyLinks &links)
{
    QList<SpotifyLink> known = links.links;
    known.removeIf([&account](const SpotifyLink &link) {
        return link.kind == Kind::Local || (link.kind == Kind::User && !account.people);
    });
    SourcePage page;
    SourceView view;
    view.name = Texts::tr("Links");
    view.read = [account, known](const SourcePlace &from, QObject *context, Done<ItemPage> done) -> web::Call {
        if (from.offset >= known.size())
            return {};
        const SpotifyLink &link = known.at(from.offset);
        const Place place{.offset = from.offset, .total = static_cast<int>(known.size())};
        switch (link.kind) {
        case Kind::Track:
        case Kind::Episode:
            return account.api.media({link.uri()}, web::Priority::Visible, context, place.first(std::move(done)));
        case Kind::Album:
            return account.catalogue->album(link.id, context, place.only<web::Album>(std::move(done)));
        case Kind::Artist:
            return account.catalogue->artist(link.id, context, place.only<web::Artist>(std::move(done)));
        case Kind::Show:
            return account.catalogue->show(link.id, context, place.only<web::Show>(std::move(done)));
        case Kind::Playlist:
            return account.api.playlist(link.id, context, place.only<web::Playlist>(std::move(done)));
        case Kind::User:
            return account.people->profile(link.id, context, place.user(link.id, std::move(done)));
        case Kind::Local:
            break;
        }
        return {};
    };
    page.views = {view};
    page.nothing = Texts::tr("Spotify finds nothing at these links.");
    QStringList notes;
    if (!links.notUnderstood.isEmpty())
        notes.append(
            Texts::tr("No link to anything on Spotify: %1").arg(links.notUnderstood.mid(0, mostNamed).join(u'\n')));
    if (known.size() < links.links.size())
        notes.append(Texts::tr("Links to local files lead nowhere but on the computer that has them."));
    page.note = notes.join(u'\n');
    if (known.isEmpty()) {
        page.views.front().read = {};
        page.nothing = page.note;
    }
    return page;
}

} // namespace segue::ui::sourcePages
