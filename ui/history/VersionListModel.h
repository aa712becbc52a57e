// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/Version.h"

#include <QAbstractListModel>

namespace segue::ui
{

/// The versions of a playlist, newest first. The text of a row is all of it, for screen readers and searching by
/// letters; roles have the parts. GUI thread.
class VersionListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { WhenRole = Qt::UserRole, ReasonRole, ChangeRole, SizeRole };

    using QAbstractListModel::QAbstractListModel;

    void setVersions(const QList<store::VersionInfo> &versions);
    [[nodiscard]] const QList<store::VersionInfo> &versions() const { return m_versions; }
    /// −1 for one that is not there.
    [[nodiscard]] int rowOf(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<store::VersionInfo> m_versions;
};

} // namespace segue::ui
