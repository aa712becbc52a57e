// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/ListRow.h"

#include <QDateTime>
#include <QString>

namespace segue::store
{

enum class VersionSource {
    Seen, ///< read from Spotify: the first time, or changed by somebody else
    Made  ///< what Spotify has after an edit made here
};

/// What leads from one list to the next.
struct ListChange {
    int added = 0;
    int removed = 0;
    int moved = 0; ///< the fewest rows that have to be moved, of those in both

    friend bool operator==(const ListChange &, const ListChange &) = default;
};

/// A version about to be stored.
struct NewVersion {
    QString playlistId;
    QDateTime at;
    VersionSource source = VersionSource::Seen;
    QString reason; ///< the edit's name; empty for a list that was seen. No titles: they would be kept for a year
    ListRows rows;
};

/// What is known of a version without reading its rows.
struct VersionInfo {
    qint64 id = 0; ///< later versions have greater ones; never used again
    QString playlistId;
    QDateTime at; ///< UTC
    VersionSource source = VersionSource::Seen;
    QString reason;
    int size = 0;
    ListChange change; ///< against the version before; all rows are "added" in the first
};

struct Version {
    VersionInfo info;
    ListRows rows;
};

/// What became of a new version.
enum class VersionFate {
    Added,
    Equal,     ///< the latest version has just these rows; it stays as it is
    Refreshed, ///< the latest has these rows, with dates from before Spotify told them; it has the right ones now
    Replaced   ///< took the place of the latest: both were seen, shortly one after the other, and rows were only added
};

struct AddedVersion {
    VersionFate fate = VersionFate::Added;
    VersionInfo info; ///< of the version that has the rows now; a Replaced or Refreshed one has got a new id
};

} // namespace segue::store
