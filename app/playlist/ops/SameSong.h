// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

namespace segue::playlist
{

/// What tracks of one title and first artist have in common (see sameTextKey()); whether they are nearly as long is for
/// the caller to compare. Empty for what is not told apart that way: shows repeat the titles of their episodes, and
/// without a length there is nothing to compare. Pure; any thread.
[[nodiscard]] QString songKey(const web::Medium &medium);

} // namespace segue::playlist
