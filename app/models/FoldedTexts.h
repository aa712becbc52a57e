// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <vector>

namespace segue::models
{

class TrackListModel;

/// What a filter compares of a playlist's rows, folded (see FilterWords) and made once: for ten thousand titles that
/// takes longer than a frame. GUI thread.
class FoldedTexts : public QObject
{
    Q_OBJECT

public:
    explicit FoldedTexts(QObject *parent = nullptr);

    /// Whose rows; what was made for another playlist is let go of.
    void setTracks(TrackListModel *tracks);
    /// Makes what is missing in pieces, between other events: before it is wanted all at once.
    void prepare();
    /// How many rows from the top on prepare() has seen to.
    [[nodiscard]] int preparedCount() const { return m_prepared; }

    /// Title, album and artists, a line each, which no word reaches across. Of a row that is loaded and has a medium.
    [[nodiscard]] const QString &at(int position);

private:
    void prepareSome();

    struct Folded {
        web::MediumPtr of; ///< kept, so that its address names no other one meanwhile
        QString text;
    };

    QPointer<TrackListModel> m_tracks;
    std::vector<Folded> m_folded; ///< by the ids of rows
    QTimer m_rest;
    int m_prepared = 0;
};

} // namespace segue::models
