// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/Permission.h"

#include <QObject>

namespace segue
{
struct Error;
}

namespace segue::ui
{

class MessageArea;
class Permissions;

/// Asks the user for permissions, in a message that stands in nobody's way. GUI thread.
class PermissionMessages : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PermissionMessages(Permissions &permissions, MessageArea &messages, QObject *parent = nullptr);

private:
    void ask(auth::Permission permission);
    void tellGranting();
    void tellNoBrowser();
    void tellForeignAnswer(const Error &error);
    void tellFailed(auth::Permission permission, const Error &error);

    Permissions &m_permissions;
    MessageArea &m_messages;
};

} // namespace segue::ui
