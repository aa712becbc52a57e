// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/ApiRequest.h"

#include <QStringList>

namespace segue::web
{

/// Where the "tracks" dialect keeps one kind of things that can be saved or followed.
struct ShelfRoute {
    QLatin1String kind; ///< as in the URI
    QLatin1String path; ///< below me/
    Subject subject;    ///< Saved or Following
};

/// Of these URIs. InvalidInput unless they are of one such kind, at least one, at most `most`.
[[nodiscard]] Result<ShelfRoute> shelfRouteOf(const QStringList &uris, int most);

} // namespace segue::web
