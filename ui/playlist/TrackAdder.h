// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Values.h"

#include <QObject>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

/// Adds tracks to the end of a playlist that need not be the one on the screen: as soon as it has been read, once.
/// Deletes itself when it has told how it went. GUI thread.
class TrackAdder : public QObject
{
    Q_OBJECT

public:
    /// The editor may go first; then nothing is told.
    TrackAdder(playlist::Editor &editor, QList<web::MediumPtr> media);
    void start();

Q_SIGNALS:
    /// They are in the wanted list; one step of the editor's undo stack.
    void added(int count);
    /// Nothing was added.
    void failed(const segue::Error &error);

private:
    void add();
    void fail(const Error &error);

    playlist::Editor &m_editor;
    QList<web::MediumPtr> m_media;
};

} // namespace segue::ui
