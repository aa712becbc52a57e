// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

namespace segue::playlist
{

class Document;

/// Gives the entries of a list that was just read their rows: which of them are rows we know, which are new.
///
/// `candidates` are the lists that we expect, likeliest first (the list with our last call carried out, the list
/// without). When one fits, it is the answer. Otherwise somebody else was there too, and entries are matched one by
/// one by URI, date and adder, in order; rows that were added here and never read back, by URI alone. What is left
/// becomes a new row. Every row that was recognised takes over what was read.
[[nodiscard]] RowList identify(Document &document, const QList<web::PlaylistEntry> &entries,
                               const std::vector<RowList> &candidates);

} // namespace segue::playlist
