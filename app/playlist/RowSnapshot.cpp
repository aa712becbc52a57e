// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/RowSnapshot.h"

#include "app/playlist/Document.h"

#include <algorithm>

namespace segue::playlist
{

RowSnapshot::RowSnapshot(const Document &document) : m_list(document.wanted())
{
    m_rows.reserve(m_list.size());
    const auto last = std::max_element(m_list.begin(), m_list.end());
    m_places.resize(last == m_list.end() ? 0 : *last + std::size_t(1));
    for (const RowId id : m_list) {
        m_places[id] = m_rows.size();
        m_rows.push_back(document.row(id));
    }
}

RowLookup RowSnapshot::lookup() const
{
    return [this](RowId id) -> const Row & { return row(id); };
}

} // namespace segue::playlist
