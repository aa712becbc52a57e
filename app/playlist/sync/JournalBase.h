// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "app/store/JournalEntry.h"

namespace segue::playlist
{

class Document;

/// The rows that Spotify has or may have, by whose positions an entry of the journal tells the wanted list.
///
/// One that was made for the first edit goes on serving until Spotify has other rows, in whatever order: to look up ten
/// thousand addresses and dates for each drag would hold the window up.
class JournalBase
{
public:
    JournalBase() = default;
    /// `possible`: lists that Spotify may have now besides the one it is known to have, because of a call whose answer
    /// is not known. Rows that it may have added are part of the base, and doubtful as those that it may have taken
    /// away.
    JournalBase(const Document &document, const std::vector<RowList> &possible);

    [[nodiscard]] bool servesFor(const RowList &server, const std::vector<RowList> &possible) const;

    [[nodiscard]] const RowList &list() const { return m_list; }
    [[nodiscard]] const store::ListRows &rows() const { return m_rows; }
    [[nodiscard]] const QList<int> &doubtful() const { return m_doubtful; }

private:
    RowList m_list;
    store::ListRows m_rows;
    QList<int> m_doubtful;
    bool m_lasts = false;
};

enum class JournalForm {
    Difference, ///< the list at Spotify, and what is wanted instead
    Replacement ///< the same, for calls that first take every row away: all are JournalEntry::doubtful
};

/// The wanted list of the document as it is now; without the edit's name.
[[nodiscard]] store::JournalEntry entryOf(const Document &document, const JournalBase &base, JournalForm form);

/// As the store keeps rows. Those that are being added are undated: only Spotify knows their date.
[[nodiscard]] store::ListRows listRowsOf(const Document &document, const RowList &list);

} // namespace segue::playlist
