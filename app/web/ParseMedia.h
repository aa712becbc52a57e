// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/TextPool.h"
#include "app/web/Values.h"

#include <QJsonDocument>

namespace segue::web
{

/// The track or episode that was asked for by itself. BadAnswer when it says neither URI nor id.
[[nodiscard]] Result<MediumPtr> parseSingleMedium(const QJsonDocument &answer, TextPool &pool);

/// Several of one kind: one for each of the `count` that were asked for, in their order, null where Spotify has nothing
/// to tell. BadAnswer when it cannot be said which is which: no array, or one of another size.
[[nodiscard]] Result<QList<MediumPtr>> parseMedia(const QJsonDocument &answer, MediumKind kind, int count,
                                                  TextPool &pool);

} // namespace segue::web
