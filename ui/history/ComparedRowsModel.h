// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/Comparison.h"

#include <QAbstractListModel>

#include <memory>

namespace segue::models
{
class TitleLookup;
}

namespace segue::ui
{

/// An earlier version row by row, beside the list of now. GUI thread.
class ComparedRowsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole, ///< the URI, where no title is known
        ArtistsRole,
        PositionRole, ///< from 1, in the version; of now for what was added since
        MarkRole,     ///< ComparedRow::Mark
        MarkTextRole, ///< in words; empty for rows that are as they were
        KnownRole,    ///< whether there is a title
        NoteRole      ///< why there is none; empty while Spotify is being asked
    };

    /// `lookup` knows what a comparison does not; it must outlive this.
    explicit ComparedRowsModel(const models::TitleLookup &lookup, QObject *parent = nullptr);

    /// Null for none.
    void setComparison(std::shared_ptr<const Comparison> comparison);
    /// Leaves out the rows that are as they were.
    void setOnlyDifferences(bool only);

    [[nodiscard]] const playlist::ComparedRow &at(int row) const { return m_comparison->rows.at(m_shown.at(row)); }
    /// The URI of a row that Spotify could be asked for the title of; empty for all others.
    [[nodiscard]] QString uriWithoutTitle(int row) const;
    /// Null when nothing is known.
    [[nodiscard]] web::MediumPtr medium(const QString &uri) const;
    /// Says of these rows that their titles may be known now.
    void tellTitles(int first, int last);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] const store::ListRow &listRow(const playlist::ComparedRow &row) const;
    [[nodiscard]] QString noteOn(const QString &uri) const;

    const models::TitleLookup &m_lookup;
    std::shared_ptr<const Comparison> m_comparison;
    QList<int> m_shown; ///< indexes into its rows
    bool m_onlyDifferences = false;
};

} // namespace segue::ui
