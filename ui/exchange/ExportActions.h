// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/exchange/ExchangeList.h"
#include "ui/dialogs/DialogSeams.h"

#include <QObject>

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
class Settings;

/// Writes playlists to files: asks where to, reads what has not been read yet, writes beside the window, tells how it
/// went. GUI thread.
class ExportActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; dialogs are opened over `window`.
    ExportActions(const models::Library &library, OpenPlaylists &open, MessageArea &messages, const DialogSeams &seams,
                  Settings &settings, QWidget &window, QObject *parent = nullptr);

    void exportPlaylist(const QString &playlistId);

private:
    void settle(const QString &playlistId, const QString &path, const QString &ending);
    void readAndWrite(const QString &playlistId, const QString &path, playlist::ExchangeFormat format);
    void write(const playlist::Editor &editor, const QString &path, playlist::ExchangeFormat format);
    void tell(const Result<Nothing> &result, const QString &path, int count, int leftOut);

    const models::Library &m_library;
    OpenPlaylists &m_open;
    MessageArea &m_messages;
    const DialogSeams &m_seams;
    Settings &m_settings;
    QWidget &m_window;
};

} // namespace segue::ui
