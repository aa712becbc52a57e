// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/Planner.h"

namespace segue::web
{
class Api;
}

/// A step of a plan as a call, and what may come of it.
namespace segue::playlist
{

/// `snapshotId`: of the list that positions in the step are of; not used for other steps. As calls of the Api
/// otherwise.
void sendStep(web::Api &api, const QString &playlistId, const Step &step, const QString &snapshotId, QObject *context,
              Done<QString> done);

/// The lists that may be there once the step was carried out on `list`, likeliest first.
[[nodiscard]] std::vector<RowList> outcomesOf(const RowList &list, const Step &step, const RowLookup &row);

} // namespace segue::playlist
