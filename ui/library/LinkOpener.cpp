// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/LinkOpener.h"

#include "app/models/Library.h"
#include "app/web/Api.h"
#include "app/web/SpotifyLinks.h"
#include "ui/MessageArea.h"

namespace segue::ui
{

namespace
{

const QString messageId = QStringLiteral("link");

} // namespace

LinkOpener::LinkOpener(web::Api &api, models::Library &library, MessageArea &messages, QObject *parent)
    : QObject(parent), m_api(api), m_library(library), m_messages(messages)
{
}

QString LinkOpener::playlistIn(const QString &text)
{
    using Kind = web::SpotifyLink::Kind;
    const QList<web::SpotifyLink> links = web::parseSpotifyLinks(text).links;
    if (links.size() != 1)
        return {};
    const web::SpotifyLink &link = links.constFirst();
    // Bare ids are taken for tracks elsewhere; here only a playlist makes sense.
    const bool isBare = link.kind == Kind::Track && link.id == text.trimmed();
    return link.kind == Kind::Playlist || isBare ? link.id : QString();
}

void LinkOpener::open(const QString &playlistId, Place place)
{
    m_wanted = playlistId;
    if (m_library.find(playlistId)) {
        m_messages.close(messageId);
        Q_EMIT found(playlistId, place);
        return;
    }
    m_messages.show(messageId, {.text = tr("Looking for the playlist…")});
    m_api.playlist(playlistId, this, [this, playlistId, place](const Result<web::Playlist> &playlist) {
        if (playlistId != m_wanted)
            return;
        if (!playlist) {
            tellFailed(playlistId, place, playlist.error());
            return;
        }
        m_messages.close(messageId);
        m_library.visit(*playlist);
        Q_EMIT found(playlist->id, place);
        if (!m_library.contains(playlist->id))
            lookWhetherFollowed(playlist->id);
    });
}

/// It may have been followed elsewhere since the library was read.
void LinkOpener::lookWhetherFollowed(const QString &playlistId)
{
    m_api.followsPlaylist(playlistId, this, [this, playlistId](const Result<bool> &follows) {
        if (follows && *follows && !m_library.contains(playlistId))
            m_library.load();
    });
}

void LinkOpener::tellFailed(const QString &playlistId, Place place, const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    if (error.kind == ErrorKind::NotFound)
        message.text = tr("There is no playlist at this link, or its owner keeps it private.");
    else
        message.actions = {{tr("Try again"), [this, playlistId, place] { open(playlistId, place); }}};
    m_messages.show(messageId, message);
}

} // namespace segue::ui
