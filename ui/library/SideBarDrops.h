// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/MediaCollector.h"
#include "ui/Account.h"

#include <QObject>

class QMimeData;

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class DuplicateGuard;
class MessageArea;
class OpenPlaylists;
class Settings;
struct HeldPlaylist;

/// What happens to tracks, or links to things that hold some, dropped on a playlist of the side bar: they are added to
/// its end, and a message says so, with a way back. GUI thread.
class SideBarDrops : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this, as the account's services must.
    SideBarDrops(const Account &account, OpenPlaylists &open, MessageArea &messages, Settings &settings,
                 QObject *parent = nullptr);
    ~SideBarDrops() override;

    void add(const QString &playlistId, const QMimeData *data);

Q_SIGNALS:
    void showRequested(const QString &playlistId);

private:
    void read(const QString &playlistId, const QList<web::SpotifyLink> &links);
    void tellAdded(playlist::Editor &editor, int count, const QString &leftOut);
    void tellFailed(const QString &playlistId, const Error &error, const std::function<void()> &again);
    void tellNotAdded(const playlist::Editor &editor, const Error &error, const QList<web::MediumPtr> &media);
    /// Once it is read, and the user has been asked about what it has already.
    void add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, const QString &leftOut);
    void add(const HeldPlaylist &held, const QList<web::MediumPtr> &media, const QString &leftOut);

    const models::Library &m_library;
    web::Api &m_api;
    web::Catalogue *m_catalogue;
    OpenPlaylists &m_open;
    MessageArea &m_messages;
    std::unique_ptr<models::MediaCollector> m_collector; ///< of the last drop of links
    DuplicateGuard *m_guard;
};

} // namespace segue::ui
