// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Commands.h"

#include "ui/look/Icons.h"

#include <QMenu>

#include <algorithm>

namespace segue::ui
{

namespace
{

QList<QKeySequence> keys(std::initializer_list<const char *> texts)
{
    QList<QKeySequence> out;
    for (const char *text : texts)
        out.append(QKeySequence(QLatin1String(text), QKeySequence::PortableText));
    return out;
}

QList<QKeySequence> standard(QKeySequence::StandardKey key, std::initializer_list<const char *> more = {})
{
    QList<QKeySequence> out = QKeySequence::keyBindings(key);
    for (const QKeySequence &sequence : keys(more)) {
        if (!out.contains(sequence))
            out.append(sequence);
    }
    return out;
}

} // namespace

Commands::Commands(QObject *parent) : QObject(parent)
{
    using Group = Command::Group;
    const auto icon = [](const char *name) { return QString::fromLatin1(name); };
    m_table = {
        {CommandId::NewPlaylist, Group::Playlist, "newPlaylist", tr("&New playlist…"), icon("new-playlist"),
         standard(QKeySequence::New), tr("Make a playlist of your own")},
        {CommandId::AddLinks, Group::Playlist, "addLinks", tr("&Add tracks by link…"), icon("add"), keys({"Ctrl+L"}),
         tr("Add tracks by their Spotify links")},
        {CommandId::EditDetails, Group::Playlist, "editDetails", tr("Edit &details…"), icon("edit"), keys({"F2"}),
         tr("Rename and describe the playlist, and choose who sees it")},
        {CommandId::ChangeCover,
         Group::Playlist,
         "changeCover",
         tr("Change &cover…"),
         icon("picture"),
         {},
         tr("Upload a picture as the playlist's cover")},
        {CommandId::OpenPlaylist,
         Group::Playlist,
         "openPlaylist",
         tr("&Open in Spotify"),
         icon("open"),
         {},
         tr("Show the playlist on open.spotify.com")},
        {CommandId::CopyPlaylistLink,
         Group::Playlist,
         "copyPlaylistLink",
         tr("Copy &link"),
         icon("link"),
         {},
         tr("Copy the playlist's Spotify link")},
        {CommandId::FollowPlaylist,
         Group::Playlist,
         "followPlaylist",
         tr("&Follow"),
         icon("heart"),
         {},
         tr("Put somebody else's playlist into your library")},
        {CommandId::DeletePlaylist,
         Group::Playlist,
         "deletePlaylist",
         tr("Remove from your library…"),
         icon("delete"),
         {},
         tr("Delete your own playlist, or stop following somebody else's")},
        {CommandId::CopyPlaylist, Group::Playlist, "copyPlaylist", tr("&Make a copy"), icon("copy"), keys({"Ctrl+D"}),
         tr("Make a playlist of your own with the same tracks")},
        {CommandId::MergePlaylists, Group::Playlist, "mergePlaylists", tr("Mer&ge playlists…"), icon("playlist"),
         keys({"Ctrl+M"}), tr("Bring the tracks of several playlists together")},
        {CommandId::ExportPlaylist, Group::Playlist, "exportPlaylist", tr("&Export…"), icon("export"),
         keys({"Ctrl+Shift+E"}), tr("Write the playlist to a file")},
        {CommandId::ImportPlaylist, Group::Playlist, "importPlaylist", tr("&Import…"), icon("import"),
         keys({"Ctrl+Shift+I"}), tr("Add the tracks of a file, or make a playlist of it")},
        {CommandId::History, Group::Playlist, "history", tr("&History…"), icon("clock"), keys({"Ctrl+H"}),
         tr("Look at earlier versions of the playlist, and bring them back")},
        {CommandId::Reload, Group::Playlist, "reload", tr("&Read again"), icon("reload"),
         standard(QKeySequence::Refresh, {"F5"}), tr("Read the library and the playlist again")},
        {CommandId::FindPlaylist, Group::Playlist, "findPlaylist", tr("&Find playlist"), icon("search"),
         keys({"Ctrl+P"}), tr("Type a part of a playlist's name")},
        {CommandId::Quit, Group::Playlist, "quit", tr("&Quit"), icon("quit"), standard(QKeySequence::Quit, {"Ctrl+Q"}),
         tr("End Segue")},

        {CommandId::Undo, Group::Edit, "undo", tr("&Undo"), icon("undo"), standard(QKeySequence::Undo),
         tr("Take the last edit of this playlist back")},
        {CommandId::Redo, Group::Edit, "redo", tr("&Redo"), icon("redo"),
         standard(QKeySequence::Redo, {"Ctrl+Shift+Z"}), tr("Do again what was undone")},
        {CommandId::Cut, Group::Edit, "cut", tr("Cu&t"), icon("cut"), standard(QKeySequence::Cut),
         tr("Remove the selected tracks and keep them for pasting")},
        {CommandId::Copy, Group::Edit, "copy", tr("&Copy"), icon("copy"), standard(QKeySequence::Copy),
         tr("Copy the selected tracks as Spotify links")},
        {CommandId::Paste, Group::Edit, "paste", tr("&Paste"), icon("paste"), standard(QKeySequence::Paste),
         tr("Insert copied tracks or Spotify links after the selection")},
        {CommandId::SelectAll,
         Group::Edit,
         "selectAll",
         tr("Select &all"),
         {},
         standard(QKeySequence::SelectAll),
         tr("Select every row")},
        {CommandId::Remove, Group::Edit, "remove", tr("Remo&ve from playlist"), icon("delete"), keys({"Del"}),
         tr("Remove the selected tracks")},

        {CommandId::AskHowToSave,
         Group::Edit,
         "askHowToSave",
         tr("Ask &how to save long orders"),
         {},
         {},
         tr("Ask before an order is saved that takes many requests")},
        {CommandId::AskAboutDuplicates,
         Group::Edit,
         "askAboutDuplicates",
         tr("As&k before adding what is there already"),
         {},
         {},
         tr("Ask whether tracks are added to a playlist that already has them")},

        {CommandId::MoveUp, Group::Tracks, "moveUp", tr("Move &up"), icon("up"), keys({"Alt+Up"}),
         tr("Move the selected tracks one row up")},
        {CommandId::MoveDown, Group::Tracks, "moveDown", tr("Move &down"), icon("down"), keys({"Alt+Down"}),
         tr("Move the selected tracks one row down")},
        {CommandId::MoveToTop, Group::Tracks, "moveToTop", tr("Move to &top"), icon("top"), keys({"Alt+Home"}),
         tr("Move the selected tracks to the beginning")},
        {CommandId::MoveToBottom, Group::Tracks, "moveToBottom", tr("Move to &bottom"), icon("bottom"),
         keys({"Alt+End"}), tr("Move the selected tracks to the end")},
        {CommandId::MoveToPosition, Group::Tracks, "moveToPosition", tr("Move to &position…"), icon("move-to"),
         keys({"Ctrl+G"}), tr("Move the selected tracks to a position by its number")},
        {CommandId::NewFromSelection, Group::Tracks, "newFromSelection", tr("&New playlist from selection…"),
         icon("new-playlist"), keys({"Ctrl+Shift+N"}), tr("Make a playlist of the selected tracks")},
        {CommandId::MoveToNewPlaylist,
         Group::Tracks,
         "moveToNewPlaylist",
         tr("Mov&e to a new playlist…"),
         {},
         keys({"Ctrl+Shift+M"}),
         tr("Make a playlist of the selected tracks, and remove them here")},
        {CommandId::InWhichPlaylists, Group::Tracks, "inWhichPlaylists", tr("In &which playlists?"), icon("playlist"),
         keys({"Ctrl+I"}), tr("Show which of your playlists have the selected tracks")},
        {CommandId::OpenTrack, Group::Tracks, "openTrack", tr("&Open in Spotify"), icon("open"), keys({"Ctrl+Return"}),
         tr("Show the selected track on open.spotify.com")},
        {CommandId::PlayFromHere, Group::Tracks, "playFromHere", tr("Pla&y from here"), icon("play"),
         keys({"Ctrl+Shift+Return"}), tr("Play the playlist on your device, from the selected track on"), true},
        {CommandId::PlayOn,
         Group::Tracks,
         "playOn",
         tr("P&lay on device"),
         {},
         {},
         tr("Choose the device that plays from the selected track on")},
        {CommandId::AddToQueue, Group::Tracks, "addToQueue", tr("Add to &queue"), icon("queue"), keys({"Ctrl+Shift+Q"}),
         tr("Play the selected tracks after what is playing")},
        {CommandId::ToggleLiked, Group::Tracks, "toggleLiked", tr("Save to Li&ked Songs"), icon("heart"),
         keys({"Ctrl+Shift+L"}), tr("Save the selected tracks to your Liked Songs, or remove them there"), true},

        {CommandId::SortByTitle, Group::Sort, "sortByTitle", tr("&Title"), {}, {}, tr("Sort by title")},
        {CommandId::SortByArtist, Group::Sort, "sortByArtist", tr("&Artist"), {}, {}, tr("Sort by artist")},
        {CommandId::SortByAlbum,
         Group::Sort,
         "sortByAlbum",
         tr("A&lbum"),
         {},
         {},
         tr("Sort by album, and within it by disc and track")},
        {CommandId::SortByDateAdded,
         Group::Sort,
         "sortByDateAdded",
         tr("&Date added"),
         {},
         {},
         tr("Sort by the date of adding")},
        {CommandId::SortByAddedBy, Group::Sort, "sortByAddedBy", tr("Added &by"), {}, {}, tr("Sort by who added it")},
        {CommandId::SortByLength, Group::Sort, "sortByLength", tr("L&ength"), {}, {}, tr("Sort by length")},
        {CommandId::SortByReleaseDate,
         Group::Sort,
         "sortByReleaseDate",
         tr("&Release date"),
         {},
         {},
         tr("Sort by release date")},
        {CommandId::SortByPopularity,
         Group::Sort,
         "sortByPopularity",
         tr("&Popularity"),
         {},
         {},
         tr("Sort by how popular tracks are on Spotify")},
        {CommandId::SortBySeveral,
         Group::Sort,
         "sortBySeveral",
         tr("&Several…"),
         {},
         keys({"Ctrl+Shift+S"}),
         tr("Sort by one thing, then by another"),
         true},
        {CommandId::Reverse, Group::Sort, "reverseOrder", tr("Re&verse"), icon("reverse"), keys({"Ctrl+Shift+R"}),
         tr("Turn the order upside down"), true},
        {CommandId::Shuffle, Group::Sort, "shuffleTracks", tr("Shu&ffle"), icon("shuffle"), keys({"Ctrl+Shift+H"}),
         tr("Put the tracks in an order by chance"), true},
        {CommandId::ShuffleAlbums,
         Group::Sort,
         "shuffleAlbums",
         tr("Shuffle, &keeping albums together"),
         {},
         {},
         tr("Shuffle the albums, each in its own order")},
        {CommandId::SpreadArtists,
         Group::Sort,
         "spreadArtists",
         tr("Shuffle, spreadi&ng artists"),
         {},
         {},
         tr("Shuffle so that one artist’s tracks do not follow each other")},

        {CommandId::RemoveDuplicates, Group::CleanUp, "removeDuplicates", tr("Remove &duplicates…"), icon("copy"),
         keys({"Ctrl+Shift+D"}), tr("Choose what goes of all that stands here more than once")},
        {CommandId::RemoveUnavailable,
         Group::CleanUp,
         "removeUnavailable",
         tr("Remove &unavailable…"),
         {},
         {},
         tr("Remove what cannot be played any more")},
        {CommandId::ReplaceUnavailable,
         Group::CleanUp,
         "replaceUnavailable",
         tr("Re&place unavailable…"),
         icon("search"),
         {},
         tr("Find other releases of what cannot be played any more")},
        {CommandId::ClearPlaylist,
         Group::CleanUp,
         "clearPlaylist",
         tr("&Clear playlist…"),
         icon("delete"),
         {},
         tr("Remove every track from this playlist")},
        {CommandId::SelectDuplicates,
         Group::CleanUp,
         "selectDuplicates",
         tr("&Select duplicates"),
         {},
         {},
         tr("Select every copy but the first"),
         true},
        {CommandId::SelectUnavailable,
         Group::CleanUp,
         "selectUnavailable",
         tr("Select u&navailable"),
         {},
         {},
         tr("Select what cannot be played any more")},
        {CommandId::SelectLocal,
         Group::CleanUp,
         "selectLocal",
         tr("Select &local files"),
         {},
         {},
         tr("Select the files of somebody’s own computer")},
        {CommandId::DuplicatesAcross,
         Group::CleanUp,
         "duplicatesAcross",
         tr("Duplicates across &my playlists…"),
         icon("copy"),
         {},
         tr("Find what stands in more than one of your playlists"),
         true},
        {CommandId::UnavailableAcross,
         Group::CleanUp,
         "unavailableAcross",
         tr("Unavailable across m&y playlists…"),
         {},
         {},
         tr("Find what cannot be played any more in all of your playlists")},

        {CommandId::SignIn,
         Group::Account,
         "signIn",
         tr("&Sign in with Spotify…"),
         icon("account"),
         {},
         tr("Sign in with your Spotify account")},
        {CommandId::Disconnect,
         Group::Account,
         "disconnect",
         tr("&Disconnect…"),
         icon("quit"),
         {},
         tr("Remove everything of your account from this computer")},
        {CommandId::LeaveDemo,
         Group::Account,
         "leaveDemo",
         tr("&Leave the demo"),
         icon("quit"),
         {},
         tr("Go back to the first page")},

        {CommandId::FilterTracks, Group::View, "filterTracks", tr("&Filter this playlist"), icon("filter"),
         standard(QKeySequence::Find), tr("Show only the tracks with some words in title, artist or album")},
        {CommandId::SearchSpotify, Group::View, "searchSpotify", tr("&Search Spotify"), icon("search"),
         keys({"Ctrl+K"}), tr("Find tracks, albums and artists, and take them from there")},
        {CommandId::OpenBeside, Group::View, "openBeside", tr("Open &beside"), icon("beside"), keys({"Ctrl+Shift+P"}),
         tr("Show a second playlist next to this one")},
        {CommandId::OtherSide,
         Group::View,
         "otherSide",
         tr("&Other side"),
         {},
         keys({"F6"}),
         tr("Go on in the playlist on the other side")},
        {CommandId::CloseSide, Group::View, "closeSide", tr("&Close this side"), icon("close"), keys({"Ctrl+W"}),
         tr("Show only the playlist on the other side")},
        {CommandId::SchemeSystem,
         Group::View,
         "schemeSystem",
         tr("As the &system"),
         {},
         {},
         tr("Light or dark as the desktop has it"),
         true},
        {CommandId::SchemeLight, Group::View, "schemeLight", tr("&Light"), {}, {}, tr("Light colours")},
        {CommandId::SchemeDark, Group::View, "schemeDark", tr("&Dark"), {}, {}, tr("Dark colours")},

        {CommandId::ShortcutSheet, Group::Help, "shortcutSheet", tr("&Keyboard shortcuts"), icon("keyboard"),
         keys({"Ctrl+?", "F1"}), tr("Show all shortcuts")},
        {CommandId::About,
         Group::Help,
         "about",
         tr("&About Segue"),
         icon("info"),
         {},
         tr("Version, licence and where the data comes from")},
    };
    for (const Command &command : m_table) {
        auto *action = new QAction(command.text, this);
        action->setObjectName(QLatin1String(command.name));
        action->setShortcuts(command.shortcuts);
        action->setToolTip(toolTip(command));
        if (!command.icon.isEmpty())
            action->setIcon(ui::icon(command.icon));
        m_actions.emplace(command.id, action);
    }
}

QString Commands::toolTip(const Command &command)
{
    if (command.shortcuts.isEmpty())
        return command.description;
    return QStringLiteral("%1 (%2)").arg(command.description,
                                         command.shortcuts.constFirst().toString(QKeySequence::NativeText));
}

const Command &Commands::command(CommandId id) const
{
    return *std::find_if(m_table.begin(), m_table.end(), [id](const Command &each) { return each.id == id; });
}

void Commands::fill(QMenu &menu, Command::Group group) const
{
    // Why a command cannot be had just now stands in its tooltip.
    menu.setToolTipsVisible(true);
    for (const Command &command : m_table) {
        if (command.group != group)
            continue;
        if (command.beginsSection)
            menu.addSeparator();
        menu.addAction(action(command.id));
    }
}

void Commands::setPossible(CommandId id, const QString &reasonAgainst) const
{
    QAction *changed = action(id);
    changed->setEnabled(reasonAgainst.isEmpty());
    changed->setToolTip(reasonAgainst.isEmpty() ? toolTip(command(id)) : reasonAgainst);
}

void Commands::setHint(CommandId id, const QString &hint) const
{
    const QString &text = command(id).text;
    action(id)->setText(hint.isEmpty() ? text : QString(text + u'\t' + hint));
}

void Commands::setDescription(CommandId id, const QString &description)
{
    const auto described =
        std::find_if(m_table.begin(), m_table.end(), [id](const Command &each) { return each.id == id; });
    described->description = description;
    if (action(id)->isEnabled())
        action(id)->setToolTip(toolTip(*described));
}

QString Commands::groupText(Command::Group group)
{
    switch (group) {
    case Command::Group::Playlist:
        return tr("Playlist");
    case Command::Group::Edit:
        return tr("Edit");
    case Command::Group::Tracks:
        return tr("Tracks");
    case Command::Group::Sort:
        return tr("Sort");
    case Command::Group::CleanUp:
        return tr("Clean up");
    case Command::Group::Account:
        return tr("Account");
    case Command::Group::View:
        return tr("View");
    case Command::Group::Help:
        return tr("Help");
    }
    return {};
}

QString Commands::plainText(const Command &command)
{
    QString text = command.text;
    return text.remove(u'&').remove(u'…');
}

void Commands::setUndoTexts(const QString &undo, const QString &redo) const
{
    const auto name = [](QAction *action, const QString &text) {
        action->setText(text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString plain = QString(text).remove(u'&');
        action->setToolTip(keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys));
    };
    name(action(CommandId::Undo), undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    name(action(CommandId::Redo), redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
}

} // namespace segue::ui
