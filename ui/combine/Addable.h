// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace segue::ui
{

/// What of some rows can be added to a playlist: no call takes local files, nor entries that Spotify has nothing to
/// tell about any more.
struct Addable {
    QList<web::MediumPtr> media;
    playlist::RowList rows; ///< those that the media are of
    int localFiles = 0;     ///< left out
    int gone = 0;           ///< left out

    /// A sentence on what is left out; empty when nothing is.
    [[nodiscard]] QString leftOutText() const;

    Q_DECLARE_TR_FUNCTIONS(segue::ui::Addable)
};

[[nodiscard]] Addable addableOf(const playlist::RowList &rows, const playlist::RowLookup &row);

} // namespace segue::ui
