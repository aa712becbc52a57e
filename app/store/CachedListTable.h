// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/CachedList.h"
#include "app/store/StoreOptions.h"

#include <QSqlDatabase>

#include <optional>

namespace segue::store
{

/// The lists that playlists are opened from, one a playlist. On the store's thread; failures are StoreFailures. Nothing
/// in it is missed when it is lost: what cannot be read is not there.
class CachedListTable
{
public:
    CachedListTable(const QSqlDatabase &database, CacheLimits limits);

    /// In place of the playlist's list before. Lets go of what is over the limits at `now`, perhaps of this one.
    void put(const CachedList &list, const QDateTime &now);
    /// Without pictures when those are too old. Nothing when there is no list, or only one that is too old.
    [[nodiscard]] std::optional<CachedList> read(const QString &playlistId, const QDateTime &now);
    /// Deletes what is too old at `now`, or seems to come from a time after it.
    void removeAged(const QDateTime &now);
    void remove(const QString &playlistId);

private:
    void removeOverBytes();

    QSqlDatabase m_database;
    CacheLimits m_limits;
};

} // namespace segue::store
