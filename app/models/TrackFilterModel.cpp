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
    if (tracks)
        m_folded.setTracks(tracks); // else they are kept: the next word is about the same ones
    setSourceModel(tracks);
}

void TrackFilterModel::setWords(const FilterWords &words)
{
    m_words = words;
    // Not invalidateFilter(), which takes rows out and puts them in run by run: far too slow for thousands of runs.
    invalidate();
}

void TrackFilterModel::prepare(TrackListModel *tracks)
{
    m_folded.setTracks(tracks);
    m_folded.prepare();
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
    return row.loaded && row.entry.medium && m_words.matches(m_folded.at(position));
}

} // namespace segue::models
