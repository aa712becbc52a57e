// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <map>

class QMenu;

namespace segue::ui
{

enum class CommandId {
    NewPlaylist,
    AddLinks,
    EditDetails,
    ChangeCover,
    OpenPlaylist,
    CopyPlaylistLink,
    FollowPlaylist,
    DeletePlaylist,
    ExportPlaylist,
    ImportPlaylist,
    CopyPlaylist,
    MergePlaylists,
    History,
    Reload,
    FindPlaylist,
    FilterTracks,
    SearchSpotify,
    OpenBeside,
    OtherSide,
    CloseSide,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    Remove,
    MoveUp,
    MoveDown,
    MoveToTop,
    MoveToBottom,
    MoveToPosition,
    NewFromSelection,
    MoveToNewPlaylist,
    InWhichPlaylists,
    AskHowToSave,
    AskAboutDuplicates,
    SortByTitle,
    SortByArtist,
    SortByAlbum,
    SortByDateAdded,
    SortByAddedBy,
    SortByLength,
    SortByReleaseDate,
    SortByPopularity,
    SortBySeveral,
    Reverse,
    Shuffle,
    ShuffleAlbums,
    SpreadArtists,
    RemoveDuplicates,
    RemoveUnavailable,
    ReplaceUnavailable,
    ClearPlaylist,
    SelectDuplicates,
    SelectUnavailable,
    SelectLocal,
    DuplicatesAcross,
    UnavailableAcross,
    OpenTrack,
    PlayFromHere,
    PlayOn,
    AddToQueue,
    ToggleLiked,
    SignIn,
    Disconnect,
    LeaveDemo,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    ShortcutSheet,
    About,
};

/// One line of the table of everything a person can do.
struct Command {
    enum class Group { Playlist, Edit, Tracks, Sort, CleanUp, Account, View, Help };
    CommandId id;
    Group group;
    const char *name; ///< object name of the action; stable, for tests and screen readers
    QString text;     ///< as in menus, with its mnemonic
    QString icon;     ///< name of a file in resources/icons; may be empty
    QList<QKeySequence> shortcuts;
    QString description;        ///< one sentence for the shortcut sheet and tooltips
    bool beginsSection = false; ///< menus draw a line above it
};

/// The actions of a window, made from the table. Menus, tool bar, context menus and the shortcut sheet are fed from
/// here, so that a command reads and works alike everywhere.
class Commands : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QObject *parent = nullptr);

    [[nodiscard]] QAction *action(CommandId id) const { return m_actions.at(id); }
    [[nodiscard]] const QList<Command> &table() const { return m_table; }
    [[nodiscard]] static QString groupText(Command::Group group);
    /// Without the mnemonic.
    [[nodiscard]] static QString plainText(const Command &command);

    /// The commands of a group, in the order of the table.
    void fill(QMenu &menu, Command::Group group) const;
    /// Enabled if there is no reason against it; otherwise the tooltip tells the reason, a sentence.
    void setPossible(CommandId id, const QString &reasonAgainst) const;
    /// What menus show to its right, where other commands have their keys.
    void setHint(CommandId id, const QString &hint) const;
    /// What it says of itself while it is enabled, in place of the table's description.
    void setDescription(CommandId id, const QString &description);

    /// Undo and redo name what they would undo.
    void setUndoTexts(const QString &undo, const QString &redo) const;

private:
    [[nodiscard]] static QString toolTip(const Command &command);
    [[nodiscard]] const Command &command(CommandId id) const;

    QList<Command> m_table;
    std::map<CommandId, QAction *> m_actions;
};

} // namespace segue::ui
