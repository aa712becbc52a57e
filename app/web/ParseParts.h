// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QJsonObject>
#include <QLatin1String>

namespace segue::web
{

class TextPool;

// What tracks, episodes, albums, artists and shows have in common.

/// The URI, made of type and id where it is not told; empty without those as well. `type` where that is not told
/// either.
[[nodiscard]] QString uriOf(const QJsonObject &object, QLatin1String type = {});

/// Those without a name are left out.
[[nodiscard]] QList<ArtistRef> artistsOf(const QJsonObject &object, TextPool &pool);

[[nodiscard]] ReleaseDate releaseOf(const QJsonObject &object);

} // namespace segue::web
