// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playing/PlayActions.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/playing/Player.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

namespace segue::ui
{

PlayActions::PlayActions(Commands &commands, PlaylistPage &page, Player *player, QObject *parent)
    : ListVerbs(commands, page, parent), m_player(player)
{
    wire(CommandId::PlayFromHere, [this] { playFromHere(); });
    wire(CommandId::AddToQueue, [this] { addToQueue(); });
    keepToTable(CommandId::PlayFromHere);
    keepToTable(CommandId::AddToQueue);
}

void PlayActions::update()
{
    const QString reason = reasonAgainstPlaying();
    for (const CommandId id : {CommandId::PlayFromHere, CommandId::PlayOn, CommandId::AddToQueue})
        commands().setPossible(id, reason);
}

QString PlayActions::reasonAgainstPlaying() const
{
    if (!m_player)
        return tr("Nothing can be played for this account.");
    const std::vector<int> positions = page().view().selectedPositions();
    if (!editor() || positions.empty())
        return tr("No tracks are selected.");
    return urisAt({positions.front()}).isEmpty()
               ? tr("Spotify has nothing to play here: a local file, or an entry that is no longer available.")
               : QString();
}

QList<web::MediumPtr> PlayActions::playableAt(const std::vector<int> &positions) const
{
    QList<web::MediumPtr> media;
    for (const int position : positions) {
        const playlist::Row &row = editor()->document().rowAt(position);
        if (row.entry.medium && !row.uri().isEmpty() && !row.isLocal())
            media.append(row.entry.medium);
    }
    return media;
}

QStringList PlayActions::urisAt(const std::vector<int> &positions) const
{
    QStringList uris;
    for (const web::MediumPtr &medium : playableAt(positions))
        uris.append(medium->uri);
    return uris;
}

void PlayActions::playFromHere()
{
    if (!reasonAgainstPlaying().isEmpty())
        return;
    const int first = page().view().selectedPositions().front();
    if (!editor()->hasUnsavedEdits()) {
        m_player->play({.deviceId = {}, .contextUri = editor()->details().uri(), .position = first, .uris = {}});
        return;
    }
    std::vector<int> positions;
    const int end = editor()->document().size();
    for (int position = first; position < end; ++position)
        positions.push_back(position);
    const QStringList uris = urisAt(positions).mid(0, Player::mostUris);
    m_player->play({.deviceId = {}, .contextUri = {}, .position = -1, .uris = uris},
                   tr("Spotify does not have your last changes yet: it plays %Ln track(s) from here on, in the order "
                      "that you see.",
                      nullptr, static_cast<int>(uris.size())));
}

void PlayActions::addToQueue()
{
    if (reasonAgainstPlaying().isEmpty())
        m_player->addToQueue(playableAt(page().view().selectedPositions()));
}

} // namespace segue::ui
