// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/FilterWords.h"

#include <QSortFilterProxyModel>
#include <QString>

namespace segue::ui
{

/// The playlists whose names hold every word that was typed, in any letter case and with or without accents; a
/// section is there as long as one of its playlists is. Source: a models::PlaylistListModel.
class PlaylistFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PlaylistFilterModel(QObject *parent = nullptr);

    void setFilterText(const QString &text);
    [[nodiscard]] QString filterText() const { return m_text; }
    /// Playlists shown, sections not counted.
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] QModelIndex indexOf(const QString &playlistId) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    [[nodiscard]] bool isSection(int sourceRow) const;
    [[nodiscard]] bool matches(int sourceRow) const;

    QString m_text;
    models::FilterWords m_words;
};

} // namespace segue::ui
