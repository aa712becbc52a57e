// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/LinkAdder.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/Account.h"
#include "ui/MessageArea.h"
#include "ui/tracks/DuplicateGuard.h"

namespace segue::ui
{

using models::CollectedMedia;
using models::MediaCollector;
using playlist::Editor;

namespace
{

const QString messageId = QStringLiteral("collecting");

} // namespace

LinkAdder::LinkAdder(const Account &account, MessageArea &messages, DuplicateGuard &guard, QObject *parent)
    : QObject(parent), m_api(account.api), m_catalogue(account.catalogue), m_messages(messages), m_guard(guard)
{
}

LinkAdder::~LinkAdder() = default;

void LinkAdder::cancel()
{
    m_collector.reset();
    m_messages.close(messageId);
}

void LinkAdder::add(Editor &editor, const QList<web::SpotifyLink> &links, int before)
{
    if (!m_catalogue)
        return;
    m_editor = &editor;
    m_place = ListPlace(editor.document(), before);
    m_messages.show(messageId, {.text = tr("Reading what is behind the links…"),
                                .actions = {{tr("Cancel"), [this] { cancel(); }}},
                                .closable = false});
    m_collector = std::make_unique<MediaCollector>(m_api, *m_catalogue, links);
    connect(m_collector.get(), &MediaCollector::finished, this, &LinkAdder::take, Qt::QueuedConnection);
    connect(
        m_collector.get(), &MediaCollector::failed, this,
        [this, links, before](const Error &error) { tellFailed(error, links, before); }, Qt::QueuedConnection);
    m_collector->start();
}

void LinkAdder::take(const CollectedMedia &collected)
{
    cancel();
    if (!m_editor)
        return;
    if (const QString problem = collected.problem(); !problem.isEmpty())
        m_messages.show(messageId, {.severity = Message::Severity::Warning, .text = problem});
    if (collected.media.isEmpty())
        return;
    m_guard.ask(*m_editor, collected.media,
                [this, place = *m_place, asked = m_editor](const QList<web::MediumPtr> &media) {
                    if (!asked)
                        return;
                    const int before = place.in(asked->document());
                    if (asked->insertMedia(before, media) && asked == m_editor)
                        Q_EMIT added(before, static_cast<int>(media.size()));
                });
}

void LinkAdder::tellFailed(const Error &error, const QList<web::SpotifyLink> &links, int before)
{
    cancel();
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    message.text = tr("Nothing was added. %1").arg(error.userText);
    message.actions = {{tr("Try again"), [this, links, before] {
                            if (m_editor)
                                add(*m_editor, links, before);
                        }}};
    m_messages.show(messageId, message);
}

} // namespace segue::ui
