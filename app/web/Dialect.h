// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace segue::web
{

/// The two shapes of the Web API that are live side by side: apps in development mode were moved to the second
/// in February 2026, apps with extended quota and many older ones kept the first. Nothing announces which one
/// an app gets; DialectFinder finds out.
enum class Dialect { Tracks, Items };

/// All that differs, in one place.
struct DialectTable {
    QLatin1String name;     ///< how it is remembered
    QLatin1String entries;  ///< playlists/{id}/<this>; also the member of a playlist that tells about them
    QLatin1String entry;    ///< the member of an entry that holds the track or episode
    QLatin1String removals; ///< the member of a remove call that lists what to remove
    int searchLimit;        ///< most results of a kind on a page
    int artistAlbumsLimit;  ///< most albums of an artist on a page
    bool honoursPositions;  ///< whether a removal can single out copies
    bool tellsPlayability;  ///< whether a track says without a market that it cannot be played
    bool hasLibraryRoute;   ///< me/playlists and me/library instead of users/{id}/playlists and …/followers
    int mediaPerCall;       ///< how many tracks or episodes can be asked for by their ids at once
    int shelfUrisPerCall;   ///< how many things of any kind can be saved, removed or asked about at once
    bool hasPeople;         ///< profiles and playlists of others, what Spotify features, top tracks of an artist
};

[[nodiscard]] const DialectTable &tableOf(Dialect dialect);
[[nodiscard]] Dialect otherThan(Dialect dialect);
[[nodiscard]] std::optional<Dialect> dialectNamed(const QString &name);

} // namespace segue::web
