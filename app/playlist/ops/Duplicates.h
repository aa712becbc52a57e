// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <chrono>
#include <vector>

/// Finds what stands in a list more than once. Pure; any thread.
namespace segue::playlist
{

/// Why a row is taken for the same as another, the surest reason first.
enum class SameBecause {
    Uri,       ///< the same track, episode or local file
    Recording, ///< the same recording (ISRC) on another release
    /// The same title and first artist, nearly the same length, maybe by another recording. Titles that differ in words
    /// differ ("Song", "Song (Live)", "Song – Remix"); case, accents and punctuation do not count.
    Song,
};

/// Which row of a group stays. Among equals the one that comes first does.
enum class KeepRule {
    First,
    Last,
    Oldest,    ///< by the date it was added. Without one: very old, or, not saved yet, very new
    Newest,    ///< as above
    Available, ///< one that plays before a local file, and that before one that does not play
};

struct DuplicateOptions {
    KeepRule keep = KeepRule::First;
    bool byUri = true;
    bool byRecording = true;
    bool bySong = true;
};

/// How far the lengths of one song may be apart.
inline constexpr std::chrono::milliseconds sameSongTolerance{2000};

struct Duplicate {
    int position = 0;
    RowId row = 0;
    SameBecause because = SameBecause::Uri; ///< it is the same as the row that is kept

    friend bool operator==(const Duplicate &, const Duplicate &) = default;
};

struct DuplicateGroup {
    int keptPosition = 0;
    RowId kept = 0;
    std::vector<Duplicate> others; ///< ascending positions; never empty
};

/// Each row stands in one group at most, and each of `others` is the same as the row kept by itself, not by way of a
/// third one: when the others are gone, no two rows are the same. Groups come in the order of their topmost rows. Null
/// entries and rows not loaded never match; episodes and tracks without a known length only by URI or recording.
[[nodiscard]] std::vector<DuplicateGroup> duplicates(const RowList &list, const RowLookup &row,
                                                     const DuplicateOptions &options);

/// The positions of all `others`, ascending.
[[nodiscard]] std::vector<int> positionsToRemove(const std::vector<DuplicateGroup> &groups);

} // namespace segue::playlist
