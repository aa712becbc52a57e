// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Dialect.h"
#include "app/web/TextPool.h"
#include "app/web/Values.h"

#include <QJsonDocument>

namespace segue::web
{

/// A page of entries as asked for with `offset` and `limit`. Every position gets its entry: null ones, local
/// files and such with odd details too. BadAnswer when positions would be lost: no array, no total, fewer
/// entries than the total promises, more than asked for, another offset, or no entry with a payload at all
/// (what a `fields` filter of the other dialect yields).
[[nodiscard]] Result<EntryPage> parseEntries(const QJsonDocument &answer, Dialect dialect, int offset, int limit,
                                             TextPool &pool);

} // namespace segue::web
