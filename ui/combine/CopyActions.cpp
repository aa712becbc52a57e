// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/combine/CopyActions.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ListOps.h"
#include "app/playlist/ops/Select.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/combine/MakerMessages.h"
#include "ui/dialogs/DetailsDialog.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/playlist/WhenRead.h"
#include "ui/tracks/TrackView.h"

#include <QLocale>

#include <algorithm>

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;
using playlist::RowList;

namespace
{

const QString readingId = QStringLiteral("copy");

playlist::RowLookup lookupIn(const Document &document)
{
    return [&document](playlist::RowId id) -> const playlist::Row & { return document.row(id); };
}

/// The rows of these that are in the list leave it, as one step; false when it may not be edited.
bool removeFrom(Editor &editor, const RowList &rows)
{
    const std::vector<int> positions = playlist::positionsOf(rows, editor.document().wanted());
    return positions.empty() || editor.removeRows(positions);
}

} // namespace

CopyActions::CopyActions(Commands &commands, PlaylistPage &page, const Services &services, QObject *parent)
    : ListVerbs(commands, page, parent), m_services(services)
{
    wire(CommandId::CopyPlaylist, [this] {
        if (editor())
            copyPlaylist(editor()->details().id);
    });
    wire(CommandId::NewFromSelection, [this] { takeSelection(Source::Stays); });
    wire(CommandId::MoveToNewPlaylist, [this] { takeSelection(Source::Leaves); });
}

void CopyActions::update()
{
    commands().setPossible(CommandId::CopyPlaylist, reasonAgainstCopying());
    commands().setPossible(CommandId::NewFromSelection, reasonAgainstTaking(Source::Stays));
    commands().setPossible(CommandId::MoveToNewPlaylist, reasonAgainstTaking(Source::Leaves));
}

QString CopyActions::reasonAgainstCopying() const
{
    // What has not been read yet is read first.
    const bool readsFirst = editor() && editor()->details().itemsReadable && !editor()->document().isComplete();
    return readsFirst ? QString() : reasonAgainstReading();
}

QString CopyActions::reasonAgainstTaking(Source source) const
{
    const QString reason = source == Source::Leaves ? reasonAgainstEditing() : reasonAgainstReading();
    if (!reason.isEmpty())
        return reason;
    return page().view().selectedPositions().empty() ? tr("No tracks are selected.") : QString();
}

void CopyActions::copyPlaylist(const QString &playlistId)
{
    const web::Playlist *known = m_services.library.find(playlistId);
    if (!known)
        return;
    const web::Playlist playlist = *known;
    const HeldPlaylist held = m_services.open.hold(playlist);
    if (!held.editor->document().isComplete())
        m_services.messages.show(readingId, {.text = tr("Reading “%1”…").arg(playlist.name)});
    whenRead(*held.editor, this, [this, held, playlist](const std::optional<Error> &error) {
        m_services.messages.close(readingId);
        if (error)
            tellUnreadable(playlist, *error);
        else
            copy(*held.editor);
    });
}

void CopyActions::tellUnreadable(const web::Playlist &playlist, const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    message.text = tr("“%1” could not be read, so it was not copied. %2").arg(playlist.name, error.userText);
    message.actions = {{tr("Try again"), [this, id = playlist.id] { copyPlaylist(id); }}};
    m_services.messages.show(readingId, message);
}

QString CopyActions::copyName(const QString &name) const
{
    const auto isTaken = [this](const QString &wanted) {
        const QList<web::Playlist> &all = m_services.library.playlists();
        return std::any_of(all.begin(), all.end(), [&](const web::Playlist &each) { return each.name == wanted; });
    };
    // The end is what tells the copies apart: the name is cut, not that.
    const auto with = [&name](const QString &end) {
        return QString(name.simplified().left(web::maxNameLength - end.size() - 1).trimmed() + u' ' + end);
    };
    QString wanted = with(tr("(copy)"));
    for (int number = 2; isTaken(wanted); ++number)
        wanted = with(tr("(copy %1)").arg(QLocale().toString(number)));
    return wanted;
}

void CopyActions::copy(const Editor &editor)
{
    const Document &document = editor.document();
    const Addable tracks = addableOf(document.wanted(), lookupIn(document));
    if (tracks.media.isEmpty()) {
        const QString nothing = tr("There is nothing in “%1” that could be copied.").arg(editor.details().name);
        m_services.messages.show(readingId, {.severity = Message::Severity::Info,
                                             .text = QString(nothing + u' ' + tracks.leftOutText()).trimmed()});
        return;
    }
    m_services.maker.make(
        {.details = PlaylistMaker::detailsOf(copyName(editor.details().name), editor.details().description),
         .media = tracks.media,
         .leftOut = tracks.leftOutText(),
         .notLost = {},
         .done =
             [](const web::Playlist &playlist, const std::vector<int> &arrived) {
                 return Message{.text = tr("Copied %Ln track(s) to “%1”.", nullptr, static_cast<int>(arrived.size()))
                                            .arg(playlist.name)};
             },
         .dialog = {}});
}

void CopyActions::takeSelection(Source source)
{
    if (!reasonAgainstTaking(source).isEmpty())
        return;
    const Document &document = editor()->document();
    const RowList rows = playlist::rowsAt(document.wanted(), page().view().selectedPositions());
    if (const Addable tracks = addableOf(rows, lookupIn(document)); tracks.media.isEmpty())
        say(tr("There is nothing among these rows that could be added to another playlist.") + u' ' +
            tracks.leftOutText());
    else if (source == Source::Leaves)
        askToMove(tracks.rows);
    else
        askForDetails(rows, source);
}

void CopyActions::askToMove(const RowList &rows)
{
    const RowList selected = playlist::rowsAt(editor()->document().wanted(), page().view().selectedPositions());
    const Editor::RemovalCost cost =
        editor()->costOfRemoving(playlist::positionsOf(rows, editor()->document().wanted()));
    if (cost.copiesLosingDate == 0) {
        askForDetails(selected, Source::Leaves);
        return;
    }
    const Question question{
        .id = QStringLiteral("moveToNewQuestion"),
        .title = tr("Move only these copies?"),
        .text = tr("Spotify can only remove all copies of a track at once: %Ln row(s) that stay will be removed too "
                   "and added again, with today as “date added”.",
                   nullptr, cost.copiesLosingDate),
        .acceptText = tr("Move"),
        .destructive = true,
    };
    m_services.seams.ask(page().window(), question, [this, selected, asked = QPointer<Editor>(editor())](bool yes) {
        if (yes && asked && asked == editor())
            askForDetails(selected, Source::Leaves);
    });
}

void CopyActions::askForDetails(const RowList &rows, Source source)
{
    const web::Playlist playlist = editor()->details();
    const Addable tracks = addableOf(rows, lookupIn(editor()->document()));
    // Rows are known by this editor alone: it stays until they have left it.
    const HeldPlaylist held = m_services.open.hold(playlist);
    auto *dialog = new DetailsDialog(page().window());
    const int count = static_cast<int>(tracks.media.size());
    dialog->setWindowTitle(source == Source::Leaves ? tr("Move %Ln track(s) to a new playlist", nullptr, count)
                                                    : tr("New playlist from %Ln track(s)", nullptr, count));
    dialog->setAccessibleName(dialog->windowTitle());
    dialog->suggestName(tr("%1 (selection)").arg(playlist.name));
    connect(dialog, &DetailsDialog::submitted, this,
            [this, dialog, held, tracks, source](const web::PlaylistDetails &details) {
                takeRows(*dialog, details, held, tracks, source);
            });
    dialog->open();
}

void CopyActions::takeRows(DetailsDialog &dialog, const web::PlaylistDetails &details, const HeldPlaylist &from,
                           const Addable &tracks, Source source)
{
    const bool leaves = source == Source::Leaves;
    const QString here = from.editor ? from.editor->details().name : QString();
    const auto done = [leaves, here, from, tracks](const web::Playlist &playlist, const std::vector<int> &arrived) {
        const int count = static_cast<int>(arrived.size());
        RowList rows;
        for (const int index : arrived)
            rows.push_back(tracks.rows[static_cast<std::size_t>(index)]);
        if (!leaves)
            return Message{.text = tr("Copied %Ln track(s) to “%1”.", nullptr, count).arg(playlist.name)};
        if (from.editor && removeFrom(*from.editor, rows))
            return Message{.text = tr("Moved %Ln track(s) to “%1”.", nullptr, count).arg(playlist.name)};
        return Message{.severity = Message::Severity::Warning,
                       .text = tr("Copied %Ln track(s) to “%1”. They could not be removed from “%2”.", nullptr, count)
                                   .arg(playlist.name, here)};
    };
    m_services.maker.make({.details = details,
                           .media = tracks.media,
                           .leftOut = tracks.leftOutText(),
                           .notLost = leaves ? tr("Everything is still in “%1”.").arg(here) : QString(),
                           .done = done,
                           .dialog = &dialog});
}

} // namespace segue::ui
