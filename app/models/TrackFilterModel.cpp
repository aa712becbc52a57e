// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackFilterModel.h"

#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"

namespace segue::models
{

void TrackFilterModel::setTracks(TrackListModel *tracks)
{
    m_tracks = tracks;
    m_folded.clear();
    setSourceModel(tracks);
}

void TrackFilterModel::setWords(const FilterWords &words)
{
    m_words = words;
    // Not invalidateFilter(), which takes rows out and puts them in run by run: far too slow for thousands of runs.
    invalidate();
}

int TrackFilterModel::positionOf(int row) const
{
    return mapToSource(index(row, 0)).row();
}

int TrackFilterModel::rowOf(int position) const
{
    return m_tracks ? mapFromSource(m_tracks->index(position)).row() : -1;
}

bool TrackFilterModel::filterAcceptsRow(int position, const QModelIndex &) const
{
    const playlist::Row &row = m_tracks->editor().document().rowAt(position);
    return row.loaded && row.entry.medium && m_words.matches(foldedTextOf(position));
}

const QString &TrackFilterModel::foldedTextOf(int position) const
{
    const playlist::Document &document = m_tracks->editor().document();
    const playlist::RowId id = document.wanted()[static_cast<std::size_t>(position)];
    const web::MediumPtr &medium = document.row(id).entry.medium;
    if (id >= m_folded.size())
        m_folded.resize(id + 1);
    Folded &folded = m_folded[id];
    if (folded.of != medium) {
        // A line each, which no word reaches across.
        QString text = medium->title + u'\n' + medium->album;
        for (const web::ArtistRef &artist : medium->artists)
            text += u'\n' + artist.name;
        folded = {.of = medium, .text = FilterWords::folded(text)};
    }
    return folded.text;
}

} // namespace segue::models
