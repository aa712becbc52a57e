// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/StepCall.h"

#include "app/web/Api.h"

#include <utility>

namespace segue::playlist
{

void sendStep(web::Api &api, const QString &playlistId, const Step &step, const QString &snapshotId, QObject *context,
              Done<QString> done)
{
    if (const auto *move = std::get_if<MoveStep>(&step)) {
        api.reorder(playlistId, move->call, context, std::move(done));
    } else if (const auto *replace = std::get_if<ReplaceStep>(&step)) {
        api.replaceItems(playlistId, replace->uris, context, std::move(done));
    } else if (const auto *add = std::get_if<AddStep>(&step)) {
        api.addItems(playlistId, add->uris, add->position, context, std::move(done));
    } else {
        const auto &remove = std::get<RemoveStep>(step);
        api.removeItems(playlistId, remove.targets, remove.usesPositions() ? snapshotId : QString(), context,
                        std::move(done));
    }
}

std::vector<RowList> outcomesOf(const RowList &list, const Step &step, const RowLookup &row)
{
    std::vector<RowList> lists{applied(list, step)};
    if (const auto *remove = std::get_if<RemoveStep>(&step))
        lists.push_back(appliedWithoutPositions(list, *remove, row));
    return lists;
}

} // namespace segue::playlist
