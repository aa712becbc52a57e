// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/SideBarDrops.h"

#include "app/models/Library.h"
#include "app/models/MediaCollector.h"
#include "app/models/TrackMime.h"
#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/playlist/AddedMessage.h"
#include "ui/playlist/LinkReads.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/TrackAdder.h"
#include "ui/playlist/WhenRead.h"
#include "ui/tracks/DuplicateGuard.h"

namespace segue::ui
{

using playlist::Editor;

namespace
{

QString messageIdOf(const QString &playlistId)
{
    return QStringLiteral("sideBarDrop-") + playlistId;
}

} // namespace

SideBarDrops::SideBarDrops(const Services &services, QObject *parent) : QObject(parent), m_services(services) {}

void SideBarDrops::add(const QString &playlistId, const QMimeData *data)
{
    const web::Playlist *playlist = m_services.library.find(playlistId);
    if (!playlist)
        return;
    const models::DroppedMedia dropped = models::mediaFrom(data);
    if (!dropped.links.isEmpty()) {
        m_services.reads.read(*playlist, dropped.links, this,
                              [this, playlistId, name = playlist->name,
                               problem = dropped.problem](const models::CollectedMedia &collected) {
                                  QStringList leftOut{problem, collected.problem()};
                                  leftOut.removeAll(QString());
                                  if (const web::Playlist *there = m_services.library.find(playlistId))
                                      add(*there, collected.media, leftOut.join(u' '));
                                  else
                                      m_services.messages.show(messageIdOf(playlistId), goneMessage(name));
                              });
        return;
    }
    if (dropped.media.isEmpty()) {
        if (!dropped.problem.isEmpty())
            m_services.messages.show(messageIdOf(playlistId),
                                     {.severity = Message::Severity::Warning, .text = dropped.problem});
        return;
    }
    add(*playlist, dropped.media, dropped.problem);
}

void SideBarDrops::add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, const QString &leftOut)
{
    m_services.messages.show(
        messageIdOf(playlist.id),
        {.text = tr("Adding %n track(s) to “%1”…", nullptr, static_cast<int>(media.size())).arg(playlist.name)});
    const HeldPlaylist held = m_services.open.hold(playlist);
    whenRead(*held.editor, this, [this, held, media, leftOut](const std::optional<Error> &error) {
        if (error) {
            tellNotAdded(*held.editor, *error, media, leftOut);
            return;
        }
        m_services.messages.close(messageIdOf(held.editor->details().id)); // it may be asked now
        m_services.guard.ask(*held.editor, media, [this, held, leftOut](const QList<web::MediumPtr> &wanted) {
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
            [this, held, media, leftOut](const Error &error) { tellNotAdded(*held.editor, error, media, leftOut); });
    adder->start();
}

void SideBarDrops::tellAdded(Editor &editor, int count, const QString &leftOut)
{
    const QString id = editor.details().id;
    // What went well need not be said of all of them.
    m_services.messages.show(leftOut.isEmpty() ? QStringLiteral("sideBarDrop") : messageIdOf(id),
                             addedMessage(editor, count, leftOut, [this, id] { Q_EMIT showRequested(id); }));
}

void SideBarDrops::tellNotAdded(const Editor &editor, const Error &error, const QList<web::MediumPtr> &media,
                                const QString &leftOut)
{
    const QString id = editor.details().id;
    Message message = notAddedMessage(editor.details().name, error);
    message.actions = {{tr("Try again"), [this, id, media, leftOut] {
                            if (const web::Playlist *there = m_services.library.find(id))
                                add(*there, media, leftOut);
                        }}};
    m_services.messages.show(messageIdOf(id), message);
}

} // namespace segue::ui
