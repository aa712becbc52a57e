// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/UnfinishedEdits.h"

#include "app/models/Library.h"
#include "app/playlist/Editor.h"
#include "app/playlist/Recovery.h"
#include "app/store/Store.h"
#include "ui/MessageArea.h"
#include "ui/playlist/OpenPlaylists.h"

#include <QLocale>

namespace segue::ui
{

using playlist::Editor;

namespace
{

QString messageIdOf(const QString &playlistId)
{
    return QStringLiteral("unfinished-") + playlistId;
}

} // namespace

UnfinishedEdits::UnfinishedEdits(store::Store &store, const models::Library &library, OpenPlaylists &open,
                                 MessageArea &messages, const DialogSeams &seams, QWidget &window, QObject *parent)
    : QObject(parent), m_store(store), m_library(library), m_open(open), m_messages(messages), m_seams(seams),
      m_window(window)
{
    connect(&store, &store::Store::damaged, this, [this](const Error &error) {
        Message message = messageOf(error);
        message.severity = Message::Severity::Warning;
        m_messages.show(QStringLiteral("store"), message);
    });
    connect(&open, &OpenPlaylists::unfinishedSettled, this,
            [this](const QString &playlistId) { m_messages.close(messageIdOf(playlistId)); });
}

void UnfinishedEdits::offer()
{
    if (std::exchange(m_read, true))
        return;
    m_store.readUnfinished(this, [this](const Result<store::Journal> &journal) {
        if (!journal) {
            Message message = messageOf(journal.error());
            message.severity = Message::Severity::Warning;
            m_messages.show(QStringLiteral("store"), message);
            return;
        }
        for (const store::JournalEntry &entry : journal->entries)
            offer(entry);
        if (!journal->unreadable.isEmpty())
            m_messages.show(QStringLiteral("unreadable"),
                            {.severity = Message::Severity::Warning,
                             .text = tr("Changes that were not saved cannot be read any more: %1.")
                                         .arg(journal->unreadable.join(QStringLiteral(", ")))});
    });
}

void UnfinishedEdits::offer(const store::JournalEntry &entry)
{
    const web::Playlist *playlist = m_library.find(entry.playlistId);
    if (!playlist || (playlist->ownerId != m_library.user().id && !playlist->collaborative))
        return;
    m_open.setUnfinished(entry);
    m_messages.show(
        messageIdOf(entry.playlistId),
        {.severity = Message::Severity::Warning,
         .text = tr("“%1” has changes from %2 that were not saved when Segue ended: %3.")
                     .arg(playlist->name, QLocale().toString(entry.savedAt.toLocalTime(), QLocale::ShortFormat),
                          workText(entry)),
         .actions = {{tr("Finish"), [this, id = entry.playlistId] { finish(id); }},
                     {tr("Discard…"), [this, id = entry.playlistId] { askToDiscard(id); }}},
         .closable = false});
}

QString UnfinishedEdits::workText(const store::JournalEntry &entry)
{
    const playlist::UnfinishedWork work = playlist::workOf(entry);
    QStringList parts;
    if (entry.server.isEmpty() && work.added > 0)
        return tr("a new order of %n track(s)", nullptr, work.added);
    if (work.added > 0)
        parts.append(tr("%n track(s) added", nullptr, work.added));
    if (work.removed > 0)
        parts.append(tr("%n track(s) removed", nullptr, work.removed));
    if (work.moved > 0)
        parts.append(tr("%n track(s) moved", nullptr, work.moved));
    return parts.join(QStringLiteral(", "));
}

void UnfinishedEdits::finish(const QString &playlistId)
{
    const web::Playlist *playlist = m_library.find(playlistId);
    if (!playlist)
        return;
    OpenPlaylist *open = m_open.openBehind(*playlist);
    Editor *editor = open->editor.get();
    connect(editor, &Editor::unfinishedSettled, this, [open] { open->waitedFor = false; });
    connect(editor, &Editor::loadFailed, this, [this, editor](const Error &error) {
        if (!editor->unfinished())
            return;
        // Still there: offered again, with what is in the way.
        offer(*editor->unfinished());
        m_messages.show(QStringLiteral("unfinishedFailed"), messageOf(error));
    });
    editor->finishUnfinished();
}

void UnfinishedEdits::askToDiscard(const QString &playlistId)
{
    const web::Playlist *playlist = m_library.find(playlistId);
    const std::optional<store::JournalEntry> entry = m_open.unfinishedOf(playlistId);
    if (!playlist || !entry)
        return;
    const Question question{
        .id = QStringLiteral("discardUnfinishedQuestion"),
        .title = tr("Forget the changes of “%1”?").arg(playlist->name),
        .text = tr("%1. The playlist stays as it is at Spotify; this cannot be undone.").arg(workText(*entry)),
        .acceptText = tr("Forget them"),
        .destructive = true,
    };
    m_seams.ask(&m_window, question, [this, playlistId, entry](bool yes) {
        if (yes)
            discard(playlistId);
        else
            offer(*entry); // its message closed when the button was pressed
    });
}

void UnfinishedEdits::discard(const QString &playlistId)
{
    if (!m_open.discardUnfinished(playlistId))
        m_store.removeUnfinished(playlistId, this, [](const Result<Nothing> &) {});
}

} // namespace segue::ui
