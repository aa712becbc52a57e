// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/PlaylistFilterModel.h"

#include "app/models/PlaylistListModel.h"

namespace segue::ui
{

using models::PlaylistListModel;

PlaylistFilterModel::PlaylistFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    // A section depends on the rows below it, which QSortFilterProxyModel cannot know.
    const auto again = [this] {
        if (!m_words.isEmpty())
            invalidateFilter();
    };
    connect(this, &QAbstractProxyModel::sourceModelChanged, this, [this, again] {
        if (!sourceModel())
            return;
        connect(sourceModel(), &QAbstractItemModel::rowsInserted, this, again, Qt::QueuedConnection);
        connect(sourceModel(), &QAbstractItemModel::rowsRemoved, this, again, Qt::QueuedConnection);
        connect(sourceModel(), &QAbstractItemModel::dataChanged, this, again, Qt::QueuedConnection);
    });
}

void PlaylistFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = models::FilterWords(text);
    invalidateFilter();
}

bool PlaylistFilterModel::isSection(int sourceRow) const
{
    return sourceModel()->index(sourceRow, 0).data(PlaylistListModel::IsSectionRole).toBool();
}

bool PlaylistFilterModel::matches(int sourceRow) const
{
    const QString name = sourceModel()->index(sourceRow, 0).data(PlaylistListModel::NameRole).toString();
    return m_words.matches(models::FilterWords::folded(name));
}

bool PlaylistFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (m_words.isEmpty())
        return true;
    if (!isSection(sourceRow))
        return matches(sourceRow);
    for (int row = sourceRow + 1; row < sourceModel()->rowCount() && !isSection(row); ++row) {
        if (matches(row))
            return true;
    }
    return false;
}

int PlaylistFilterModel::shownCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += index(row, 0).data(PlaylistListModel::IsSectionRole).toBool() ? 0 : 1;
    return count;
}

QModelIndex PlaylistFilterModel::indexOf(const QString &playlistId) const
{
    const auto *source = qobject_cast<PlaylistListModel *>(sourceModel());
    const int row = source && !playlistId.isEmpty() ? source->rowOf(playlistId) : -1;
    return row < 0 ? QModelIndex() : mapFromSource(source->index(row));
}

} // namespace segue::ui
