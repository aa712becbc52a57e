// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/PresentTracks.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/sources/SourcePanel.h"

#include <QEvent>
#include <QSet>

namespace segue::ui
{

using playlist::Document;

namespace
{

constexpr std::chrono::milliseconds settleTime{60};

} // namespace

PresentTracks::PresentTracks(SourcePanel &panel, QObject *parent) : QObject(parent), m_panel(panel)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &PresentTracks::tell);
    panel.installEventFilter(this);
}

bool PresentTracks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_due)
        tell();
    return QObject::eventFilter(watched, event);
}

void PresentTracks::setEditor(playlist::Editor *editor)
{
    if (m_editor == editor)
        return;
    if (m_editor)
        m_editor->document().disconnect(this);
    m_editor = editor;
    if (editor) {
        const auto changed = [this] {
            if (!m_settle.isActive())
                m_settle.start();
        };
        const Document *document = &editor->document();
        for (const auto signal : {&Document::wantedChanged, &Document::resetDone})
            connect(document, signal, this, changed);
        connect(document, &Document::rowsChanged, this, changed);
    }
    tell();
}

void PresentTracks::tell()
{
    // Of a long list this takes a while, with each edit.
    m_due = !m_panel.isVisible();
    if (m_due)
        return;
    QSet<QString> uris;
    if (m_editor) {
        const Document &document = m_editor->document();
        uris.reserve(document.size());
        for (const playlist::RowId row : document.wanted())
            uris.insert(document.row(row).uri());
        uris.remove(QString());
    }
    m_panel.setPresent(uris);
}

} // namespace segue::ui
