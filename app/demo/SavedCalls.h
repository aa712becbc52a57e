// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Api.h"

namespace segue::demo
{

/// The error for an id that is none of its kind, or that nothing is known of; tracks and episodes may be unknown ones.
std::optional<Answer> checkSavable(World &world, SavedKind kind, const QString &id);

/// The ids of a call that saves, removes or asks: those of the query (at most so many), else of the body ("ids", or an
/// array; at most 50).
std::optional<Answer> readSavedIds(const Call &call, int mostInQuery, QStringList *ids);

} // namespace segue::demo
