// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/FilterWords.h"
#include "app/models/FoldedTexts.h"

#include <QSortFilterProxyModel>

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
    /// Words are about to be typed for these tracks, the present source or the next one.
    void prepare(TrackListModel *tracks);
    [[nodiscard]] const FoldedTexts &folded() const { return m_folded; }

    [[nodiscard]] int positionOf(int row) const;
    /// −1 for a position that does not match.
    [[nodiscard]] int rowOf(int position) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int position, const QModelIndex &parent) const override;

private:
    TrackListModel *m_tracks = nullptr;
    FilterWords m_words;
    mutable FoldedTexts m_folded;
};

} // namespace segue::models
