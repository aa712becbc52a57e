// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QElapsedTimer>

#include <deque>

namespace segue::playlist
{

class Document;

/// Tells lists that were read too early after a call of ours from news. A new order can usually be read 0.6 s after the
/// write, at times much later: until then the service tells the list of before or, in pages, some of each, and neither
/// is somebody else's edit.
class EarlyReads
{
public:
    /// A call of ours has just changed this list into another.
    void changed(const Document &document, const RowList &before);
    /// Whether to wait and read again, for a list that is none of those we expect. Bounded, for somebody may have
    /// brought back just what was there.
    [[nodiscard]] bool isEarly(const QList<web::PlaylistEntry> &entries);
    /// A list was taken for what is there.
    void settled();

    /// How often it was too early, since settled().
    [[nodiscard]] int inARow() const { return m_inARow; }

private:
    std::deque<size_t> m_before; ///< of our last calls; hashes of URIs, for dates change with calls of ours
    QElapsedTimer m_sinceChange;
    size_t m_unbelieved = 0; ///< of the list that was read last and may be half old
    int m_inARow = 0;
};

} // namespace segue::playlist
