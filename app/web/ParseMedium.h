// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/TextPool.h"
#include "app/web/Values.h"

#include <QJsonObject>

namespace segue::web
{

/// With a market, the service gives another release of a track in the place of one that does not play there.
enum class NamedBy {
    Original, ///< the URI that it was asked by, which is the one that edits of a playlist know
    Played,   ///< the URI of the release that is given
};

/// A track, an episode or a local file. Odd and missing details are left out; null without anything to name it by.
[[nodiscard]] MediumPtr parseMedium(const QJsonObject &payload, NamedBy named, bool entryIsLocal, TextPool &pool);

} // namespace segue::web
