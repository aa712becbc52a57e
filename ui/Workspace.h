// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"
#include "ui/Account.h"

#include <QString>
#include <QWidget>

#include <vector>

class QSplitter;

namespace segue
{
struct Error;
}
namespace segue::models
{
class LikedTracks;
}
namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class AcrossActions;
class ChangeWatch;
class Commands;
class DetailsChanges;
class DuplicateGuard;
class ExportActions;
class ImportActions;
class LinkOpener;
class LinkReads;
class MakerMessages;
class MessageArea;
class OpenPlaylists;
class Player;
class PlaylistActions;
class Pane;
class Panes;
class PlaylistMaker;
class PlaylistPage;
class SaveWayMemory;
class Settings;
class SideBar;
class ShownPlaylists;
class SideBarDrops;
class UndoActions;
class UnfinishedEdits;
class WaitingChoices;
class SourceActions;
class StatusRow;
struct DialogSeams;

/// Everything of one signed-in account: side bar, the playlists that are shown, status. Made when an account is there
/// and gone before it is.
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
    /// In the active pane, unless the other one shows it already.
    void showPlaylist(const QString &playlistId);
    /// In the other pane, which is there from then on.
    void showBeside(const QString &playlistId);

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] Panes &panes() const { return *m_panes; }
    /// Of the active pane.
    [[nodiscard]] PlaylistPage &page() const;
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
    void connectPanes();
    void connectPane(Pane &pane);
    void connectFiles();
    void connectApi();
    void connectSources();
    [[nodiscard]] Player *makePlayer();
    void connectPlayer();
    void connectLiked();
    void connectStore();
    void connectIndex();
    /// Where the user is: in the search, or in the active pane.
    [[nodiscard]] QList<web::MediumPtr> selectedMedia() const;
    void onLibraryLoaded();
    void onLibraryFailed(const Error &error);
    void showHistory(const QString &playlistId);
    void reload();
    void discard(const Pane &pane);
    void showActive();
    void showSelection();
    void showOthersUnsaved();
    void restoreLayout();

    const Account m_account;
    Commands &m_commands;
    const DialogSeams &m_seams;
    Settings &m_settings;
    QString m_wanted;
    QSplitter *m_splitter;
    SideBar *m_sideBar;
    MessageArea *m_messages;
    StatusRow *m_status;
    OpenPlaylists *m_open;
    PlaylistMaker *m_maker;
    MakerMessages *m_makerMessages;
    LinkReads *m_reads;
    DuplicateGuard *m_guard;
    SideBarDrops *m_drops;
    Player *m_player;             ///< null without listening
    models::LikedTracks *m_liked; ///< null without a shelf
    Panes *m_panes;
    ShownPlaylists *m_shown;
    WaitingChoices *m_waiting;
    LinkOpener *m_links;
    ChangeWatch *m_changes;
    UndoActions *m_undo;
    SaveWayMemory *m_saveWay;
    UnfinishedEdits *m_unfinished = nullptr; ///< null without a store
    SourceActions *m_sources = nullptr;      ///< null without a catalogue
    DetailsChanges *m_details;
    PlaylistActions *m_playlistActions;
    ExportActions *m_export;
    ImportActions *m_import;
    AcrossActions *m_across;
};

} // namespace segue::ui
