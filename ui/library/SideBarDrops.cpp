// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/SideBarDrops.h"

#include "app/models/Library.h"
#include "app/models/TrackMime.h"
#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/TrackAdder.h"
#include "ui/playlist/WhenRead.h"
#include "ui/tracks/DuplicateGuard.h"

#include <QPointer>

namespace segue::ui
{

using playlist::Editor;

namespace
{

const QString messageId = QStringLiteral("sideBarDrop");

} // namespace

SideBarDrops::SideBarDrops(const Account &account, OpenPlaylists &open, MessageArea &messages, Settings &settings,
                           QObject *parent)
    : QObject(parent), m_library(account.library), m_api(account.api), m_catalogue(account.catalogue), m_open(open),
      m_messages(messages), m_guard(new DuplicateGuard(settings, messages, messageId, this))
{
}

SideBarDrops::~SideBarDrops() = default;

void SideBarDrops::add(const QString &playlistId, const QMimeData *data)
{
    const web::Playlist *playlist = m_library.find(playlistId);
    if (!playlist)
        return;
    const models::DroppedMedia dropped = models::mediaFrom(data);
    if (!dropped.links.isEmpty() && m_catalogue) {
        read(playlistId, dropped.links);
        return;
    }
    if (dropped.media.isEmpty()) {
        if (!dropped.problem.isEmpty())
            m_messages.show(messageId, {.severity = Message::Severity::Warning, .text = dropped.problem});
        return;
    }
    add(*playlist, dropped.media, dropped.problem);
}

void SideBarDrops::read(const QString &playlistId, const QList<web::SpotifyLink> &links)
{
    m_messages.show(messageId, {.text = tr("Reading what is behind the links…")});
    m_collector = std::make_unique<models::MediaCollector>(m_api, *m_catalogue, links);
    connect(m_collector.get(), &models::MediaCollector::finished, this,
            [this, playlistId](const models::CollectedMedia &collected) {
                const web::Playlist *playlist = m_library.find(playlistId);
                if (collected.media.isEmpty())
                    m_messages.show(messageId, {.severity = Message::Severity::Warning, .text = collected.problem()});
                else if (playlist)
                    add(*playlist, collected.media, collected.problem());
            });
    connect(m_collector.get(), &models::MediaCollector::failed, this, [this, playlistId, links](const Error &error) {
        tellFailed(playlistId, error, [this, playlistId, links] { read(playlistId, links); });
    });
    m_collector->start();
}

void SideBarDrops::add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, const QString &leftOut)
{
    m_messages.show(
        messageId,
        {.text = tr("Adding %n track(s) to “%1”…", nullptr, static_cast<int>(media.size())).arg(playlist.name)});
    const HeldPlaylist held = m_open.hold(playlist);
    whenRead(*held.editor, this, [this, held, media, leftOut](const std::optional<Error> &error) {
        if (error)
            tellNotAdded(*held.editor, *error, media);
        else
            m_guard->ask(*held.editor, media, [this, held, leftOut](const QList<web::MediumPtr> &wanted) {
                if (held.editor)
                    add(held, wanted, leftOut);
            });
    });
}

void SideBarDrops::add(const HeldPlaylist &held, const QList<web::MediumPtr> &media, const QString &leftOut)
{
    auto *adder = new TrackAdder(*held.editor, media);
    connect(adder, &TrackAdder::added, this,
            [this, held, leftOut](int count) { tellAdded(*held.editor, count, leftOut); });
    connect(adder, &TrackAdder::failed, this,
            [this, held, media](const Error &error) { tellNotAdded(*held.editor, error, media); });
    adder->start();
}

void SideBarDrops::tellAdded(Editor &editor, int count, const QString &leftOut)
{
    Message message{.text = tr("%n track(s) added to “%1”.", nullptr, count).arg(editor.details().name)};
    if (!leftOut.isEmpty()) {
        message.severity = Message::Severity::Warning;
        message.text += u' ' + leftOut;
    }
    message.actions = {
        {tr("Show"), [this, id = editor.details().id] { Q_EMIT showRequested(id); }},
        {tr("Undo"),
         [editor = QPointer<Editor>(&editor), step = editor.undoStack().index()] {
             // Only while it is the last thing that was done there.
             if (editor && editor->undoStack().index() == step)
                 editor->undoStack().undo();
         }},
    };
    m_messages.show(messageId, message);
}

void SideBarDrops::tellNotAdded(const Editor &editor, const Error &error, const QList<web::MediumPtr> &media)
{
    const QString id = editor.details().id;
    tellFailed(id, error, [this, id, media] {
        if (const web::Playlist *there = m_library.find(id))
            add(*there, media, {});
    });
}

void SideBarDrops::tellFailed(const QString &playlistId, const Error &error, const std::function<void()> &again)
{
    const web::Playlist *playlist = m_library.find(playlistId);
    if (!playlist)
        return;
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    message.text = tr("Nothing was added to “%1”. %2").arg(playlist->name, error.userText);
    message.actions = {{tr("Try again"), again}};
    m_messages.show(messageId, message);
}

} // namespace segue::ui
