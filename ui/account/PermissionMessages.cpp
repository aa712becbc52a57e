// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/PermissionMessages.h"

#include "ui/MessageArea.h"
#include "ui/account/Permissions.h"

#include <QClipboard>
#include <QGuiApplication>

namespace segue::ui
{

using auth::Permission;

namespace
{

const QString messageId = QStringLiteral("permission");

} // namespace

PermissionMessages::PermissionMessages(Permissions &permissions, MessageArea &messages, QObject *parent)
    : QObject(parent), m_permissions(permissions), m_messages(messages)
{
    connect(&permissions, &Permissions::wanted, this, &PermissionMessages::ask);
    connect(&permissions, &Permissions::granting, this, &PermissionMessages::tellGranting);
    connect(&permissions, &Permissions::browserNotOpened, this, &PermissionMessages::tellNoBrowser);
    connect(&permissions, &Permissions::foreignAnswerRefused, this, &PermissionMessages::tellForeignAnswer);
    connect(&permissions, &Permissions::granted, this, [this] { m_messages.close(messageId); });
    connect(&permissions, &Permissions::notGranted, this, &PermissionMessages::tellFailed);
}

void PermissionMessages::ask(Permission permission)
{
    m_messages.show(
        messageId,
        {.text =
             tr("%1 Spotify asks you for it in your browser.", "%1 is a sentence").arg(Permissions::reason(permission)),
         .actions = {{.text = tr("Open the browser"),
                      .run = [this, permission] { m_permissions.grant(permission); },
                      .stays = true}}});
}

void PermissionMessages::tellGranting()
{
    m_messages.show(messageId, {.text = tr("Your browser shows what Spotify asks. Segue goes on when you agree there."),
                                .actions = {{tr("Cancel"), [this] { m_permissions.cancel(); }}},
                                .closable = false});
}

void PermissionMessages::tellNoBrowser()
{
    m_messages.show(messageId, {.severity = Message::Severity::Warning,
                                .text = tr("No browser could be opened. Copy the address and open it yourself."),
                                .actions = {{.text = tr("Copy the address"),
                                             .run =
                                                 [this] {
                                                     if (const QUrl address = m_permissions.address();
                                                         !address.isEmpty())
                                                         QGuiApplication::clipboard()->setText(
                                                             address.toString(QUrl::FullyEncoded));
                                                 },
                                             .stays = true},
                                            {tr("Cancel"), [this] { m_permissions.cancel(); }}},
                                .closable = false});
}

void PermissionMessages::tellForeignAnswer(const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Warning;
    message.actions = {{tr("Cancel"), [this] { m_permissions.cancel(); }}};
    message.closable = false;
    m_messages.show(messageId, message);
}

void PermissionMessages::tellFailed(Permission permission, const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Warning;
    message.actions = {
        {.text = tr("Try again"), .run = [this, permission] { m_permissions.grant(permission); }, .stays = true}};
    m_messages.show(messageId, message);
}

} // namespace segue::ui
