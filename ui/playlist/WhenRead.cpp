// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/WhenRead.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"

namespace segue::ui
{

using playlist::Editor;

void whenRead(Editor &editor, QObject *context, std::function<void(const std::optional<Error> &)> done)
{
    if (editor.document().isComplete()) {
        done(std::nullopt);
        return;
    }
    auto *waiting = new QObject(context);
    const auto end = [waiting, done = std::move(done)](const std::optional<Error> &error) {
        const auto call = done;
        delete waiting; // and with it this function
        call(error);
    };
    QObject::connect(&editor.document(), &playlist::Document::completed, waiting, [end] { end(std::nullopt); });
    QObject::connect(&editor, &Editor::loadFailed, waiting, [end](const Error &error) { end(error); });
    QObject::connect(&editor, &QObject::destroyed, waiting, &QObject::deleteLater);
    if (!editor.isLoading())
        editor.load();
}

} // namespace segue::ui
