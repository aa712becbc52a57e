// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/ReplaceActions.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ListOps.h"
#include "app/playlist/ops/Select.h"
#include "ui/Commands.h"
#include "ui/arrange/RemovalCost.h"
#include "ui/arrange/ReplaceDialog.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QPointer>

#include <algorithm>
#include <memory>

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;
using playlist::RowKind;

ReplaceActions::ReplaceActions(Commands &commands, PlaylistPage &page, QObject *parent)
    : UnavailableVerbs(commands, page, parent)
{
    wire(CommandId::ReplaceUnavailable, [this] { ask(); });
}

void ReplaceActions::update()
{
    commands().setPossible(CommandId::ReplaceUnavailable, reasonAgainstEditing());
}

void ReplaceActions::ask()
{
    if (!reasonAgainstEditing().isEmpty())
        return;
    withUnavailable([this](const playlist::RowList &unavailable) {
        if (reasonAgainstEditing().isEmpty())
            ask(unavailable);
    });
}

void ReplaceActions::ask(const playlist::RowList &unavailable)
{
    const QPointer<Editor> asked(editor());
    const auto rows = std::make_shared<playlist::RowSnapshot>(asked->document());
    if (unavailable.empty()) {
        const auto gone =
            static_cast<int>(playlist::positionsOfKind(rows->list(), rows->lookup(), RowKind::Null).size());
        say(gone == 0 ? tr("Everything in this playlist can be played.")
                      : tr("Spotify does not tell any more what the %Ln unavailable row(s) of this playlist were, so "
                           "nothing can be found in their place.",
                           nullptr, gone));
        return;
    }
    const auto isStill = [this, asked] { return asked && asked == editor() && reasonAgainstEditing().isEmpty(); };
    // The page's, not the window's: it must not outlive the account that it searches with.
    auto *dialog = new ReplaceDialog(
        asked->api(), rows, unavailable,
        [isStill, asked](const playlist::RowList &replaced) {
            return isStill() && !replaced.empty()
                       ? removalCostText(*asked, playlist::positionsOf(replaced, asked->document().wanted()))
                       : QString();
        },
        &page());
    // Its rows are no more.
    connect(&asked->document(), &Document::aboutToReset, dialog, &QDialog::reject);
    connect(asked, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &ReplaceDialog::submitted, this, [this, isStill](const std::vector<ReplaceModel::Choice> &choices) {
        if (isStill())
            replace(choices);
    });
    dialog->open();
}

void ReplaceActions::replace(const std::vector<ReplaceModel::Choice> &choices)
{
    const playlist::RowList &wanted = editor()->document().wanted();
    QList<Editor::ReplacedRow> rows;
    std::vector<int> positions;
    for (const ReplaceModel::Choice &choice : choices) {
        const auto at = std::find(wanted.begin(), wanted.end(), choice.row);
        if (at == wanted.end())
            continue;
        positions.push_back(static_cast<int>(at - wanted.begin()));
        rows.append({positions.back(), choice.medium});
    }
    if (editor()->replaceRows(rows, [](int count) { return tr("Replace %Ln unavailable track(s)", nullptr, count); }))
        page().view().selectPositions(positions);
}

} // namespace segue::ui
