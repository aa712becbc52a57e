// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"
#include "ui/dialogs/DialogSeams.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace segue::ui
{

class Commands;
class CoverDialog;
class DetailsChanges;
class MessageArea;
class Settings;
struct Account;

/// The verbs on whole playlists: make, describe, cover, leave. Works on the playlist it was told last.
class PlaylistActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; dialogs are opened over `window`.
    /// `messages` is asked each time there is something to say.
    PlaylistActions(const Account &account, DetailsChanges &details, Commands &commands,
                    std::function<MessageArea &()> messages, const DialogSeams &seams, Settings &settings,
                    QWidget &window, QObject *parent = nullptr);

    /// Which playlist the commands mean. An empty id: none.
    void setCurrent(const QString &playlistId);
    [[nodiscard]] const QString &current() const { return m_current; }

    void newPlaylist();
    void editDetails(const QString &playlistId);
    void changeCover(const QString &playlistId);
    void changeCoverTo(const QString &playlistId, const QString &file);
    void changeCoverToPicture(const QString &playlistId, const QByteArray &contents);
    /// Puts a playlist of somebody else into the library.
    void follow(const QString &playlistId);
    void remove(const QString &playlistId);
    void openInSpotify(const QString &playlistId);
    void copyLink(const QString &playlistId);
    void showMenu(const QString &playlistId, const QPoint &globalPosition);

    /// Whether the user may change name, description and cover.
    [[nodiscard]] bool mayChange(const QString &playlistId) const;

Q_SIGNALS:
    void created(const QString &playlistId);
    /// The cover of an open playlist is another one now.
    void changed(const segue::web::Playlist &playlist);
    void removed(const QString &playlistId);
    void besideRequested(const QString &playlistId);
    void exportRequested(const QString &playlistId);
    /// An empty id: there is none that the tracks could be added to.
    void importRequested(const QString &playlistId);
    void copyRequested(const QString &playlistId);
    void mergeRequested(const QString &playlistId);
    void historyRequested(const QString &playlistId);

private:
    [[nodiscard]] bool isReadable(const QString &playlistId) const;
    [[nodiscard]] const web::Playlist *find(const QString &playlistId) const;
    CoverDialog *openCoverDialog(const web::Playlist &playlist);
    void chooseFile(const QString &playlistId, QPointer<CoverDialog> dialog);
    void showNewCover(const QString &playlistId, const QImage &picture);
    void learnCoverAddress(const QString &playlistId, const QImage &picture);

    const Account &m_account;
    DetailsChanges &m_details;
    Commands &m_commands;
    const std::function<MessageArea &()> m_messages;
    const DialogSeams &m_seams;
    Settings &m_settings;
    QWidget &m_window;
    QString m_current;
    int m_covers = 0;
};

} // namespace segue::ui
