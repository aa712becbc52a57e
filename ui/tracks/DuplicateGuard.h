// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;
class MessageArea;
class OpenPlaylists;
class Settings;

/// Asks in a message before tracks are added to a playlist that already has them, as long as the user wants to be
/// asked. Nothing waits for the answer but the adding; whatever is shown meanwhile, the question stays. Of one playlist
/// it asks one thing after the other. GUI thread.
class DuplicateGuard : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this. What it asks about stays open in `open`, which may be null.
    DuplicateGuard(Settings &settings, MessageArea &messages, OpenPlaylists *open, QObject *parent = nullptr);

    /// What of the tracks is to be added, in their order; never nothing.
    using Add = std::function<void(const QList<web::MediumPtr> &media)>;
    /// Calls `add` once: before this returns, when the playlist has none of the tracks or the user does not want to be
    /// asked; else with the user's answer. Never, when they cancel, or the playlist goes; then, too, `add` is
    /// destroyed. A track is there when its URI is, in a list that is read as far as the editor has it.
    void ask(const playlist::Editor &editor, const QList<web::MediumPtr> &media, const Add &add);

    /// Lets the command choose whether to ask. The settings must outlive the commands.
    static void wire(Commands &commands, Settings &settings);

    /// Of the message about this playlist.
    [[nodiscard]] static QString messageIdOf(const QString &playlistId);

private:
    struct Question {
        QPointer<const playlist::Editor> editor;
        std::shared_ptr<void> hold;
        QList<web::MediumPtr> media;
        Add add;
    };
    /// The first one that there still is; adds what need not be asked about by now.
    void showFirst(const QString &playlistId);
    void show(const QString &playlistId, const Question &question, const QList<web::MediumPtr> &missing);
    void answer(const QString &playlistId, const QList<web::MediumPtr> &wanted);

    Settings &m_settings;
    MessageArea &m_messages;
    OpenPlaylists *m_open;
    QHash<QString, QList<Question>> m_questions; ///< by playlist; the first is shown
};

} // namespace segue::ui
