// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/models/MediaCollector.h"
#include "ui/tracks/ListPlace.h"

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class DuplicateGuard;
class LinkReads;
class MessageArea;
class OpenPlaylists;
class PlaylistPage;
struct HeldPlaylist;

/// Adds what is behind links to albums, shows and playlists, once it has been read: beside the row where they were
/// dropped, wherever that stands by then, and whatever the page shows by then. GUI thread.
class LinkAdder : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        LinkReads &reads;
        OpenPlaylists &open;
        DuplicateGuard &guard;
        MessageArea &messages; ///< of the whole window
    };
    LinkAdder(const Services &services, const PlaylistPage &page, QObject *parent = nullptr);

    /// The editor is that of an open playlist; `before` is a position now.
    void add(const playlist::Editor &editor, const QList<web::SpotifyLink> &links, int before);

Q_SIGNALS:
    /// They are in the list that the page shows, as one step of its undo stack.
    void added(int first, int count);
    void showRequested(const QString &playlistId);

private:
    void take(const HeldPlaylist &held, const ListPlace &place, const models::CollectedMedia &collected);
    void insert(const HeldPlaylist &held, const ListPlace &place, const QList<web::MediumPtr> &media);
    void tellAdded(playlist::Editor &editor, int first, int count);
    [[nodiscard]] bool shows(const playlist::Editor &editor) const;

    const Services m_services;
    const PlaylistPage &m_page;
};

} // namespace segue::ui
