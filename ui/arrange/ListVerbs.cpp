// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/ListVerbs.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ops/Select.h"
#include "ui/MessageArea.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;

ListVerbs::ListVerbs(Commands &commands, PlaylistPage &page, QObject *parent)
    : QObject(parent), m_commands(commands), m_page(page)
{
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(0);
    connect(&m_updateTimer, &QTimer::timeout, this, &ListVerbs::refresh);
    connect(&page, &PlaylistPage::openChanged, this, &ListVerbs::follow);
    connect(&page, &PlaylistPage::activeChanged, this, &ListVerbs::refresh);
    connect(&page.view(), &TrackView::selectionSummaryChanged, &m_updateTimer, qOverload<>(&QTimer::start));
    m_updateTimer.start();
}

void ListVerbs::follow()
{
    if (const Editor *shown = editor()) {
        const auto later = qOverload<>(&QTimer::start);
        const Document *document = &shown->document();
        connect(shown, &Editor::editabilityChanged, &m_updateTimer, later, Qt::UniqueConnection);
        for (const auto signal : {&Document::wantedChanged, &Document::completed, &Document::resetDone})
            connect(document, signal, &m_updateTimer, later, Qt::UniqueConnection);
    }
    reopened();
    refresh();
}

void ListVerbs::keepToTable(CommandId id) const
{
    QAction *action = m_commands.action(id);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page.view().addAction(action);
}

bool ListVerbs::isActive() const
{
    return m_page.isActive();
}

void ListVerbs::refresh()
{
    if (isActive())
        update();
}

Editor *ListVerbs::editor() const
{
    return m_page.open() ? m_page.open()->editor.get() : nullptr;
}

playlist::RowList ListVerbs::selectedRows() const
{
    const std::vector<int> positions = m_page.view().selectedPositions();
    return positions.size() < 2 || !editor() ? playlist::RowList()
                                             : playlist::rowsAt(editor()->document().wanted(), positions);
}

QString ListVerbs::reasonAgainstReading() const
{
    const Editor *shown = editor();
    if (!shown)
        return tr("No playlist is shown.");
    if (!shown->details().itemsReadable)
        return shown->readOnlyReason();
    if (!shown->document().isComplete())
        return tr("The playlist has not been read to its end yet.");
    return shown->document().size() == 0 ? tr("There is nothing in this playlist.") : QString();
}

QString ListVerbs::reasonAgainstEditing() const
{
    const QString reason = editor() ? editor()->readOnlyReason() : QString();
    return reason.isEmpty() ? reasonAgainstReading() : reason;
}

void ListVerbs::say(const QString &text) const
{
    m_page.messages().show(QStringLiteral("list"), {.severity = Message::Severity::Info, .text = text});
}

} // namespace segue::ui
