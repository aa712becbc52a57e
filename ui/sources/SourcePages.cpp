// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourcePages.h"

#include "app/web/SpotifyLinks.h"
#include "ui/Account.h"
#include "ui/sources/CataloguePages.h"
#include "ui/sources/LinkPage.h"
#include "ui/sources/OwnPages.h"
#include "ui/sources/PeoplePages.h"

#include <QRegularExpression>

#include <algorithm>

namespace segue::ui::sourcePages
{

using models::SourceItem;
using web::SpotifyLink;
using Kind = SourceItem::Kind;

namespace
{

/// Nobody looks for an address by its letters.
bool looksLikeLinks(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("^spotify:|\\bspotify\\.(com|link)/"),
                                         QRegularExpression::CaseInsensitiveOption);
    return link.match(text).hasMatch();
}

} // namespace

SourcePage search(const Account &account, const QString &text)
{
    if (text.isEmpty()) {
        SourcePage home;
        home.views.push_back({.name = {}, .read = {}, .items = places(account)});
        return home;
    }
    const web::SpotifyLinks links = web::parseSpotifyLinks(text);
    // A word may look like a bare id.
    const auto isNamed = [&text](const SpotifyLink &link) { return link.id != text; };
    if ((!links.links.isEmpty() || looksLikeLinks(text)) &&
        std::all_of(links.links.begin(), links.links.end(), isNamed))
        return linked(account, links);
    return found(*account.catalogue, text);
}

SourcePage of(const Account &account, const SourceItem &item)
{
    switch (item.kind) {
    case Kind::Album:
        return album(*account.catalogue, item);
    case Kind::Artist:
        return artist(*account.catalogue, item);
    case Kind::Show:
        return show(*account.catalogue, item);
    case Kind::User:
        return account.people ? user(*account.people, item) : SourcePage{.title = item.title};
    case Kind::Category:
        return category(*account.people, item);
    case Kind::Place:
        return place(account, item);
    case Kind::Track:
    case Kind::Episode:
    case Kind::Playlist:
        break;
    }
    return {.title = item.title};
}

} // namespace segue::ui::sourcePages
