// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/ListRow.h"

#include <span>
#include <vector>

namespace segue::store
{

/// Cuts a list into runs of some 100 rows, where the rows themselves say so: an edit changes the runs that it touches
/// and leaves all others equal, however far they moved. Versions of a list so share most of their runs.
[[nodiscard]] std::vector<std::span<const ListRow>> chunksOf(const ListRows &rows);

} // namespace segue::store
