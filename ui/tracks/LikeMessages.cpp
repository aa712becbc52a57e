// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/LikeMessages.h"

#include "app/models/LikedTracks.h"
#include "ui/MessageArea.h"
#include "ui/account/Permissions.h"
#include "ui/tracks/LikeWords.h"

#include <algorithm>

namespace segue::ui
{

using models::LikedTracks;
using models::LikeOutcome;

namespace
{

const QString doneId = QStringLiteral("likedDone");
const QString failedId = QStringLiteral("liked");

} // namespace

LikeMessages::LikeMessages(LikedTracks &liked, Permissions *permissions, MessageArea &messages, QObject *parent)
    : QObject(parent), m_liked(liked), m_permissions(permissions), m_messages(messages)
{
    connect(&liked, &LikedTracks::finished, this, &LikeMessages::tell);
    if (permissions)
        connect(permissions, &Permissions::renewed, &liked, &LikedTracks::askAgain);
}

void LikeMessages::tell(const LikeOutcome &outcome)
{
    m_messages.close(doneId);
    m_messages.close(failedId);
    // A bar would push the next heart away from under the mouse, and the one that was clicked tells as much.
    const bool isTold = outcome.isSeen && outcome.liked;
    if (const QString text = likeWords::done(outcome); !text.isEmpty() && !isTold) {
        Message message{.text = text};
        if (!outcome.changed.isEmpty())
            message.actions = {{tr("Undo"), [this, outcome] { m_liked.set(outcome.changed, !outcome.liked); }}};
        m_messages.show(doneId, message);
    }
    if (outcome.error)
        tellFailed(outcome);
}

void LikeMessages::tellFailed(const LikeOutcome &outcome)
{
    const Error &error = *outcome.error;
    Message message = messageOf(error);
    message.severity = Message::Severity::Warning;
    message.text = likeWords::failed(outcome);
    if (error.kind == ErrorKind::MissingScope && m_permissions)
        message.actions = {{tr("Open the browser"), [this, outcome] { askForPermission(outcome); }}};
    else if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::MissingScope)
        Q_EMIT signInNeeded(error);
    else if (error.isPassing())
        message.actions = {{tr("Try again"), [this, outcome] { m_liked.set(outcome.failed, outcome.liked); }}};
    m_messages.show(failedId, message);
}

void LikeMessages::askForPermission(const LikeOutcome &outcome)
{
    const bool areEpisodes = std::any_of(outcome.failed.begin(), outcome.failed.end(), LikedTracks::isEpisode);
    const auto permission = areEpisodes ? auth::Permission::Episodes : auth::Permission::Library;
    // Where it seems to be there, the service thinks otherwise: then it is asked for without anything that waits.
    if (!m_permissions->has(permission))
        m_permissions->need(permission, this, [this, outcome] { m_liked.set(outcome.failed, outcome.liked); });
    m_permissions->grant(permission);
}

} // namespace segue::ui
