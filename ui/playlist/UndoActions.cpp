// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/UndoActions.h"

#include "app/playlist/Editor.h"
#include "ui/Commands.h"

namespace segue::ui
{

UndoActions::UndoActions(Commands &commands, QObject *parent) : QObject(parent), m_commands(commands)
{
    connect(commands.action(CommandId::Undo), &QAction::triggered, &m_group, &QUndoGroup::undo);
    connect(commands.action(CommandId::Redo), &QAction::triggered, &m_group, &QUndoGroup::redo);
    for (const auto signal : {&QUndoGroup::canUndoChanged, &QUndoGroup::canRedoChanged})
        connect(&m_group, signal, this, &UndoActions::update);
    for (const auto signal : {&QUndoGroup::undoTextChanged, &QUndoGroup::redoTextChanged})
        connect(&m_group, signal, this, &UndoActions::update);
    update();
}

void UndoActions::setEditor(playlist::Editor *editor)
{
    QUndoStack *stack = editor ? &editor->undoStack() : nullptr;
    if (stack && !m_group.stacks().contains(stack))
        m_group.addStack(stack);
    m_group.setActiveStack(stack);
    update();
}

void UndoActions::update()
{
    m_commands.action(CommandId::Undo)->setEnabled(m_group.canUndo());
    m_commands.action(CommandId::Redo)->setEnabled(m_group.canRedo());
    m_commands.setUndoTexts(m_group.undoText(), m_group.redoText());
}

} // namespace segue::ui
