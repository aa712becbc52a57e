// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/UnavailableVerbs.h"

#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/playlist/PlaylistPage.h"

#include <QPointer>

#include <utility>

namespace segue::ui
{

using playlist::Editor;
using playlist::RowList;

void UnavailableVerbs::withUnavailable(std::function<void(const RowList &rows)> use)
{
    const auto take = [this, use = std::move(use), asked = QPointer<Editor>(editor())](const Result<RowList> &rows) {
        if (!asked || asked != editor())
            return;
        page().messages().close(QStringLiteral("list"));
        if (rows)
            use(*rows);
        else
            say(tr("Spotify did not tell what can be played. %1").arg(rows.error().userText));
    };
    if (m_finder.start(*editor(), take))
        say(tr("Asking Spotify which of these tracks can be played…"));
}

} // namespace segue::ui
