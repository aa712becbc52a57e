// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/AddedMessage.h"

#include "app/playlist/Editor.h"

#include <QCoreApplication>
#include <QPointer>

namespace segue::ui
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::AddedMessage)
};

} // namespace

Message addedMessage(playlist::Editor &editor, int count, const QString &leftOut, const std::function<void()> &show)
{
    Message message{.text = Texts::tr("%n track(s) added to “%1”.", nullptr, count).arg(editor.details().name)};
    if (!leftOut.isEmpty()) {
        message.severity = Message::Severity::Warning;
        message.text += u' ' + leftOut;
    }
    message.actions = {
        {Texts::tr("Show"), show},
        {Texts::tr("Undo"),
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
    message.text = Texts::tr("Nothing was added to “%1”. %2").arg(playlistName, error.userText);
    return message;
}

Message goneMessage(const QString &playlistName)
{
    return notAddedMessage(playlistName, {.kind = ErrorKind::NotFound,
                                          .userText = Texts::tr("The playlist is no longer in your library.")});
}

} // namespace segue::ui
