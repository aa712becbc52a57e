// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QObject>

#include <functional>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;
class MessageArea;
class Settings;

/// Asks in a message before tracks are added to a playlist that already has them, as long as the user wants to be
/// asked. Nothing waits for the answer but the adding. GUI thread.
class DuplicateGuard : public QObject
{
    Q_OBJECT

public:
    /// `messageId` is that of the message. All must outlive this.
    DuplicateGuard(Settings &settings, MessageArea &messages, QString messageId, QObject *parent = nullptr);

    /// What of the tracks is to be added, in their order; never nothing.
    using Add = std::function<void(const QList<web::MediumPtr> &media)>;
    /// Calls `add` once: before this returns, when the playlist has none of the tracks or the user does not want to be
    /// asked; else with the user's answer. Never, when they cancel; then, too, `add` is destroyed. A track is there
    /// when its URI is, in a list that is read as far as the editor has it.
    void ask(const playlist::Editor &editor, const QList<web::MediumPtr> &media, const Add &add);

    /// Lets the command choose whether to ask. The settings must outlive the commands.
    static void wire(Commands &commands, Settings &settings);

private:
    Settings &m_settings;
    MessageArea &m_messages;
    const QString m_messageId;
};

} // namespace segue::ui
