// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/Import.h"
#include "app/web/Values.h"
#include "ui/combine/PlaylistMaker.h"
#include "ui/dialogs/DialogSeams.h"

#include <QObject>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class ImportDialog;
class MessageArea;
class Settings;
struct ImportChoice;

/// Adds the tracks of a file to a playlist, or makes one of them: asks for the file, reads it beside the window, asks
/// where to, adds, tells what was left out. Adding is one step of undo. GUI thread.
class ImportActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; dialogs are opened over `window`.
    ImportActions(const models::Library &library, PlaylistMaker &maker, MessageArea &messages, const DialogSeams &seams,
                  Settings &settings, QWidget &window, QObject *parent = nullptr);

    /// `playlistId`: what the tracks can be added to; empty for none.
    void importPlaylist(const QString &playlistId);
    void importFile(const QString &file, const QString &playlistId);

Q_SIGNALS:
    void showRequested(const QString &playlistId);
    /// These rows, when the playlist is the one that is shown.
    void selectRequested(const QString &playlistId, int first, int count);

private:
    void ask(const QString &file, const playlist::ImportedPlaylists &found, const QString &playlistId);
    void submit(ImportDialog &dialog, const QString &playlistId);
    /// What follows once there is the playlist.
    [[nodiscard]] PlaylistMaker::Steps stepsOf(const ImportChoice &choice);
    void tellAdding(const web::Playlist &playlist, const ImportChoice &choice);
    void tellAdded(const web::Playlist &playlist, int first, int count, const ImportChoice &choice);
    void tellFailed(const QString &what, const Error &error);

    const models::Library &m_library;
    PlaylistMaker &m_maker;
    MessageArea &m_messages;
    const DialogSeams &m_seams;
    Settings &m_settings;
    QWidget &m_window;
};

} // namespace segue::ui
