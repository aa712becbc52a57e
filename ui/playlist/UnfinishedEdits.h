// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/JournalEntry.h"
#include "ui/dialogs/DialogSeams.h"

#include <QObject>

namespace segue::models
{
class Library;
}
namespace segue::store
{
class Store;
}

namespace segue::ui
{

class MessageArea;
class OpenPlaylists;

/// Edits that Spotify did not have yet when the program ended: says at the start which there are, with what they do,
/// and finishes or forgets them. Only of playlists that the user has and may edit; others stay in the store. GUI
/// thread.
class UnfinishedEdits : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; questions are asked over `window`.
    UnfinishedEdits(store::Store &store, const models::Library &library, OpenPlaylists &open, MessageArea &messages,
                    const DialogSeams &seams, QWidget &window, QObject *parent = nullptr);

    /// Reads the journal. Once, when the library is known.
    void offer();

    /// "3 tracks added, 1 removed, 14 moved"
    [[nodiscard]] static QString workText(const store::JournalEntry &entry);

private:
    void offer(const store::JournalEntry &entry);
    void finish(const QString &playlistId);
    void askToDiscard(const QString &playlistId);
    void discard(const QString &playlistId);

    store::Store &m_store;
    const models::Library &m_library;
    OpenPlaylists &m_open;
    MessageArea &m_messages;
    const DialogSeams &m_seams;
    QWidget &m_window;
    bool m_read = false;
};

} // namespace segue::ui
