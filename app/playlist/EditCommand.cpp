// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/EditCommand.h"

#include "app/playlist/Editor.h"

namespace segue::playlist
{

EditCommand::EditCommand(Editor &editor, RowList before, RowList after, const QString &text)
    : QUndoCommand(text), m_editor(editor), m_before(std::move(before)), m_after(std::move(after))
{
}

void EditCommand::undo()
{
    m_editor.apply(m_after, m_before);
}

void EditCommand::redo()
{
    m_editor.apply(m_before, m_after);
}

} // namespace segue::playlist
