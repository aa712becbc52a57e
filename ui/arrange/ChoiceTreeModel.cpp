// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/ChoiceTreeModel.h"

#include <QFont>

namespace segue::ui
{

namespace
{

constexpr quintptr groupLevel = 0; ///< the id of a group's indexes; that of a member's is the group's number from 1 on

} // namespace

QModelIndex ChoiceTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupLevel);
}

QModelIndex ChoiceTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupLevel);
}

int ChoiceTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return groupCount();
    return parent.internalId() != groupLevel || parent.column() != 0 ? 0 : memberCount(parent.row());
}

int ChoiceTreeModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_columns.size());
}

QVariant ChoiceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_columns.value(section);
}

Qt::ItemFlags ChoiceTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.internalId() == groupLevel && index.column() == 0 && canBeWanted(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ChoiceTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() != groupLevel)
        return memberData(static_cast<int>(index.internalId()) - 1, index.row(), index.column(), role);
    if (role == Qt::CheckStateRole && index.column() == 0 && canBeWanted(index.row()))
        return isWanted(index.row()) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::FontRole && index.column() == 0) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return groupData(index.row(), index.column(), role);
}

bool ChoiceTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.internalId() != groupLevel || role != Qt::CheckStateRole || !canBeWanted(index.row()))
        return false;
    setWanted(index.row(), value.toInt() == Qt::Checked);
    groupChanged(index.row());
    Q_EMIT choiceChanged();
    return true;
}

void ChoiceTreeModel::choose(const QModelIndex &index)
{
    if (!index.isValid() || index.internalId() == groupLevel)
        return;
    const int group = static_cast<int>(index.internalId()) - 1;
    if (!setChosen(group, index.row()))
        return;
    groupChanged(group);
    Q_EMIT choiceChanged();
}

void ChoiceTreeModel::toggle(const QModelIndex &index)
{
    const QModelIndex group = (index.parent().isValid() ? index.parent() : index).siblingAtColumn(0);
    if (group.isValid())
        setData(group, isWanted(group.row()) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void ChoiceTreeModel::groupChanged(int group)
{
    const QModelIndex first = index(group, 0);
    Q_EMIT dataChanged(first, first.siblingAtColumn(columnCount({}) - 1));
    if (const int members = memberCount(group); members > 0)
        Q_EMIT dataChanged(index(0, 0, first), index(members - 1, columnCount({}) - 1, first));
}

} // namespace segue::ui
