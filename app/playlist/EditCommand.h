// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/PackedList.h"

#include <QUndoCommand>

namespace segue::playlist
{

class Editor;

/// One step of undo: the list before and after. Undo and redo make the same difference to whatever the list is by then
/// (a three-way merge), so history survives saving, reading again and other people's edits. `touched` are the rows that
/// the user acted on.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Editor &editor, const RowList &before, const RowList &after, RowList touched, const QString &text);

    void undo() override;
    void redo() override;

private:
    Editor &m_editor;
    const PackedList m_before;
    const PackedList m_after;
    const RowList m_touched;
    bool m_done = false;
};

} // namespace segue::playlist
