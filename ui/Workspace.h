// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Account.h"

#include <QString>
#include <QTimer>
#include <QUndoGroup>
#include <QWidget>

#include <vector>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace segue
{
struct Error;
}
namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;
class CopyActions;
class ExportActions;
class ImportActions;
class MakerMessages;
class MergeActions;
class MessageArea;
class OpenPlaylists;
class PlaylistActions;
class PlaylistMaker;
class PlaylistPage;
class Settings;
class SideBar;
class SideBarDrops;
class UnfinishedEdits;
class StatusRow;
class TrackActions;
struct DialogSeams;

/// Everything of one signed-in account: side bar, the playlist that is shown, status. Made when an account is there and
/// gone before it is.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    /// All but `account` (copied) must outlive this.
    Workspace(const Account &account, Commands &commands, const DialogSeams &seams, Settings &settings,
              QWidget *parent = nullptr);
    ~Workspace() override;

    /// Reads the library; then shows `playlist` (id or name), else the last one, else the first one.
    void start(const QString &playlist);
    void showPlaylist(const QString &playlistId);

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] PlaylistPage &page() const { return *m_page; }
    [[nodiscard]] SideBar &sideBar() const { return *m_sideBar; }
    [[nodiscard]] MessageArea &messages() const { return *m_messages; }
    [[nodiscard]] QList<playlist::Editor *> unsaved() const;
    void saveLayout();

Q_SIGNALS:
    void signInNeeded(const segue::Error &error);
    void titleChanged(const QString &playlistName);
    /// Editing went on, in the playlist that is shown or in another.
    void saveStatusChanged();

private:
    void connectLibrary();
    void connectPage();
    void connectFiles();
    void connectCopies();
    void connectApi();
    void connectSaveWay();
    void connectChanges();
    void connectStore();
    void onLibraryLoaded();
    void onLibraryFailed(const Error &error);
    void showHistory(const QString &playlistId);
    void reload();
    void lookForChanges();
    void discard();
    void showSelection();
    void updateUndo();
    /// When the playlist is the one that is shown.
    void select(const QString &playlistId, const std::vector<int> &positions);
    void forget(const QString &playlistId);
    void restoreLayout();
    [[nodiscard]] QString idOf(const QString &idOrName) const;

    const Account m_account;
    Commands &m_commands;
    const DialogSeams &m_seams;
    Settings &m_settings;
    QUndoGroup m_undo;
    QTimer m_changesTimer;
    QString m_wanted;
    QSplitter *m_splitter;
    SideBar *m_sideBar;
    QStackedWidget *m_centre;
    QLabel *m_placeholder;
    MessageArea *m_messages;
    PlaylistPage *m_page;
    StatusRow *m_status;
    OpenPlaylists *m_open;
    PlaylistMaker *m_maker;
    MakerMessages *m_makerMessages;
    SideBarDrops *m_drops;
    UnfinishedEdits *m_unfinished = nullptr; ///< null without a store
    PlaylistActions *m_playlistActions;
    TrackActions *m_trackActions;
    ExportActions *m_export;
    ImportActions *m_import;
    CopyActions *m_copy;
    MergeActions *m_merge;
};

} // namespace segue::ui
