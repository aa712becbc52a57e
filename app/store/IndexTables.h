// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/IndexValues.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>

#include <functional>

namespace segue::store
{

/// Which track is in which playlist, in the file. On the index's thread; failures are StoreFailures. Each call reads
/// the file as it is at one moment, whatever other processes write.
///
/// URIs are kept once, each with a number; a playlist is one row with its entries as numbers, four bytes each. So a
/// playlist is replaced by writing one row, and a question is answered by reading the numbers of all: eight megabytes
/// for two million entries, see bench_library_index.
class IndexTables
{
public:
    explicit IndexTables(const QSqlDatabase &database) : m_database(database) {}

    /// Makes the tables in an empty file. Damaged when the file holds anything else than tables of this version: what
    /// is in an index is never worth converting.
    void prepare() const;
    /// Damaged when something is found that a task might meet. Reads all of the file.
    void check() const;

    /// Replaces the playlist's entries. All or nothing.
    void put(const IndexedList &list) const;
    /// Lets go of all other playlists, and of URIs that are in none. All or nothing.
    void keepOnly(const QStringList &playlistIds) const;

    [[nodiscard]] QList<IndexedPlaylist> playlists() const;
    /// In the order of `uris`, each once, those that are nowhere with no places.
    [[nodiscard]] IndexAnswer find(const QStringList &uris) const;
    /// What stands in more than one playlist; those in most playlists first.
    [[nodiscard]] IndexAnswer repeated(int most) const;
    /// What cannot be played, and what Spotify has nothing to tell about; those in most places first.
    [[nodiscard]] IndexAnswer unavailable(int most) const;

private:
    /// A URI's number and its state.
    using Cell = quint32;
    using Cells = QList<Cell>;
    struct StoredList {
        QString playlistId;
        Cells cells;
    };

    [[nodiscard]] bool isPrepared() const;
    void writeList(const IndexedList &list) const;
    void removeOthers(const QStringList &playlistIds) const;
    void removeUnusedUris() const;
    [[nodiscard]] Cells cellsOf(const IndexedList &list) const;
    /// What the playlist has now; empty when it is not there or cannot be read.
    [[nodiscard]] Cells storedCells(const QString &playlistId) const;
    [[nodiscard]] QList<StoredList> readLists() const;
    /// The places of all cells for which `slotOf` gives a track's place in the answer, and not −1.
    void fillPlaces(IndexAnswer &answer, const QList<StoredList> &lists, const std::function<int(Cell)> &slotOf) const;
    /// An answer with the tracks of these numbers, and no places yet.
    [[nodiscard]] IndexAnswer answerFor(const std::vector<quint32> &numbers) const;

    QSqlDatabase m_database;
};

} // namespace segue::store
