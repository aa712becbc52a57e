// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace segue::store
{

/// What is known of an entry besides its URI.
enum class EntryState : std::uint8_t {
    Ordinary,
    Unavailable, ///< cannot be played
    Local,       ///< a file on somebody's machine
    Untold       ///< not known; it is taken for what it was when the playlist was indexed before. Never read back
};

/// One position of a playlist in the index.
struct IndexedEntry {
    QString uri; ///< as Spotify names the item; empty for an entry that it has nothing to tell about
    EntryState state = EntryState::Ordinary;

    friend bool operator==(const IndexedEntry &, const IndexedEntry &) = default;
};

/// A playlist about to be indexed.
struct IndexedList {
    QString playlistId; ///< never empty
    QString snapshotId; ///< what the playlist had before it was read
    QDateTime readAt;
    QList<IndexedEntry> entries;
};

/// What is known of an indexed playlist without its entries.
struct IndexedPlaylist {
    QString playlistId;
    QString snapshotId;
    QDateTime readAt; ///< UTC
    int size = 0;
};

/// Where a track stands.
struct IndexPlace {
    int playlist = 0; ///< in IndexAnswer::playlists
    int position = 0; ///< from 0

    friend bool operator==(const IndexPlace &, const IndexPlace &) = default;
};

/// A track with all its places, by playlist and then by position.
struct IndexedTrack {
    QString uri; ///< empty: all entries that Spotify has nothing to tell about
    QList<IndexPlace> places;

    friend bool operator==(const IndexedTrack &, const IndexedTrack &) = default;
};

struct IndexAnswer {
    QStringList playlists; ///< ids of those that are named in it
    QList<IndexedTrack> tracks;
    qint64 total = 0; ///< tracks that there are; more than `tracks` when not all were wanted

    friend bool operator==(const IndexAnswer &, const IndexAnswer &) = default;
};

} // namespace segue::store
