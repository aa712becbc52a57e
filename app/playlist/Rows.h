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
    QDateTime formerDate;   ///< while not confirmed: when it had been added, if it is one that was removed since

    /// What the row can be named by in a remove or add call; empty for null entries.
    [[nodiscard]] QString uri() const { return entry.medium ? entry.medium->uri : QString(); }
    /// Whether this entry can be the row that was added here: any of its URI but the one that was there before, which a
    /// service that shows its changes late may still tell.
    [[nodiscard]] bool mayBe(const web::PlaylistEntry &read) const
    {
        return uri() == (read.medium ? read.medium->uri : QString()) &&
               !(formerDate.isValid() && formerDate == read.addedAt);
    }
    [[nodiscard]] bool isLocal() const { return entry.medium && entry.medium->isLocal; }
};

/// What is known of a row, by its id. The reference holds until the owner of the rows learns something new.
using RowLookup = std::function<const Row &(RowId)>;

} // namespace segue::playlist
