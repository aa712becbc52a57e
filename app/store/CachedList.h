// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QDateTime>
#include <QString>

namespace segue::store
{

/// A playlist's list as it was read, to be shown again without reading it.
struct CachedList {
    QString playlistId; ///< never empty
    QString snapshotId; ///< never empty: while Spotify tells this one, it is the list that is there
    QDateTime readAt;   ///< when reading began: all in it is this old
    QList<web::PlaylistEntry> entries;
};

} // namespace segue::store
