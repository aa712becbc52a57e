// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/TrackAdder.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"

namespace segue::ui
{

using playlist::Editor;

TrackAdder::TrackAdder(Editor &editor, QList<web::MediumPtr> media)
    : QObject(&editor), m_editor(editor), m_media(std::move(media))
{
}

void TrackAdder::start()
{
    // Said by the editor in the words that fit: not the user's list, full, no longer there.
    connect(&m_editor, &Editor::refused, this, [this](const Error &error) { fail(error); });
    if (m_editor.document().isComplete()) {
        add();
        return;
    }
    connect(&m_editor.document(), &playlist::Document::completed, this, &TrackAdder::add);
    connect(&m_editor, &Editor::loadFailed, this, &TrackAdder::fail);
    if (!m_editor.isLoading())
        m_editor.load();
}

void TrackAdder::add()
{
    m_editor.document().disconnect(this);
    if (!m_editor.insertMedia(m_editor.document().size(), m_media))
        return; // refused, and told
    m_editor.disconnect(this);
    Q_EMIT added(static_cast<int>(m_media.size()));
    deleteLater();
}

void TrackAdder::fail(const Error &error)
{
    m_editor.disconnect(this);
    m_editor.document().disconnect(this);
    Q_EMIT failed(error);
    deleteLater();
}

} // namespace segue::ui
