// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/DetailsChanges.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/library/DetailsCommand.h"
#include "ui/playlist/OpenPlaylists.h"

#include <QPointer>

#include <utility>

namespace segue::ui
{

namespace
{

const QString messageId = QStringLiteral("details");

/// What `playlist` has of what `wanted` changes.
web::PlaylistDetails sameOf(const web::Playlist &playlist, const web::PlaylistDetails &wanted)
{
    web::PlaylistDetails out;
    if (wanted.name)
        out.name = playlist.name;
    if (wanted.description)
        out.description = playlist.description;
    if (wanted.onProfile)
        out.onProfile = playlist.onProfile.value_or(false);
    if (wanted.collaborative)
        out.collaborative = playlist.collaborative;
    return out;
}

bool isNothing(const web::PlaylistDetails &details)
{
    return !details.name && !details.description && !details.onProfile && !details.collaborative;
}

} // namespace

DetailsChanges::DetailsChanges(Services services, QObject *parent) : QObject(parent), m_services(std::move(services)) {}

void DetailsChanges::change(const QString &playlistId, const web::PlaylistDetails &wanted, QObject *context,
                            Done<web::Playlist> done)
{
    const web::Playlist *known = m_services.library.find(playlistId);
    if (!known) {
        const Error gone{.kind = ErrorKind::NotFound,
                         .userText = tr("This playlist is no longer in your library. Nothing was changed.")};
        QMetaObject::invokeMethod(
            context, [done = std::move(done), gone] { done(Unexpected(gone)); }, Qt::QueuedConnection);
        return;
    }
    send(playlistId, wanted, this,
         [this, before = *known, wanted, guard = QPointer<QObject>(context),
          done = std::move(done)](const Result<web::Playlist> &now) {
             if (now)
                 remember(before, wanted);
             if (guard)
                 done(now);
         });
}

void DetailsChanges::send(const QString &playlistId, const web::PlaylistDetails &wanted, QObject *context,
                          Done<web::Playlist> done)
{
    m_services.library.changeDetails(playlistId, wanted, context,
                                     [this, wanted, done = std::move(done)](const Result<web::Playlist> &now) {
                                         if (now) {
                                             if (playlist::Editor *editor = m_services.open.editorOf(now->id))
                                                 editor->document().setDetails(*now);
                                             tellDifference(wanted, *now);
                                         }
                                         done(now);
                                     });
}

void DetailsChanges::remember(const web::Playlist &before, const web::PlaylistDetails &wanted)
{
    const web::PlaylistDetails earlier = sameOf(before, wanted);
    const bool onlyName = wanted.name && !wanted.description && !wanted.onProfile && !wanted.collaborative;
    const QString what = onlyName ? tr("Rename") : tr("Change details");
    if (playlist::Editor *editor = m_services.open.editorOf(before.id)) {
        editor->undoStack().push(new DetailsCommand(*this, before.id, earlier, wanted, what));
        return;
    }
    if (m_services.messages().bar(messageId))
        return; // what Spotify made something else of is worth more
    m_services.messages().show(
        messageId, {.text = onlyName ? tr("“%1” is now called “%2”.").arg(before.name, *wanted.name)
                                     : tr("The details of “%1” were changed.").arg(before.name),
                    .actions = {{tr("Undo"), [this, id = before.id, earlier, what] { repeat(id, earlier, what); }}}});
}

void DetailsChanges::repeat(const QString &playlistId, const web::PlaylistDetails &wanted, const QString &what)
{
    web::PlaylistDetails possible = wanted;
    // Spotify refuses an empty one.
    const bool keepsDescription = wanted.description && wanted.description->isEmpty();
    if (keepsDescription)
        possible.description.reset();
    const auto tellKept = [this, keepsDescription] {
        if (keepsDescription)
            m_services.messages().show(
                messageId,
                {.text = tr("Spotify does not let a description be removed, only changed. It stays as it is.")});
    };
    if (isNothing(possible)) {
        tellKept();
        return;
    }
    send(playlistId, possible, this, [this, playlistId, possible, what, tellKept](const Result<web::Playlist> &now) {
        if (now) {
            tellKept();
            return;
        }
        Message message = messageOf(now.error());
        message.severity = Message::Severity::Warning;
        message.text = tr("“%1” could not be undone or done again. %2").arg(what, now.error().userText);
        message.actions = {
            {tr("Try again"), [this, playlistId, possible, what] { repeat(playlistId, possible, what); }}};
        m_services.messages().show(messageId, message);
    });
}

/// Spotify accepts some changes and forgets them.
void DetailsChanges::tellDifference(const web::PlaylistDetails &wanted, const web::Playlist &now)
{
    QStringList kept;
    if (wanted.name && *wanted.name != now.name)
        kept.append(tr("the name"));
    if (wanted.description && *wanted.description != now.description)
        kept.append(tr("the description"));
    if (wanted.onProfile && now.onProfile && *wanted.onProfile != *now.onProfile)
        kept.append(tr("“Show on profile”"));
    if (wanted.collaborative && *wanted.collaborative != now.collaborative)
        kept.append(tr("“Collaborative”"));
    if (kept.isEmpty()) {
        m_services.messages().close(messageId);
        return;
    }
    m_services.messages().show(messageId,
                               {.severity = Message::Severity::Warning,
                                .text = tr("Spotify accepted the change, and has something else now for: %1. It can be "
                                           "changed in Spotify itself.")
                                            .arg(kept.join(QStringLiteral(", ")))});
}

} // namespace segue::ui
