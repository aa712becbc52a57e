// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/Import.h"
#include "app/web/Values.h"

#include <QList>
#include <QStringList>

namespace segue::ui
{

/// What of an imported list can be added to a playlist, and what cannot.
struct ImportChoice {
    QList<web::MediumPtr> media;
    QStringList withoutLink; ///< "Artist - Title" of the rows that name no track on Spotify
    QStringList localFiles;  ///< likewise of files on somebody's machine

    /// Everything that cannot be added, one a line.
    [[nodiscard]] QString leftOut() const { return (withoutLink + localFiles).join(u'\n'); }
    [[nodiscard]] int leftOutCount() const { return static_cast<int>(withoutLink.size() + localFiles.size()); }
};

/// Pure; any thread.
[[nodiscard]] ImportChoice importChoice(const playlist::ExchangeList &list);

} // namespace segue::ui
