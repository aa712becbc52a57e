// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace segue::store
{

/// One position of a playlist, as far as the store keeps it: no title and no other word of Spotify's catalogue.
struct ListRow {
    QString uri; ///< as Spotify names the item, local files too; empty for an entry that it has nothing to tell about
    QDateTime addedAt; ///< to the millisecond; invalid when Spotify does not say. Read back in UTC
    QString addedBy;   ///< user id; may be empty

    friend bool operator==(const ListRow &, const ListRow &) = default;
};
using ListRows = QList<ListRow>;

} // namespace segue::store
