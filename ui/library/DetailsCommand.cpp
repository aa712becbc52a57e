// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/DetailsCommand.h"

#include "ui/library/DetailsChanges.h"

#include <utility>

namespace segue::ui
{

DetailsCommand::DetailsCommand(DetailsChanges &changes, QString playlistId, web::PlaylistDetails before,
                               web::PlaylistDetails after, const QString &text)
    : QUndoCommand(text), m_changes(&changes), m_playlistId(std::move(playlistId)), m_before(std::move(before)),
      m_after(std::move(after))
{
}

void DetailsCommand::undo()
{
    if (m_changes)
        m_changes->repeat(m_playlistId, m_before, text());
}

void DetailsCommand::redo()
{
    // The first time, by being pushed, it has been done.
    if (std::exchange(m_done, true) && m_changes)
        m_changes->repeat(m_playlistId, m_after, text());
}

} // namespace segue::ui
