// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/AddedMessage.h"

#include "app/playlist/Editor.h"

#include <QCoreApplication>
#include <QPointer>

namespace segue::ui
{

namespace
{

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("AddedMessage", text, nullptr, count);
}

} // namespace

Message addedMessage(playlist::Editor &editor, int count, const QString &leftOut, const std::function<void()> &show)
{
    Message message{.text = translated("%n track(s) added to “%1”.", count).arg(editor.details().name)};
    if (!leftOut.isEmpty()) {
        message.severity = Message::Severity::Warning;
        message.text += u' ' + leftOut;
    }
    message.actions = {
        {translated("Show"), show},
        {translated("Undo"),
         [editor = QPointer<playlist::Editor>(&editor), step = editor.undoStack().index()] {
             // Only while it is the last thing that was done there.
             if (editor && editor->undoStack().index() == step)
                 editor->undoStack().undo();
         }},
    };
    return message;
}

Message notAddedMessage(const QString &playlistName, const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    message.text = translated("Nothing was added to “%1”. %2").arg(playlistName, error.userText);
    return message;
}

Message goneMessage(const QString &playlistName)
{
    return notAddedMessage(playlistName, {.kind = ErrorKind::NotFound,
                                          .userText = translated("The playlist is no longer in your library.")});
}

} // namespace segue::ui
