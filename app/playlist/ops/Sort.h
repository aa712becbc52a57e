// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QLocale>
#include <Qt>

#include <vector>

/// Sorts by what people sort playlists by. Pure; any thread, and 10,000 rows take well under a second.
namespace segue::playlist
{

enum class SortField {
    Title,
    Artist, ///< the first one
    /// By name; albums of one name apart; within an album by disc and track, from the first to the last in either
    /// direction.
    Album,
    DateAdded,
    AddedBy, ///< the user's id
    Length,
    ReleaseDate, ///< a year stands before its months, a month before its days
    Popularity,
    Position, ///< descending: the list reversed
};

struct SortKey {
    SortField field = SortField::Title;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

struct SortOptions {
    std::vector<SortKey> keys;   ///< the first counts most; none: nothing is sorted
    QLocale locale;              ///< whose alphabet orders the texts; numbers in them count as numbers, case does not
    bool ignoreArticles = false; ///< a leading "The", "A" or "An" of titles, artists and albums
};

/// Stable. Rows without a value for a key (null entries, unknown dates, rows not loaded …) stand behind those with one
/// in either direction; the next key orders them, and without one they stay in their order.
[[nodiscard]] RowList sorted(const RowList &list, const RowLookup &row, const SortOptions &options);

/// Sorts the rows at `positions` among the places they hold; all others stay where they are. `positions` as
/// normalised() gives them.
[[nodiscard]] RowList sortedAt(const RowList &list, const std::vector<int> &positions, const RowLookup &row,
                               const SortOptions &options);

} // namespace segue::playlist
