// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/EditCommand.h"

#include "app/playlist/Editor.h"

#include <utility>

namespace segue::playlist
{

EditCommand::EditCommand(Editor &editor, const RowList &before, const RowList &after, RowList touched,
                         const QString &text)
    : QUndoCommand(text), m_editor(editor), m_before(before), m_after(after), m_touched(std::move(touched))
{
}

void EditCommand::undo()
{
    m_editor.apply(m_after.list(), m_before.list());
    m_editor.announce(m_touched);
}

void EditCommand::redo()
{
    m_editor.apply(m_before.list(), m_after.list());
    // The first time, by being pushed, it is the user's own act, and the view knows.
    if (std::exchange(m_done, true))
        m_editor.announce(m_touched);
}

} // namespace segue::playlist
