// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/FilterWords.h"
#include "app/web/Values.h"

#include <QSortFilterProxyModel>

#include <vector>

namespace segue::models
{

class TrackListModel;

/// The rows of a TrackListModel whose title, artists and album hold every word that was typed. Rows that have not
/// been read yet, and those of which Spotify tells nothing, are not among them. GUI thread.
///
/// The one place that knows which row of a narrowed list stands where in the playlist: `row` is always one of this
/// model, `position` one of the playlist.
class TrackFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// The model must outlive its being the source; null for none.
    void setTracks(TrackListModel *tracks);
    void setWords(const FilterWords &words);

    [[nodiscard]] int positionOf(int row) const;
    /// −1 for a position that does not match.
    [[nodiscard]] int rowOf(int position) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int position, const QModelIndex &parent) const override;

private:
    [[nodiscard]] const QString &foldedTextOf(int position) const;

    /// What is compared, made once: folding ten thousand titles takes longer than a frame.
    struct Folded {
        web::MediumPtr of; ///< kept, so that its address names no other one meanwhile
        QString text;
    };

    TrackListModel *m_tracks = nullptr;
    FilterWords m_words;
    mutable std::vector<Folded> m_folded; ///< by the ids of rows
};

} // namespace segue::models
