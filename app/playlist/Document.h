// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QObject>

namespace segue::playlist
{

/// One open playlist: what Spotify has (`server`), and what the user wants it to have (`wanted`). GUI thread.
///
/// The document does no input or output: FirstReading fills it, edits set another wanted list, the Synchronizer
/// carries the difference to Spotify. Changes of the wanted list are announced in pairs, "about to" and done,
/// with the list still old, respectively already new, in between; all positions are those of the wanted list.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(web::Playlist details, QObject *parent = nullptr);

    [[nodiscard]] const web::Playlist &details() const { return m_details; }
    void setDetails(const web::Playlist &details);

    [[nodiscard]] const RowList &wanted() const { return m_wanted; }
    [[nodiscard]] const RowList &server() const { return m_server; }
    /// Counts the lists that were wanted: another number, another list.
    [[nodiscard]] int wantedRevision() const { return m_wantedRevision; }
    [[nodiscard]] bool isInSync() const { return m_wanted == m_server; }
    [[nodiscard]] int size() const { return static_cast<int>(m_wanted.size()); }
    [[nodiscard]] const Row &row(RowId id) const { return m_rows[id]; }
    [[nodiscard]] const Row &rowAt(int position) const { return m_rows[m_wanted[static_cast<std::size_t>(position)]]; }
    /// Whether every position at Spotify has been read. Nothing is written to Spotify before.
    [[nodiscard]] bool isComplete() const { return m_missing == 0 && m_totalKnown; }
    [[nodiscard]] int loadedCount() const { return static_cast<int>(m_server.size()) - m_missing; }

    /// Lays out `total` positions of which nothing else is known yet, and forgets every earlier row. Not when it is
    /// edited: steps of undo know the rows by their ids.
    void reset(int total);
    /// Whether another list was wanted, or a row made, since reset().
    [[nodiscard]] bool isEdited() const { return m_isEdited; }
    /// Fills positions of the *server* list; the rows may stand elsewhere in the wanted list by now. Entries past
    /// the end are ignored.
    void fill(int offset, const QList<web::PlaylistEntry> &entries);

    /// All of the list at Spotify is known, and this is wanted. For an edited document, in place of reset() and fill();
    /// every row of both must be loaded.
    void complete(const RowList &server, const RowList &wanted);

    /// Makes a row that is not in any list yet, for an entry that the user adds.
    [[nodiscard]] RowId makeRow(const web::PlaylistEntry &entry, bool confirmed = false);

    /// Another wanted list; ids must be known and each stand at most once. Announced as removed runs (from the
    /// bottom), then either one moved block or a changed order, then inserted runs (from the top).
    void setWanted(const RowList &wanted);
    /// Another list at Spotify, after a call was carried out or the list was read again. Does not touch `wanted`.
    void setServer(const RowList &server);
    /// These rows are about to be added at Spotify, which gives them a new date: until they have been read back they
    /// count as dated now, and as recognisable by their URI alone.
    void markAdded(const RowList &rows, const QString &userId);
    /// A row was read again: its date, or its medium, may be known better now.
    void updateRow(RowId id, const web::PlaylistEntry &entry);

Q_SIGNALS:
    void aboutToReset();
    void resetDone();
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved();
    void rowsAboutToBeInserted(int first, int last);
    void rowsInserted();
    /// `before` is the position, before the move, in front of which the block goes; never inside the block.
    void rowsAboutToBeMoved(int first, int last, int before);
    void rowsMoved();
    void orderAboutToChange();
    /// newPositions[old position] = new position.
    void orderChanged(const std::vector<int> &newPositions);
    /// Their content changed (loaded, confirmed); the order did not.
    void rowsChanged(int first, int last);
    /// After the pairs above, once an edit is whole.
    void wantedChanged();
    void serverChanged();
    void completed();
    void detailsChanged();

private:
    void announceOrder(const RowList &next);

    web::Playlist m_details;
    std::vector<Row> m_rows;
    RowList m_server;
    RowList m_wanted;
    int m_wantedRevision = 0;
    int m_missing = 0;
    bool m_totalKnown = false;
    bool m_isEdited = false;
};

} // namespace segue::playlist
