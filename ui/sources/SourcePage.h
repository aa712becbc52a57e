// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/Permission.h"
#include "app/models/SourceListModel.h"

#include <QString>

#include <optional>
#include <vector>

namespace segue::ui
{

/// One of the lists that a page can show.
struct SourceView {
    QString name; ///< "Albums"
    models::SourceListModel::Read read;
    QList<models::SourceItem> items; ///< what it holds where nothing has to be read
    bool holdsMedia = false;         ///< tracks or episodes, and nothing else
};

/// A place in the panel of sources: what it is about, and its lists.
struct SourcePage {
    QString title; ///< empty: the search page, whose field stands in its place
    QString subtitle;
    QUrl link;    ///< on open.spotify.com; may be empty
    QString keep; ///< URI of the album, show, artist or user it is about, which can be saved or followed; else empty
    std::vector<SourceView> views;
    QString nothing;                            ///< what is said when a list is empty
    QString note;                               ///< what is said below a list that is not
    std::optional<auth::Permission> permission; ///< what to ask for when the service refuses for the lack of one
};

} // namespace segue::ui
