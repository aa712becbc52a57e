// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"
#include "app/web/listening/Listening.h"

/// The routes of Listening. Pure functions.
namespace segue::web::requests
{

inline constexpr int listeningPageLimit = 50;

[[nodiscard]] ApiRequest topTracks(TopRange range, int offset);
[[nodiscard]] ApiRequest topArtists(TopRange range, int offset);
/// `before` may be empty.
[[nodiscard]] ApiRequest recentlyPlayed(const QString &before);

[[nodiscard]] ApiRequest devices();
[[nodiscard]] ApiRequest play(const PlayCall &what);
/// `deviceId` may be empty: the active one.
[[nodiscard]] ApiRequest addToQueue(const QString &uri, const QString &deviceId);

} // namespace segue::web::requests
