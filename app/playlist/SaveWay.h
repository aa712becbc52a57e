// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <optional>

namespace segue::playlist
{

/// How a new order gets to Spotify.
enum class SaveWay {
    KeepDates, ///< the fewest moves; half-way through, the list looks shuffled
    Calm,      ///< each run that is out of place moves once, straight to its place; more calls
    Fast,      ///< the list is replaced: every "date added" and "added by" is lost
};

/// What each way to the list that is wanted would cost, in calls. For the user to choose from.
struct SaveChoice {
    int keepDates = 0;
    int calm = 0;
    std::optional<int> fast; ///< nothing where the list has entries that cannot be named in a call
};

} // namespace segue::playlist

Q_DECLARE_METATYPE(segue::playlist::SaveWay)
Q_DECLARE_METATYPE(segue::playlist::SaveChoice)
