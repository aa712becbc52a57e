// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/FilterWords.h"

#include <QAbstractProxyModel>
#include <QString>

#include <vector>

namespace segue::ui
{

/// The playlists whose names hold every word that was typed, in any letter case and with or without accents; a
/// section is there as long as one of its playlists is. Source: a list with the roles of models::PlaylistListModel, of
/// any number of columns.
///
/// Made for thousands of playlists: another choice of them is one reset, where QSortFilterProxyModel announces every
/// run of rows that comes or goes.
class PlaylistFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit PlaylistFilterModel(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;
    void setFilterText(const QString &text);
    [[nodiscard]] QString filterText() const { return m_text; }
    /// Playlists shown, sections not counted.
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] QModelIndex indexOf(const QString &playlistId) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// What of a row of the source is compared.
    struct Name {
        bool isSection = false;
        QString folded; ///< of playlists, once it has been needed
    };

    void connectSource();
    void takeChanged(int first, int last);
    void forgetNames();
    void readNames();
    [[nodiscard]] bool matches(Name &name, int sourceRow) const;
    /// Rows of the source that are to be shown, ascending.
    [[nodiscard]] std::vector<int> chosen();
    void choose();

    QString m_text;
    models::FilterWords m_words;
    std::vector<Name> m_names; ///< by row of the source; empty when they are to be read anew
    std::vector<int> m_shown;  ///< rows of the source
};

} // namespace segue::ui
