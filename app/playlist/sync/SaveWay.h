// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace segue::playlist
{

/// How a new order gets to Spotify.
enum class SaveWay {
    KeepDates, ///< the fewest moves; half-way through, the list looks shuffled
    Calm,      ///< each run that is out of place moves once, straight to its place; more calls
    Fast,      ///< the list is replaced: every "date added" and "added by" is lost
};

/// "keep-dates", "calm", "fast": as settings hold it.
[[nodiscard]] inline QString nameOf(SaveWay way)
{
    switch (way) {
    case SaveWay::KeepDates:
        return QStringLiteral("keep-dates");
    case SaveWay::Calm:
        return QStringLiteral("calm");
    case SaveWay::Fast:
        return QStringLiteral("fast");
    }
    return {};
}
/// Nothing for any other text.
[[nodiscard]] inline std::optional<SaveWay> saveWayNamed(const QString &name)
{
    for (const SaveWay way : {SaveWay::KeepDates, SaveWay::Calm, SaveWay::Fast}) {
        if (nameOf(way) == name)
            return way;
    }
    return std::nullopt;
}

/// What each way to the list that is wanted would cost, in calls. For the user to choose from.
struct SaveChoice {
    int keepDates = 0;
    int calm = 0;
    std::optional<int> fast; ///< nothing where the list has entries that cannot be named in a call
};

} // namespace segue::playlist

Q_DECLARE_METATYPE(segue::playlist::SaveWay)
Q_DECLARE_METATYPE(segue::playlist::SaveChoice)
