// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/TrackActions.h"

#include "app/models/TrackListModel.h"
#include "app/models/TrackMime.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/dialogs/AddLinksDialog.h"
#include "ui/tracks/DuplicateGuard.h"
#include "ui/tracks/ListPlace.h"
#include "ui/tracks/TrackDragDrop.h"
#include "ui/tracks/TrackView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QMimeData>

#include <numeric>

namespace segue::ui
{

using models::TrackListModel;
using playlist::Editor;

TrackActions::TrackActions(Commands &commands, TrackView &view, MessageArea &messages, const DialogSeams &seams,
                           DuplicateGuard &guard, QObject *parent)
    : QObject(parent), m_commands(commands), m_view(view), m_messages(messages), m_seams(seams), m_guard(guard)
{
    m_view.setTakeDrop([this](const QMimeData &data, int before) { insert(data, before); });
    const auto wire = [this](CommandId id, auto slot) {
        QAction *action = m_commands.action(id);
        // In the table only: the same keys mean other things in a text field or the side bar.
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_view.addAction(action);
        connect(action, &QAction::triggered, this, [this, slot] {
            if (m_active)
                slot();
        });
    };
    wire(CommandId::MoveUp, [this] { nudge(-1); });
    wire(CommandId::MoveDown, [this] { nudge(1); });
    wire(CommandId::MoveToTop, [this] { moveTo(0); });
    wire(CommandId::MoveToBottom, [this] { moveTo(m_view.positionCount()); });
    wire(CommandId::MoveToPosition, [this] { askForPosition(); });
    wire(CommandId::Remove, [this] { removeSelected(); });
    wire(CommandId::Cut, [this] { cut(); });
    wire(CommandId::Copy, [this] { copy(); });
    wire(CommandId::Paste, [this] { paste(); });
    wire(CommandId::SelectAll, [this] { m_view.selectAll(); });
    wire(CommandId::OpenTrack, [this] {
        const auto positions = m_view.selectedPositions();
        if (!positions.empty())
            openInSpotify(positions.front());
    });
    connect(m_commands.action(CommandId::AddLinks), &QAction::triggered, this, [this] {
        if (m_active)
            addLinks();
    });
    connect(&m_view, &TrackView::openRequested, this, &TrackActions::openInSpotify);
    connect(&m_view, &TrackView::menuRequested, this, &TrackActions::showMenu);
    connect(&m_view, &TrackView::selectionSummaryChanged, this, &TrackActions::update);
    // At once as well: a key pressed right after a click must not find the command of before.
    connect(m_view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrackActions::update);
    update();
}

Editor *TrackActions::editor() const
{
    TrackListModel *tracks = m_view.tracks();
    return tracks ? &tracks->editor() : nullptr;
}

void TrackActions::setActive(bool active)
{
    m_active = active;
    update();
}

void TrackActions::update()
{
    if (!m_active)
        return;
    const Editor *edited = editor();
    const bool any = m_view.selectionModel()->hasSelection();
    const bool editable = edited && edited->isEditable();
    for (const CommandId id : {CommandId::MoveUp, CommandId::MoveDown, CommandId::MoveToTop, CommandId::MoveToBottom,
                               CommandId::MoveToPosition, CommandId::Remove, CommandId::Cut})
        m_commands.action(id)->setEnabled(any && editable);
    m_commands.action(CommandId::Copy)->setEnabled(any);
    m_commands.action(CommandId::OpenTrack)->setEnabled(any);
    m_commands.action(CommandId::SelectAll)->setEnabled(edited != nullptr);
    m_commands.action(CommandId::Paste)->setEnabled(editable);
    m_commands.action(CommandId::AddLinks)->setEnabled(editable);
}

void TrackActions::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("trackMenu"));
    menu->setAccessibleName(tr("Tracks"));
    const auto add = [&](std::initializer_list<CommandId> ids) {
        for (const CommandId id : ids)
            menu->addAction(m_commands.action(id));
    };
    add({CommandId::PlayFromHere, CommandId::PlayOn, CommandId::AddToQueue});
    menu->addSeparator();
    add({CommandId::ToggleLiked});
    menu->addSeparator();
    add({CommandId::OpenTrack, CommandId::InWhichPlaylists});
    menu->addSeparator();
    add({CommandId::Cut, CommandId::Copy, CommandId::Paste});
    menu->addSeparator();
    add({CommandId::MoveUp, CommandId::MoveDown, CommandId::MoveToTop, CommandId::MoveToBottom,
         CommandId::MoveToPosition});
    menu->addSeparator();
    add({CommandId::NewFromSelection, CommandId::MoveToNewPlaylist});
    menu->addSeparator();
    add({CommandId::Remove});
    menu->popup(globalPosition);
}

void TrackActions::say(const QString &text)
{
    m_messages.show(QStringLiteral("tracks"), {.severity = Message::Severity::Info, .text = text});
}

void TrackActions::nudge(int delta)
{
    const auto before = m_view.selectedPositions();
    if (Editor *edited = editor(); edited && !before.empty()) {
        const auto after = edited->nudgeRows(before, delta);
        if (after != before)
            m_view.selectPositions(after);
    }
}

void TrackActions::moveTo(int before)
{
    const auto positions = m_view.selectedPositions();
    Editor *edited = editor();
    if (edited && !positions.empty() && edited->moveRows(positions, before))
        m_view.selectPositions(TrackDragDrop::landing(positions, before));
}

void TrackActions::askForPosition()
{
    const auto positions = m_view.selectedPositions();
    if (positions.empty())
        return;
    const int count = static_cast<int>(positions.size());
    const int most = m_view.positionCount() - count + 1;
    auto *dialog = new MoveToDialog(count, qMin(positions.front() + 1, most), most, m_view.window());
    connect(dialog, &MoveToDialog::submitted, this, [this](int position) {
        // "Position" is where the first of them will stand; moveRows() wants the row that is there now.
        const auto selected = m_view.selectedPositions();
        int before = position - 1;
        for (const int each : selected) {
            if (each <= before)
                ++before;
        }
        moveTo(before);
    });
    dialog->open();
}

void TrackActions::removeSelected()
{
    const auto positions = m_view.selectedPositions();
    Editor *edited = editor();
    if (positions.empty() || !edited || !edited->isEditable())
        return;
    const Editor::RemovalCost cost = edited->costOfRemoving(positions);
    if (cost.impossible > 0) {
        say(static_cast<int>(positions.size()) == cost.impossible
                ? tr("Spotify offers no way to remove these rows: it names neither local files nor entries that are "
                     "no longer available.")
                : tr("%1 of these rows cannot be removed: Spotify names neither local files nor entries that are no "
                     "longer available. Select the others to remove them.")
                      .arg(QLocale().toString(cost.impossible)));
        return;
    }
    if (cost.copiesLosingDate == 0) {
        remove(positions);
        return;
    }
    const Question question{
        .id = QStringLiteral("removeQuestion"),
        .title = tr("Remove only these copies?"),
        .text = cost.copiesLosingDate == 1
                    ? tr("Spotify can only remove all copies of a track at once. The other copy will be removed and "
                         "added again at its place; its “date added” becomes today.")
                    : tr("Spotify can only remove all copies of a track at once. The %1 other copies will be removed "
                         "and added again at their places; their “date added” becomes today.")
                          .arg(QLocale().toString(cost.copiesLosingDate)),
        .acceptText = tr("Remove"),
        .destructive = true,
    };
    QPointer<Editor> asked(edited);
    m_seams.ask(m_view.window(), question, [this, asked, positions](bool yes) {
        // The list may be another one by now, or hold other rows.
        if (yes && asked && asked == editor() && m_view.selectedPositions() == positions)
            remove(positions);
    });
}

void TrackActions::remove(const std::vector<int> &positions)
{
    Editor *edited = editor();
    if (!edited || !edited->removeRows(positions))
        return;
    // The row that came up into the gap is the next one to look at.
    m_view.selectFrom(positions.front());
}

void TrackActions::cut()
{
    const auto positions = m_view.selectedPositions();
    Editor *edited = editor();
    if (positions.empty() || !edited || !edited->isEditable())
        return;
    for (const int position : positions) {
        // They have no link, so they could not be pasted again.
        const playlist::Row &row = edited->document().rowAt(position);
        if (row.loaded && (row.uri().isEmpty() || row.isLocal())) {
            say(tr("Local files and entries that are no longer available cannot be cut: Spotify has no link that "
                   "would bring them back. They can be moved by dragging or with Alt and the arrow keys."));
            return;
        }
        if (!row.loaded) {
            say(tr("Some of these rows have not been read yet. Try again in a moment."));
            return;
        }
    }
    copy();
    removeSelected();
}

void TrackActions::copy()
{
    TrackListModel *tracks = m_view.tracks();
    const auto positions = m_view.selectedPositions();
    if (!tracks || positions.empty())
        return;
    QModelIndexList indexes;
    for (const int position : positions)
        indexes.append(tracks->index(position));
    if (QMimeData *data = tracks->mimeData(indexes))
        QGuiApplication::clipboard()->setMimeData(data);
}

void TrackActions::paste()
{
    if (const QMimeData *data = QGuiApplication::clipboard()->mimeData())
        insert(*data, m_view.insertionPositionForPaste());
}

void TrackActions::add(const QMimeData &data)
{
    if (!editor())
        return;
    if (const QString reason = editor()->readOnlyReason(); !reason.isEmpty())
        say(reason);
    else
        insert(data, m_view.insertionPositionForPaste());
}

void TrackActions::insert(const QMimeData &data, int before)
{
    Editor *edited = editor();
    if (!edited || !edited->isEditable())
        return;
    // Not the model's dropMimeData(): it moves rows of this very playlist, where pasting makes copies.
    const models::DroppedMedia dropped = models::mediaFrom(&data);
    if (dropped.isEmpty()) {
        say(dropped.problem.isEmpty() ? tr("There are no Spotify links in what was pasted.") : dropped.problem);
        return;
    }
    if (!dropped.problem.isEmpty())
        say(dropped.problem);
    before = qMin(before, m_view.positionCount());
    if (!dropped.links.isEmpty()) {
        Q_EMIT linksToBeRead(dropped.links, before);
        return;
    }
    if (models::areRowsOf(*edited, &data)) {
        // Who copies rows of the list wants them twice; who has cut them wants them back.
        insert(*edited, before, dropped.media);
        return;
    }
    m_guard.ask(*edited, dropped.media,
                [this, place = ListPlace(edited->document(), before),
                 asked = QPointer<Editor>(edited)](const QList<web::MediumPtr> &media) {
                    if (!asked)
                        return;
                    const int now = place.in(asked->document());
                    if (asked == editor())
                        insert(*asked, now, media);
                    else
                        asked->insertMedia(now, media);
                });
}

void TrackActions::insert(Editor &edited, int before, const QList<web::MediumPtr> &media)
{
    if (!edited.insertMedia(before, media))
        return;
    std::vector<int> inserted(static_cast<std::size_t>(media.size()));
    std::iota(inserted.begin(), inserted.end(), before);
    m_view.selectPositions(inserted);
}

void TrackActions::addLinks()
{
    if (!editor() || !editor()->isEditable())
        return;
    const int before = m_view.insertionPositionForPaste();
    const QString place = before >= m_view.positionCount()
                              ? tr("They are added at the end.")
                              : tr("They are added after row %1.").arg(QLocale().toString(before));
    auto *dialog = new AddLinksDialog(place, m_view.window());
    connect(dialog, &AddLinksDialog::submitted, this, [this, before](const QString &text) {
        QMimeData links;
        links.setText(text);
        insert(links, before);
    });
    dialog->open();
}

void TrackActions::openInSpotify(int position)
{
    TrackListModel *tracks = m_view.tracks();
    if (!tracks)
        return;
    const QModelIndex index = tracks->index(position);
    const QUrl link = index.data(TrackListModel::LinkRole).toUrl();
    if (link.isEmpty()) {
        const QString why = index.data(TrackListModel::StateTextRole).toString();
        say(why.isEmpty() ? tr("This row has no page on Spotify.") : why);
        return;
    }
    if (!m_seams.openUrl(link))
        say(tr("No browser could be opened. The address is %1").arg(link.toString()));
}

} // namespace segue::ui
