// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"
#include "app/web/Dialect.h"
#include "app/web/shelf/ShelfRoute.h"

/// The routes of Shelf. Pure functions. Reads name no market: with one, the service answers URIs that were not saved.
namespace segue::web::requests
{

inline constexpr int shelfPageLimit = 50;

/// `what` as in the route: "tracks", "episodes", "albums", "shows".
[[nodiscard]] ApiRequest saved(QLatin1String what, int offset);
/// `after` may be empty.
[[nodiscard]] ApiRequest followedArtists(const QString &after);

[[nodiscard]] ApiRequest save(Dialect dialect, const ShelfRoute &route, const QStringList &uris);
[[nodiscard]] ApiRequest removeSaved(Dialect dialect, const ShelfRoute &route, const QStringList &uris);
[[nodiscard]] ApiRequest containsSaved(Dialect dialect, const ShelfRoute &route, const QStringList &uris);

} // namespace segue::web::requests
