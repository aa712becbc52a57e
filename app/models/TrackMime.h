// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/SpotifyLinks.h"
#include "app/web/Values.h"

#include <QMimeData>

#include <memory>
#include <vector>

namespace segue::playlist
{
class Editor;
}

/// Tracks on the clipboard and under the mouse. Bytes hold ids, URIs and what is known of the tracks, never pointers,
/// and its links are Spotify's, so that other programs understand them.
namespace segue::models
{

/// "application/x-segue-rows" (which rows of which playlist, and what is known of them), text/uri-list and text/plain.
/// Holds the tracks as they are now; the bytes are made when they are asked for.
[[nodiscard]] std::unique_ptr<QMimeData> makeTrackMime(const playlist::Editor &editor,
                                                       const std::vector<int> &positions);

/// The same for tracks and episodes that are in no playlist, or in none that is meant.
[[nodiscard]] std::unique_ptr<QMimeData> makeMediaMime(const QList<web::MediumPtr> &media);

/// Pages on open.spotify.com, as a browser would give them: text/uri-list and text/plain.
[[nodiscard]] std::unique_ptr<QMimeData> makeLinksMime(const QList<QUrl> &links);

/// Positions of rows in this very playlist, as opened now; empty for anything else.
[[nodiscard]] std::vector<int> ownPositions(const playlist::Editor &editor, const QMimeData *data);

/// Whether it is rows of this very playlist, as opened now; they may have been taken out meanwhile.
[[nodiscard]] bool areRowsOf(const playlist::Editor &editor, const QMimeData *data);

struct DroppedMedia {
    QList<web::MediumPtr> media;   ///< what can be added, in order
    QList<web::SpotifyLink> links; ///< in the place of media: what has to be read first, see MediaCollector
    QString problem;               ///< what could not be used, as a sentence; empty when all could

    [[nodiscard]] bool isEmpty() const { return media.isEmpty() && links.isEmpty(); }
};

/// Tracks and episodes from rows of any playlist, or from links in the data; with an album, a show or a playlist among
/// those, all of them as links.
[[nodiscard]] DroppedMedia mediaFrom(const QMimeData *data);

} // namespace segue::models
