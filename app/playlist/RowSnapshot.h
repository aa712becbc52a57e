// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <vector>

namespace segue::playlist
{

class Document;

/// The wanted list of a document and what is known of its rows, as they were when it was taken: for work in another
/// thread. Media are shared with the document, so that it is quickly made. Taken in the GUI thread; read in any.
class RowSnapshot
{
public:
    explicit RowSnapshot(const Document &document);

    [[nodiscard]] const RowList &list() const { return m_list; }
    /// Of a row of list().
    [[nodiscard]] const Row &row(RowId id) const { return m_rows[m_places[id]]; }
    /// Holds as long as the snapshot.
    [[nodiscard]] RowLookup lookup() const;

private:
    RowList m_list;
    std::vector<Row> m_rows;           ///< in the order of m_list
    std::vector<std::size_t> m_places; ///< in m_rows, by row id
};

} // namespace segue::playlist
