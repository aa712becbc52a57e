// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/TextPool.h"
#include "app/web/Values.h"

#include <QJsonDocument>

namespace segue::web
{

/// A page of results as asked for with `offset`. Null entries, and those without anything to name them by, are left
/// out. BadAnswer without the frame ("tracks" with an array of items and a total), for entries that are neither objects
/// nor null, and for a page of another offset.
[[nodiscard]] Result<TrackSearchPage> parseTrackSearch(const QJsonDocument &answer, int offset, TextPool &pool);

} // namespace segue::web
