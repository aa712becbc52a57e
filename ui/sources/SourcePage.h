// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/SourceListModel.h"

#include <QString>

#include <vector>

namespace segue::ui
{

/// One of the lists that a page can show.
struct SourceView {
    QString name; ///< "Albums"
    models::SourceListModel::Read read;
};

/// A place in the panel of sources: what it is about, and its lists.
struct SourcePage {
    QString title; ///< empty: the search page, whose field stands in its place
    QString subtitle;
    QUrl link; ///< on open.spotify.com; may be empty
    std::vector<SourceView> views;
    QString nothing; ///< what is said when a list is empty
};

} // namespace segue::ui
