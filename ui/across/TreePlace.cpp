// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/across/TreePlace.h"

#include "ui/across/PlacesModel.h"

#include <QTreeView>

#include <algorithm>

namespace segue::ui
{

TreePlace::TreePlace(const QTreeView &view)
    : m_current(rowOf(view.currentIndex())), m_top(rowOf(view.indexAt(view.viewport()->rect().topLeft())))
{
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex track = model.index(row, PlacesModel::NameColumn);
        m_open.insert(track.data(PlacesModel::UriRole).toString(), view.isExpanded(track));
    }
}

TreePlace::Row TreePlace::rowOf(const QModelIndex &index)
{
    if (!index.isValid())
        return {};
    const QModelIndex track = index.parent().isValid() ? index.parent() : index;
    return {.uri = track.siblingAtColumn(PlacesModel::NameColumn).data(PlacesModel::UriRole).toString(),
            .playlistId = index.data(PlacesModel::PlaylistRole).toString(),
            .track = track.row()};
}

/// The playlist's row, else that of its track, else the one that stands where that was.
QModelIndex TreePlace::find(const QTreeView &view, const Row &row)
{
    const QAbstractItemModel &model = *view.model();
    if (row.track < 0 || model.rowCount() == 0)
        return {};
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex track = model.index(i, PlacesModel::NameColumn);
        if (track.data(PlacesModel::UriRole).toString() != row.uri)
            continue;
        for (int child = 0; !row.playlistId.isEmpty() && child < model.rowCount(track); ++child) {
            const QModelIndex playlist = model.index(child, PlacesModel::NameColumn, track);
            if (playlist.data(PlacesModel::PlaylistRole).toString() == row.playlistId)
                return playlist;
        }
        return track;
    }
    return model.index(std::min(row.track, model.rowCount() - 1), PlacesModel::NameColumn);
}

void TreePlace::restore(QTreeView &view, bool newAreOpen) const
{
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex track = model.index(row, PlacesModel::NameColumn);
        view.setExpanded(track, m_open.value(track.data(PlacesModel::UriRole).toString(), newAreOpen));
    }
    const QModelIndex current = find(view, m_current);
    view.setCurrentIndex(current.isValid() ? current : model.index(0, PlacesModel::NameColumn));
    if (const QModelIndex top = find(view, m_top); top.isValid())
        view.scrollTo(top, QAbstractItemView::PositionAtTop);
}

} // namespace segue::ui
