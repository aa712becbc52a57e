// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QPointer>
#include <QUndoCommand>

namespace segue::ui
{

class DetailsChanges;

/// A step of undo that is no edit of the list: other details, which Spotify has already when the step is made. Undo and
/// redo send those of before and after, and do not wait for the answer.
class DetailsCommand : public QUndoCommand
{
public:
    DetailsCommand(DetailsChanges &changes, QString playlistId, web::PlaylistDetails before, web::PlaylistDetails after,
                   const QString &text);

    void undo() override;
    void redo() override;

private:
    const QPointer<DetailsChanges> m_changes;
    const QString m_playlistId;
    const web::PlaylistDetails m_before;
    const web::PlaylistDetails m_after;
    bool m_done = false;
};

} // namespace segue::ui
