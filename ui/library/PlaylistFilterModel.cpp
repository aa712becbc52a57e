// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/PlaylistFilterModel.h"

#include "app/models/PlaylistListModel.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace segue::ui
{

using models::FilterWords;
using models::PlaylistListModel;

PlaylistFilterModel::PlaylistFilterModel(QObject *parent) : QAbstractProxyModel(parent) {}

void PlaylistFilterModel::setSourceModel(QAbstractItemModel *model)
{
    beginResetModel();
    if (sourceModel())
        sourceModel()->disconnect(this);
    QAbstractProxyModel::setSourceModel(model);
    if (model)
        connectSource();
    forgetNames();
    m_shown = chosen();
    endResetModel();
}

void PlaylistFilterModel::connectSource()
{
    const QAbstractItemModel *source = sourceModel();
    const auto begin = [this] { beginResetModel(); };
    const auto end = [this] {
        forgetNames();
        m_shown = chosen();
        endResetModel();
    };
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, begin);
    connect(source, &QAbstractItemModel::modelReset, this, end);
    connect(source, &QAbstractItemModel::rowsAboutToBeInserted, this, begin);
    connect(source, &QAbstractItemModel::rowsInserted, this, end);
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin);
    connect(source, &QAbstractItemModel::rowsRemoved, this, end);
    connect(source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { takeChanged(from.row(), to.row()); });
}

void PlaylistFilterModel::takeChanged(int first, int last)
{
    for (int row = first; row <= last && static_cast<std::size_t>(row) < m_names.size(); ++row)
        m_names[static_cast<std::size_t>(row)].folded.clear();
    choose();
    const auto from = std::lower_bound(m_shown.begin(), m_shown.end(), first);
    const auto to = std::upper_bound(m_shown.begin(), m_shown.end(), last);
    if (from != to)
        Q_EMIT dataChanged(index(static_cast<int>(from - m_shown.begin()), 0),
                           index(static_cast<int>(to - m_shown.begin()) - 1, columnCount() - 1));
}

void PlaylistFilterModel::forgetNames()
{
    m_names.clear();
}

void PlaylistFilterModel::readNames()
{
    const int count = sourceModel() ? sourceModel()->rowCount() : 0;
    m_names.resize(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row)
        m_names[static_cast<std::size_t>(row)].isSection =
            sourceModel()->index(row, 0).data(PlaylistListModel::IsSectionRole).toBool();
}

bool PlaylistFilterModel::matches(Name &name, int sourceRow) const
{
    if (name.folded.isEmpty())
        name.folded =
            FilterWords::folded(sourceModel()->index(sourceRow, 0).data(PlaylistListModel::NameRole).toString());
    return m_words.matches(name.folded);
}

std::vector<int> PlaylistFilterModel::chosen()
{
    std::vector<int> rows;
    if (m_words.isEmpty()) {
        rows.resize(sourceModel() ? static_cast<std::size_t>(sourceModel()->rowCount()) : 0);
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    if (m_names.empty())
        readNames();
    int section = -1; // the one that is not shown yet
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const int row = static_cast<int>(i);
        if (m_names[i].isSection) {
            section = row;
        } else if (matches(m_names[i], row)) {
            if (section >= 0)
                rows.push_back(std::exchange(section, -1));
            rows.push_back(row);
        }
    }
    return rows;
}

void PlaylistFilterModel::choose()
{
    std::vector<int> rows = chosen();
    if (rows == m_shown)
        return;
    beginResetModel();
    m_shown = std::move(rows);
    endResetModel();
}

void PlaylistFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = FilterWords(text);
    choose();
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

QModelIndex PlaylistFilterModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || !sourceModel())
        return {};
    return sourceModel()->index(m_shown[static_cast<std::size_t>(proxyIndex.row())], proxyIndex.column());
}

QModelIndex PlaylistFilterModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), sourceIndex.row());
    if (found == m_shown.end() || *found != sourceIndex.row())
        return {};
    return index(static_cast<int>(found - m_shown.begin()), sourceIndex.column());
}

QModelIndex PlaylistFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex PlaylistFilterModel::parent(const QModelIndex &) const
{
    return {};
}

int PlaylistFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PlaylistFilterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->columnCount();
}

QVariant PlaylistFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Not by way of a row, as the base class goes: there may be none.
    return sourceModel() && orientation == Qt::Horizontal ? sourceModel()->headerData(section, orientation, role)
                                                          : QVariant();
}

} // namespace segue::ui
