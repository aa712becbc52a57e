// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/CleanUpActions.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ListOps.h"
#include "ui/Commands.h"
#include "ui/arrange/DuplicatesDialog.h"
#include "ui/arrange/RemovalCost.h"
#include "ui/arrange/ReplaceActions.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;
using playlist::RowKind;
using playlist::RowList;

CleanUpActions::CleanUpActions(Commands &commands, PlaylistPage &page, const DialogSeams &seams, QObject *parent)
    : UnavailableVerbs(commands, page, parent), m_seams(seams)
{
    new ReplaceActions(commands, page, this);
    wire(CommandId::RemoveDuplicates, [this] { askForDuplicates(); });
    wire(CommandId::RemoveUnavailable, [this] { askForUnavailable(); });
    wire(CommandId::ClearPlaylist, [this] { askToClear(); });
    wire(CommandId::SelectDuplicates, [this] { selectDuplicates(); });
    wire(CommandId::SelectUnavailable, [this] { selectUnavailable(); });
    wire(CommandId::SelectLocal,
         [this] { select(positionsOfKind(RowKind::Local), tr("There are no local files in this playlist.")); });
}

void CleanUpActions::reopened()
{
    m_finder.cancel();
    UnavailableVerbs::reopened();
}

void CleanUpActions::update()
{
    const QString editing = reasonAgainstEditing();
    for (const CommandId id : {CommandId::RemoveDuplicates, CommandId::RemoveUnavailable, CommandId::ClearPlaylist})
        commands().setPossible(id, editing);
    const QString reading = reasonAgainstReading();
    for (const CommandId id : {CommandId::SelectDuplicates, CommandId::SelectUnavailable, CommandId::SelectLocal})
        commands().setPossible(id, reading);
}

std::vector<int> CleanUpActions::positionsOfKind(RowKind kind) const
{
    if (!reasonAgainstReading().isEmpty())
        return {};
    const Document &document = editor()->document();
    return playlist::positionsOfKind(
        document.wanted(), [&document](playlist::RowId id) -> const playlist::Row & { return document.row(id); }, kind);
}

std::vector<int> CleanUpActions::withGone(const RowList &unavailable) const
{
    const std::vector<int> gone = positionsOfKind(RowKind::Null);
    const std::vector<int> silent = playlist::positionsOf(unavailable, editor()->document().wanted());
    std::vector<int> both;
    std::merge(gone.begin(), gone.end(), silent.begin(), silent.end(), std::back_inserter(both));
    return both;
}

void CleanUpActions::select(const std::vector<int> &positions, const QString &none)
{
    if (!reasonAgainstReading().isEmpty())
        return;
    if (positions.empty()) {
        say(none);
        return;
    }
    page().view().selectPositions(positions);
    page().view().setFocus();
}

void CleanUpActions::selectUnavailable()
{
    if (!reasonAgainstReading().isEmpty())
        return;
    withUnavailable([this](const RowList &unavailable) {
        select(withGone(unavailable), tr("Everything in this playlist can be played."));
    });
}

void CleanUpActions::selectDuplicates()
{
    if (!reasonAgainstReading().isEmpty())
        return;
    m_finder.start(std::make_shared<playlist::RowSnapshot>(editor()->document()), {},
                   [this, asked = QPointer<Editor>(editor())](const std::vector<playlist::DuplicateGroup> &groups) {
                       if (!asked || asked != editor())
                           return;
                       RowList rows;
                       for (const playlist::DuplicateGroup &group : groups) {
                           for (const playlist::Duplicate &other : group.others)
                               rows.push_back(other.row);
                       }
                       select(playlist::positionsOf(rows, editor()->document().wanted()),
                              tr("Nothing stands in this playlist twice."));
                   });
}

void CleanUpActions::askForDuplicates()
{
    if (!reasonAgainstEditing().isEmpty())
        return;
    const QPointer<Editor> asked(editor());
    const auto isStill = [this, asked] { return asked && asked == editor() && reasonAgainstEditing().isEmpty(); };
    auto *dialog = new DuplicatesDialog(
        std::make_shared<playlist::RowSnapshot>(asked->document()),
        [isStill, asked](const RowList &rows) {
            return isStill() && !rows.empty()
                       ? removalCostText(*asked, playlist::positionsOf(rows, asked->document().wanted()))
                       : QString();
        },
        page().window());
    // Its rows are no more.
    connect(&asked->document(), &Document::aboutToReset, dialog, &QDialog::reject);
    connect(dialog, &DuplicatesDialog::submitted, this, [this, isStill](const RowList &rows) {
        if (isStill())
            remove(rows, [](int count) { return tr("Remove %Ln duplicate(s)", nullptr, count); });
    });
    dialog->open();
}

void CleanUpActions::askForUnavailable()
{
    if (!reasonAgainstEditing().isEmpty())
        return;
    withUnavailable([this](const RowList &unavailable) {
        if (reasonAgainstEditing().isEmpty())
            askToRemoveUnavailable(withGone(unavailable));
    });
}

void CleanUpActions::askToRemoveUnavailable(const std::vector<int> &positions)
{
    if (positions.empty()) {
        say(tr("Everything in this playlist can be played."));
        return;
    }
    const int count = static_cast<int>(positions.size());
    if (editor()->costOfRemoving(positions).impossible == count) {
        say(tr("Spotify offers no way to remove entries that it does not name any more; there are %Ln.", nullptr,
               count));
        return;
    }
    askToRemove({.id = QStringLiteral("removeUnavailableQuestion"),
                 .title = tr("Remove %Ln unavailable track(s)?", nullptr, count),
                 .text = tr("They are in this playlist, but cannot be played."),
                 .acceptText = tr("Remove")},
                positions, [](int removed) { return tr("Remove %Ln unavailable track(s)", nullptr, removed); });
}

void CleanUpActions::askToClear()
{
    if (!reasonAgainstEditing().isEmpty())
        return;
    std::vector<int> positions(static_cast<std::size_t>(editor()->document().size()));
    std::iota(positions.begin(), positions.end(), 0);
    askToRemove({.id = QStringLiteral("clearQuestion"),
                 .title = tr("Clear “%1”?").arg(editor()->details().name),
                 .text = tr("%Ln track(s) will be removed from it. Undo brings them back, with today as “date added”.",
                            nullptr, static_cast<int>(positions.size())),
                 .acceptText = tr("Clear")},
                positions, [](int) { return tr("Clear the playlist"); });
}

void CleanUpActions::askToRemove(Question question, const std::vector<int> &positions, const Editor::Naming &name)
{
    const RowList rows = playlist::rowsAt(editor()->document().wanted(), positions);
    question.text = QString(question.text + u' ' + removalCostText(*editor(), positions)).trimmed();
    question.destructive = true;
    m_seams.ask(page().window(), question, [this, rows, name, asked = QPointer<Editor>(editor())](bool yes) {
        if (yes && asked && asked == editor())
            remove(rows, name);
    });
}

void CleanUpActions::remove(const RowList &rows, const Editor::Naming &name)
{
    if (reasonAgainstEditing().isEmpty())
        editor()->removeRows(playlist::positionsOf(rows, editor()->document().wanted()), name);
}

} // namespace segue::ui
