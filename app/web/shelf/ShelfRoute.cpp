// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/shelf/ShelfRoute.h"

#include "app/web/Checks.h"

#include <algorithm>

namespace segue::web
{

namespace
{

constexpr QLatin1String userKind("user");

constexpr ShelfRoute routes[] = {
    {QLatin1String("track"), QLatin1String("tracks"), Subject::Saved},
    {QLatin1String("episode"), QLatin1String("episodes"), Subject::Saved},
    {QLatin1String("album"), QLatin1String("albums"), Subject::Saved},
    {QLatin1String("show"), QLatin1String("shows"), Subject::Saved},
    {QLatin1String("artist"), QLatin1String("following"), Subject::Following},
    {userKind, QLatin1String("following"), Subject::Following},
};

/// Whether the URI names one thing of that kind.
bool isOf(QLatin1String kind, const QString &uri)
{
    const QString prefix = QStringLiteral("spotify:%1:").arg(kind);
    if (!uri.startsWith(prefix))
        return false;
    const QString id = uri.mid(prefix.size());
    return !(kind == userKind ? checks::userId(id) : checks::id(id));
}

} // namespace

Result<ShelfRoute> shelfRouteOf(const QStringList &uris, int most)
{
    if (uris.isEmpty() || uris.size() > most)
        return Unexpected(checks::misuse(QStringLiteral("%1 of %2 things of the library").arg(uris.size()).arg(most)));
    for (const ShelfRoute &route : routes)
        if (std::all_of(uris.begin(), uris.end(), [&route](const QString &uri) { return isOf(route.kind, uri); }))
            return route;
    return Unexpected(checks::misuse(QStringLiteral("not all of one kind that can be saved")));
}

} // namespace segue::web
