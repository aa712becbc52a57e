// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace segue::playlist
{

/// Identity of a row within one Document, from the moment its position is known until the document is closed.
/// Two copies of one track are two rows. Ids are small and dense: they index the document's rows.
using RowId = std::uint32_t;

/// An order of rows: the list at Spotify, the list wanted, a list that undo goes back to.
using RowList = std::vector<RowId>;

/// What is known of one row.
struct Row {
    web::PlaylistEntry entry;
    bool loaded = false;    ///< false: only the position is known so far
    bool confirmed = false; ///< false: added here, and not yet read back from Spotify with its date

    /// What the row can be named by in a remove or add call; empty for null entries.
    [[nodiscard]] QString uri() const { return entry.medium ? entry.medium->uri : QString(); }
    [[nodiscard]] bool isLocal() const { return entry.medium && entry.medium->isLocal; }
};

/// What is known of a row, by its id. The reference holds until the owner of the rows learns something new.
using RowLookup = std::function<const Row &(RowId)>;

} // namespace segue::playlist
