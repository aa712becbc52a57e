// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "app/store/JournalEntry.h"

namespace segue::playlist
{

class Document;

/// Makes of an unfinished edit, written down before the program ended, what it is for the list as it is at Spotify now.
/// Makes rows in the document for what is still to be added; changes nothing else. The document must be complete.
///
/// Rows are recognised by URI, date and adder; rows that were being added, or that had to be added again, by URI.
///  - What the edit added and Spotify has already is not added twice; what the edit removed is removed.
///  - The order is the wanted one. Rows that somebody else added since stand behind the row they follow at Spotify.
///  - A row that somebody else removed stays gone, unless the edit was about to remove a copy of it and add the others
///    back, or a call that may have taken it away was under way (JournalEntry::doubtful): then it may have been the
///    edit itself, and the row comes back.
[[nodiscard]] RowList recovered(Document &document, const store::JournalEntry &entry);

/// What an unfinished edit set out to do.
struct UnfinishedWork {
    int added = 0;
    int removed = 0;
    int moved = 0;
};
[[nodiscard]] UnfinishedWork workOf(const store::JournalEntry &entry);

} // namespace segue::playlist
