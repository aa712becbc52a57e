// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace segue::web
{

/// A page of a list that is read in pages. Entries that are null or cannot be named are left out and counted in
/// `holes`.
template <typename T>
struct Page {
    QList<T> items;
    int holes = 0;
    int offset = 0;    ///< as asked for; 0 in lists that are read by cursor
    int total = -1;    ///< of the whole list when this page was read; −1 where the service does not count
    QString after;     ///< the cursor for the next page, in lists that are read by cursor; empty at the end
    bool more = false; ///< whether there is a next page

    /// Where the next page begins, in lists that are read by offset.
    [[nodiscard]] int nextOffset() const { return offset + static_cast<int>(items.size()) + holes; }
};

} // namespace segue::web
