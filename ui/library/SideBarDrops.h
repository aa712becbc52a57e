// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/SpotifyLinks.h"
#include "app/web/Values.h"

#include <QObject>

#include <functional>

class QMimeData;

namespace segue::models
{
class Library;
}
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
struct HeldPlaylist;

/// What happens to tracks, or links to things that hold some, dropped on a playlist of the side bar: they are added to
/// its end, and a message for each playlist says so, with a way back. GUI thread.
class SideBarDrops : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        const models::Library &library;
        OpenPlaylists &open;
        LinkReads &reads;
        DuplicateGuard &guard;
        MessageArea &messages;
    };
    explicit SideBarDrops(const Services &services, QObject *parent = nullptr);

    void add(const QString &playlistId, const QMimeData *data);

Q_SIGNALS:
    void showRequested(const QString &playlistId);

private:
    void tellAdded(playlist::Editor &editor, int count, const QString &leftOut);
    void tellNotAdded(const playlist::Editor &editor, const Error &error, const QList<web::MediumPtr> &media,
                      const QString &leftOut);
    /// Once it is read, and the user has been asked about what it has already.
    void add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, const QString &leftOut);
    void add(const HeldPlaylist &held, const QList<web::MediumPtr> &media, const QString &leftOut);

    const Services m_services;
};

} // namespace segue::ui
