// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/IndexFile.h"
#include "app/store/IndexValues.h"
#include "app/store/WorkerThread.h"

#include <QObject>

namespace segue::store
{

/// Which track is in which playlist: URIs, positions, whether something cannot be played, and the snapshot of each
/// playlist. No title, no artist and no picture: Spotify's terms for developers let metadata and artwork be kept for a
/// limited time only, and this stays for longer. They are looked up again for what is on screen.
///
/// In a file and on a thread of its own, apart from the Store: it can be made anew from Spotify at any time, so damage
/// to it, or a full disk, must touch nothing that cannot, and a question over two million rows must not hold up an
/// edit on its way to the disk. A damaged file is replaced by an empty one, see begunAnew().
///
/// GUI thread, as with Store: calls are carried out in their order; each has one outcome, as Done says. `context` is
/// never null and lives on the index's thread. Several processes can use one file.
class TrackIndex : public QObject
{
    Q_OBJECT

public:
    explicit TrackIndex(TrackIndexOptions options, QObject *parent = nullptr);
    /// Closes, and waits for what was handed over; see TrackIndexOptions::closeTimeout.
    ~TrackIndex() override;

    /// Replaces the entries of a playlist: it is there as before or as now, never in between.
    void put(const IndexedList &list, QObject *context, Done<Nothing> done);
    /// Forgets all playlists but these, and every URI that is in none of them.
    void keepOnly(const QStringList &playlistIds, QObject *context, Done<Nothing> done);

    void playlists(QObject *context, Done<QList<IndexedPlaylist>> done);
    /// Where these stand, each once and in their order; without places where they are nowhere.
    void find(const QStringList &uris, QObject *context, Done<IndexAnswer> done);
    /// At most `most` of the tracks that stand in more than one playlist, those in most playlists first.
    void repeated(int most, QObject *context, Done<IndexAnswer> done);
    /// At most `most` of the tracks that cannot be played, those in most places first. All entries that Spotify has
    /// nothing to tell about count as one, without a URI.
    void unavailable(int most, QObject *context, Done<IndexAnswer> done);

    /// Deletes the file; the next call begins a new one.
    void removeEverything(QObject *context, Done<Nothing> done);

Q_SIGNALS:
    /// Something else is in it than before, see playlists(): the file was damaged, and an empty one has taken its
    /// place, or one that another process has begun. Before the outcome of the call that met it, which is carried out
    /// on the new one.
    void begunAnew();

private:
    template <typename T>
    void handTask(QObject *context, Done<T> done, std::function<T(const QSqlDatabase &)> task);

    const TrackIndexOptions m_options;
    WorkerThread<IndexFile> m_thread;
};

} // namespace segue::store
