// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ListOps.h"

namespace segue::playlist
{

class Document;

/// Lists of ours that may be there.
struct Expectation {
    std::vector<RowList> lists; ///< likeliest first: with our last call carried out, without
    /// Rows that the call adds anew although they are there: they may have their date, or any other.
    RowList renewed;
};

/// Gives the entries of a list that was just read their rows: which of them are rows we know, which are new.
///
/// When one of the lists that we expect fits, it is the answer. Otherwise somebody else was there too, and entries are
/// matched one by one by URI, date and adder, in order; rows that were added here and never read back, or are renewed,
/// by URI alone. What is left becomes a new row. Every row that was recognised takes over what was read.
[[nodiscard]] RowList identify(Document &document, const QList<web::PlaylistEntry> &entries,
                               const Expectation &expected);

/// Whether the entries can be one of the lists. Changes nothing.
[[nodiscard]] bool fits(const Document &document, const QList<web::PlaylistEntry> &entries,
                        const Expectation &expected);

/// What a list that was read again says.
struct Finding {
    RowList now;
    bool expected = true; ///< it is one of our lists
    RowList base;         ///< the one of our lists that it is nearest to: what somebody else started from
    Difference foreign;   ///< what somebody else did, from `base`
};
/// As identify(). What we did ourselves is no foreign change, so it is told from the nearest of our own lists: an edit
/// taken back meanwhile does not come back as theirs.
[[nodiscard]] Finding findOut(Document &document, const QList<web::PlaylistEntry> &entries,
                              const Expectation &expected);

} // namespace segue::playlist
