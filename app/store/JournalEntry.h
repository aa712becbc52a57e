// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/ListRow.h"
#include "app/web/Values.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace segue::store
{

/// One position of a wanted list: a row that Spotify has, or one that it is to get.
struct WantedRow {
    int serverIndex = -1;     ///< position in the entry's server list; -1: `added` tells the row
    web::PlaylistEntry added; ///< only kept for serverIndex -1, and without pictures, whose addresses do not last
};

/// The unfinished edit of one playlist: what Spotify had when it was last known, and what the user wants.
struct JournalEntry {
    QString playlistId; ///< never empty
    QString playlistName;
    QDateTime savedAt;
    QString what;       ///< the edit's name, as undo shows it
    QString snapshotId; ///< of the server list; a hint
    ListRows server;
    /// Positions in `server`, ascending: rows that a call of ours may have taken away, or may not have added, for its
    /// answer was not known when this was written. When they are not there, that was not somebody else.
    QList<int> doubtful;
    QList<WantedRow> wanted;
};

/// All unfinished edits, oldest first.
struct Journal {
    QList<JournalEntry> entries;
    QStringList unreadable; ///< names of the playlists whose entries are damaged beyond reading; those stay in the file
};

} // namespace segue::store
