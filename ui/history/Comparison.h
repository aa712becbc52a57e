// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Restore.h"
#include "app/store/Version.h"
#include "app/web/Values.h"

#include <QHash>
#include <QList>

namespace segue::ui
{

/// What is known of items, by their URIs.
using KnownMedia = QHash<QString, web::MediumPtr>;

/// A version beside a list, worked out. Never changed once made: shared between threads.
struct Comparison {
    store::ListRows then;
    store::ListRows now;
    QList<playlist::ComparedRow> rows;
    store::ListChange change;    ///< from then to now
    playlist::Restoration whole; ///< what bringing all of the version back takes
    KnownMedia known;            ///< of the items in the lists of now, those with a title
    int revision = 0;            ///< of the list of now, as its owner counts

    /// `media`: of all that the playlist knows; null ones and such without a title are left out. Pure; any thread.
    /// Takes longer than a frame for long lists.
    [[nodiscard]] static Comparison of(const store::ListRows &then, const store::ListRows &now,
                                       const QList<web::MediumPtr> &media);
};

} // namespace segue::ui
