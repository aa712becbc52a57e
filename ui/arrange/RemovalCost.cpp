// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/RemovalCost.h"

#include "app/playlist/Editor.h"

#include <QCoreApplication>

namespace segue::ui
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::RemovalCost)
};

} // namespace

QString removalCostText(const playlist::Editor &editor, const std::vector<int> &positions)
{
    const playlist::Editor::RemovalCost cost = editor.costOfRemoving(positions);
    QStringList sentences;
    if (cost.impossible > 0)
        sentences.append(
            Texts::tr("%Ln of them cannot be removed and will stay: Spotify names neither local files nor entries "
                      "that are no longer available.",
                      nullptr, cost.impossible));
    if (cost.copiesLosingDate > 0)
        sentences.append(
            Texts::tr("Spotify can only remove all copies of a track at once: %Ln row(s) that stay will be "
                      "removed too and added again, with today as “date added”.",
                      nullptr, cost.copiesLosingDate));
    return sentences.join(u' ');
}

} // namespace segue::ui
