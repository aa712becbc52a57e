// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Values.h"

#include <QObject>

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

class MessageArea;
class OpenPlaylists;

/// What happens to tracks dropped on a playlist of the side bar: they are added to its end, and a message says so, with
/// a way back. GUI thread.
class SideBarDrops : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    SideBarDrops(const models::Library &library, OpenPlaylists &open, MessageArea &messages, QObject *parent = nullptr);

    void add(const QString &playlistId, const QMimeData *data);

Q_SIGNALS:
    void showRequested(const QString &playlistId);

private:
    void tellAdded(playlist::Editor &editor, int count, const QString &leftOut);
    void tellFailed(const QString &playlistId, const Error &error, const QList<web::MediumPtr> &media);
    void add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, const QString &leftOut);

    const models::Library &m_library;
    OpenPlaylists &m_open;
    MessageArea &m_messages;
};

} // namespace segue::ui
