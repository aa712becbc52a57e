// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/VersionListModel.h"

#include "ui/history/VersionText.h"
#include "ui/look/Text.h"

#include <QLocale>

namespace segue::ui
{

void VersionListModel::setVersions(const QList<store::VersionInfo> &versions)
{
    beginResetModel();
    m_versions = versions;
    endResetModel();
}

int VersionListModel::rowOf(qint64 id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_versions.at(row).id == id)
            return row;
    }
    return -1;
}

int VersionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant VersionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::VersionInfo &version = m_versions.at(index.row());
    switch (role) {
    case WhenRole:
        return agoText(version.at);
    case ReasonRole:
        return reasonText(version);
    case ChangeRole:
        return changeText(version.change);
    case SizeRole:
        return itemCountText(version.size);
    case Qt::ToolTipRole:
        return QLocale().toString(version.at.toLocalTime(), QLocale::LongFormat);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{agoText(version.at), reasonText(version), changeWords(version.change),
                          itemCountText(version.size)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace segue::ui
