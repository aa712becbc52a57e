// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ShownPlaylists.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/panes/Pane.h"
#include "ui/panes/Panes.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/WhenRead.h"

namespace segue::ui
{

using playlist::Editor;

ShownPlaylists::ShownPlaylists(const models::Library &library, OpenPlaylists &open, Panes &panes, Settings &settings,
                               MessageArea &messages, QObject *parent)
    : QObject(parent), m_library(library), m_open(open), m_panes(panes), m_settings(settings), m_messages(messages)
{
}

void ShownPlaylists::show(const QString &playlistId)
{
    const web::Playlist *playlist = m_library.find(playlistId);
    if (!playlist)
        return;
    if (Pane *there = m_panes.find(playlistId)) {
        m_panes.activate(*there);
        return;
    }
    Pane &pane = m_panes.active();
    // Off the page first: opening another one may close the one that is shown.
    Q_EMIT leaving();
    pane.setOpen(nullptr);
    pane.setOpen(m_open.open(*playlist));
    Q_EMIT changed();
    remember();
}

void ShownPlaylists::showBeside(const QString &playlistId)
{
    if (!m_library.find(playlistId))
        return;
    if (Pane *there = m_panes.find(playlistId)) {
        m_panes.activate(*there);
        return;
    }
    m_panes.openBeside();
    show(playlistId);
}

QString ShownPlaylists::idOf(const QString &idOrName) const
{
    if (m_library.contains(idOrName))
        return idOrName;
    for (const web::Playlist &playlist : m_library.playlists()) {
        if (playlist.name.compare(idOrName, Qt::CaseInsensitive) == 0)
            return playlist.id;
    }
    return {};
}

void ShownPlaylists::showFirst(const QString &wanted)
{
    const QList<web::Playlist> &all = m_library.playlists();
    if (all.isEmpty()) {
        m_panes.active().setHint(tr("Your library has no playlists yet.\n“New playlist” makes the first one."));
        return;
    }
    QString id = wanted.isEmpty() ? QString() : idOf(wanted);
    if (id.isEmpty() && !wanted.isEmpty())
        m_messages.show(QStringLiteral("open"), {.severity = Message::Severity::Info,
                                                 .text = tr("There is no playlist “%1” in your library.").arg(wanted)});
    if (id.isEmpty() && m_library.contains(m_settings.value(setting::lastPlaylist)))
        id = m_settings.value(setting::lastPlaylist);
    if (id.isEmpty())
        id = all.constFirst().id;
    const QString beside = m_settings.value(setting::besidePlaylist); // before what is shown is remembered
    show(id);
    Pane &first = m_panes.active();
    if (!beside.isEmpty())
        showBeside(beside);
    m_panes.activate(first);
    first.takeFocus();
}

void ShownPlaylists::select(const QString &playlistId, const std::vector<int> &positions)
{
    if (const Pane *pane = m_panes.find(playlistId))
        pane->select(positions);
}

void ShownPlaylists::showTrack(const QString &playlistId, const QString &uri, const std::vector<int> &positions)
{
    show(playlistId);
    const Pane *pane = m_panes.find(playlistId);
    if (!pane)
        return;
    Editor &editor = *pane->editor();
    whenRead(editor, this, [this, playlistId, uri, positions, &editor](const std::optional<Error> &error) {
        if (error)
            return; // the page says so
        const playlist::Document &document = editor.document();
        std::vector<int> rows;
        for (int i = 0; i < document.size() && !uri.isEmpty(); ++i) {
            if (document.rowAt(i).uri() == uri)
                rows.push_back(i);
        }
        select(playlistId, uri.isEmpty() ? positions : rows);
        if (const Pane *shown = m_panes.find(playlistId))
            shown->takeFocus();
    });
}

void ShownPlaylists::forget(const QString &playlistId)
{
    if (Pane *pane = m_panes.find(playlistId)) {
        if (m_panes.other()) {
            m_panes.close(*pane);
        } else {
            Q_EMIT leaving();
            pane->setOpen(nullptr);
            pane->setHint(tr("Choose a playlist in the side bar."));
            Q_EMIT changed();
        }
    }
    m_open.close(playlistId);
}

void ShownPlaylists::remember()
{
    const std::vector<Pane *> &panes = m_panes.all();
    const QString first = panes.front()->playlistId();
    if (first.isEmpty())
        return;
    m_settings.set(setting::lastPlaylist, first);
    m_settings.set(setting::besidePlaylist, panes.size() > 1 ? panes.back()->playlistId() : QString());
}

} // namespace segue::ui
