// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QModelIndex;
class QTreeView;

namespace segue::ui
{

/// Where the user is in a view of a PlacesModel, told by tracks and playlists, so as to come back when the rows have
/// become others. GUI thread.
class TreePlace
{
public:
    /// Nowhere.
    TreePlace() = default;
    /// Where the user is now.
    explicit TreePlace(const QTreeView &view);

    /// The current row, or the one that stands there now, what is open and what is at the top. `newAreOpen`: whether
    /// tracks that have not been there before show their playlists.
    void restore(QTreeView &view, bool newAreOpen) const;

private:
    struct Row {
        QString uri;
        QString playlistId; ///< null: the row of the track
        int track = -1;     ///< −1: no row
    };
    [[nodiscard]] static Row rowOf(const QModelIndex &index);
    [[nodiscard]] static QModelIndex find(const QTreeView &view, const Row &row);

    Row m_current;
    Row m_top;
    QHash<QString, bool> m_open; ///< tracks, by URI
};

} // namespace segue::ui
