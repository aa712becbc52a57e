// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/ListPlace.h"

#include "app/playlist/Document.h"
#include "app/playlist/ListOps.h"

namespace segue::ui
{

ListPlace::ListPlace(const playlist::Document &document, int before) : m_before(qMin(before, document.size()))
{
    if (m_before < document.size())
        m_row = document.wanted()[static_cast<std::size_t>(m_before)];
}

int ListPlace::in(const playlist::Document &document) const
{
    if (!m_row)
        return document.size();
    const std::vector<int> there = playlist::positionsOf({*m_row}, document.wanted());
    return there.empty() ? qMin(m_before, document.size()) : there.front();
}

} // namespace segue::ui
