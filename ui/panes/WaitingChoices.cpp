// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/WaitingChoices.h"

#include "app/models/Library.h"
#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/panes/Panes.h"
#include "ui/playlist/OpenPlaylists.h"

#include <utility>

namespace segue::ui
{

namespace
{

QString messageIdOf(const QString &playlistId)
{
    return QString(QStringLiteral("choice-") + playlistId);
}

} // namespace

WaitingChoices::WaitingChoices(const models::Library &library, const OpenPlaylists &open, const Panes &panes,
                               MessageArea &messages, QObject *parent)
    : QObject(parent), m_library(library), m_open(open), m_panes(panes), m_messages(messages)
{
    connect(&open, &OpenPlaylists::choiceNeeded, this, &WaitingChoices::update);
    connect(&open, &OpenPlaylists::saveStatusChanged, this, &WaitingChoices::update);
}

void WaitingChoices::update()
{
    QStringList waiting;
    for (const playlist::Editor *editor : m_open.unsaved()) {
        if (editor->saveChoice() && !m_panes.find(editor->details().id))
            waiting.append(editor->details().id);
    }
    const QStringList told = std::exchange(m_told, waiting);
    for (const QString &id : told) {
        if (!waiting.contains(id))
            m_messages.close(messageIdOf(id));
    }
    for (const QString &id : std::as_const(waiting)) {
        const web::Playlist *playlist = m_library.find(id);
        if (playlist && !told.contains(id))
            m_messages.show(messageIdOf(id),
                            {.text = tr("The new order of “%1” is not saved yet: choose how.").arg(playlist->name),
                             .actions = {{tr("Show"), [this, id] { Q_EMIT showRequested(id); }}}});
    }
}

} // namespace segue::ui
