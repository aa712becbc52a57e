// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

namespace segue::playlist
{

/// A list that is kept for long, in as few bytes as its order allows: rows that follow each other by their ids, as most
/// rows of an edited list do, cost nothing; in a shuffled list a row costs three or four. Any thread.
class PackedList
{
public:
    PackedList() = default;
    explicit PackedList(const RowList &list);

    [[nodiscard]] RowList list() const;
    [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }

private:
    std::vector<std::uint8_t> m_bytes; ///< of each run: how far it starts from the end of the one before; its length
};

} // namespace segue::playlist
