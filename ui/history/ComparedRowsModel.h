// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Restore.h"
#include "app/store/Version.h"
#include "app/web/Values.h"

#include <QAbstractListModel>
#include <QHash>

namespace segue::models
{
class TitleLookup;
}

namespace segue::ui
{

/// What is known of items, by their URIs.
using KnownMedia = QHash<QString, web::MediumPtr>;

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

    /// `lookup` knows what `known` does not; it must outlive this.
    explicit ComparedRowsModel(const models::TitleLookup &lookup, QObject *parent = nullptr);

    void setRows(const store::ListRows &then, const store::ListRows &now, const KnownMedia &known);
    void clear();
    /// Leaves out the rows that are as they were.
    void setOnlyDifferences(bool only);

    /// Of all rows, whether they are shown or not.
    [[nodiscard]] store::ListChange change() const { return m_change; }
    [[nodiscard]] const playlist::ComparedRow &at(int row) const { return m_rows.at(m_shown.at(row)); }
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

    store::ListRows m_then;
    store::ListRows m_now;
    KnownMedia m_known;
    const models::TitleLookup &m_lookup;
    QList<playlist::ComparedRow> m_rows;
    QList<int> m_shown; ///< indexes into m_rows
    store::ListChange m_change;
    bool m_onlyDifferences = false;
};

} // namespace segue::ui
