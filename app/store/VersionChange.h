// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/Version.h"

namespace segue::store
{

/// Compares two lists. Rows are the same when URI, date and adder are; what is left over is matched by URI alone, since
/// a row gets its true date only when it is read back. Any thread; n log n.
[[nodiscard]] ListChange changeBetween(const ListRows &before, const ListRows &after);

/// Whether the lists have the same URIs in the same order, and rows differ only in dates and adders which the earlier
/// list could not know for sure: no date, or one of at most an hour before `at`, when that list was stored.
[[nodiscard]] bool onlyFreshDatesDiffer(const ListRows &before, const QDateTime &at, const ListRows &after);

} // namespace segue::store
