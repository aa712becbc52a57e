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

class DuplicateGuard;
class ImportDialog;
class MessageArea;
class OpenPlaylists;
class Settings;
struct ImportChoice;

/// Adds the tracks of a file to a playlist, or makes one of them: asks for the file, reads it beside the window, asks
/// where to and whether what is there already is to be there twice, adds, tells what was left out. Adding is one step
/// of undo. GUI thread.
class ImportActions : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        const models::Library &library;
        OpenPlaylists &open;
        PlaylistMaker &maker;
        DuplicateGuard &guard;
        MessageArea &messages;
        const DialogSeams &seams;
        Settings &settings;
        QWidget &window; ///< dialogs are opened over it
    };
    explicit ImportActions(const Services &services, QObject *parent = nullptr);

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
    /// Once it is read, and the user has been asked about what it has already.
    void addTo(const web::Playlist &playlist, const ImportChoice &choice);
    /// What follows once there is the playlist.
    [[nodiscard]] PlaylistMaker::Steps stepsOf(const ImportChoice &choice);
    void tellAdding(const web::Playlist &playlist, qsizetype count);
    void tellAdded(const web::Playlist &playlist, int first, int count, const ImportChoice &choice);
    void tellFailed(const QString &what, const Error &error);

    const Services m_services;
};

} // namespace segue::ui
