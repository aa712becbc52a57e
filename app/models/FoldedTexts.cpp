// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/FoldedTexts.h"

#include "app/models/FilterWords.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"

namespace segue::models
{

namespace
{

/// A few milliseconds' worth.
constexpr int rowsAtATime = 1000;

} // namespace

FoldedTexts::FoldedTexts(QObject *parent) : QObject(parent)
{
    connect(&m_rest, &QTimer::timeout, this, &FoldedTexts::prepareSome);
}

void FoldedTexts::setTracks(TrackListModel *tracks)
{
    if (tracks == m_tracks)
        return;
    m_tracks = tracks;
    m_folded.clear();
    m_rest.stop();
    m_prepared = 0;
}

void FoldedTexts::prepare()
{
    m_prepared = 0;
    m_rest.start(0);
}

void FoldedTexts::prepareSome()
{
    const int rows = m_tracks ? m_tracks->rowCount() : 0;
    const int end = qMin(rows, m_prepared + rowsAtATime);
    for (; m_prepared < end; ++m_prepared) {
        const playlist::Row &row = m_tracks->editor().document().rowAt(m_prepared);
        if (row.loaded && row.entry.medium)
            (void)at(m_prepared);
    }
    if (m_prepared >= rows)
        m_rest.stop();
}

const QString &FoldedTexts::at(int position)
{
    const playlist::Document &document = m_tracks->editor().document();
    const playlist::RowId id = document.wanted()[static_cast<std::size_t>(position)];
    const web::MediumPtr &medium = document.row(id).entry.medium;
    if (id >= m_folded.size())
        m_folded.resize(id + 1);
    Folded &folded = m_folded[id];
    if (folded.of != medium) {
        QString text = medium->title + u'\n' + medium->album;
        for (const web::ArtistRef &artist : medium->artists)
            text += u'\n' + artist.name;
        folded = {.of = medium, .text = FilterWords::folded(text)};
    }
    return folded.text;
}

} // namespace segue::models
