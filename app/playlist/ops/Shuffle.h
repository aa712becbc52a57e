// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <cstdint>
#include <vector>

/// Orders by chance. Pure; any thread. A seed gives one order, the same on every machine: the caller draws it, and can
/// show the same order again.
namespace segue::playlist
{

enum class ShuffleKind {
    Rows,   ///< every order is as likely as any other
    Albums, ///< rows of one album come together, from its first disc and track on; the albums are shuffled
    /// No two neighbours by one (first) artist where that is possible, else as few as can be; apart from that by
    /// chance.
    SpreadArtists,
};

struct ShuffleOptions {
    ShuffleKind kind = ShuffleKind::Rows;
    std::uint64_t seed = 0;
};

[[nodiscard]] RowList shuffled(const RowList &list, const RowLookup &row, const ShuffleOptions &options);

/// Shuffles the rows at `positions` among the places they hold; all others stay where they are. `positions` as
/// normalised() gives them.
[[nodiscard]] RowList shuffledAt(const RowList &list, const std::vector<int> &positions, const RowLookup &row,
                                 const ShuffleOptions &options);

} // namespace segue::playlist
