// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Values.h"

#include <QObject>

#include <functional>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class MessageArea;
class OpenPlaylists;

/// Changes name, description and visibility of playlists, reads back what Spotify made of it, and says so where that is
/// something else. A change can be undone: as a step among the edits of the playlist where that is open, else from a
/// message. GUI thread.
class DetailsChanges : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        models::Library &library;
        OpenPlaylists &open;
        std::function<MessageArea &()> messages; ///< asked each time that there is something to say
    };
    explicit DetailsChanges(Services services, QObject *parent = nullptr);

    /// `done` gets what Spotify has then, or why it has not changed; not once `context` is gone.
    void change(const QString &playlistId, const web::PlaylistDetails &wanted, QObject *context,
                Done<web::Playlist> done);

private:
    friend class DetailsCommand;
    /// For a step that is undone or redone: nobody waits for it, so what goes wrong is told.
    void repeat(const QString &playlistId, const web::PlaylistDetails &wanted, const QString &what);
    void send(const QString &playlistId, const web::PlaylistDetails &wanted, QObject *context,
              Done<web::Playlist> done);
    void remember(const web::Playlist &before, const web::PlaylistDetails &wanted);
    void tellDifference(const web::PlaylistDetails &wanted, const web::Playlist &now);

    const Services m_services;
};

} // namespace segue::ui
