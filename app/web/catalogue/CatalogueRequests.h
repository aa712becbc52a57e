// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"
#include "app/web/catalogue/Catalogue.h"

/// The routes of Catalogue. Pure functions; `market` may be empty. With one, the service says what can be played there,
/// and names what is played.
namespace segue::web::requests
{

inline constexpr int cataloguePageLimit = 50; ///< of a page of tracks or episodes

/// As the service writes them: "track,album".
[[nodiscard]] QString searchTypes(SearchKinds kinds);

[[nodiscard]] ApiRequest album(const QString &id, const QString &market);
[[nodiscard]] ApiRequest albumTracks(const QString &id, int offset, const QString &market);
[[nodiscard]] ApiRequest artist(const QString &id);
/// Albums and singles, and what the artist only appears on.
[[nodiscard]] ApiRequest artistAlbums(const QString &id, int offset, int limit, const QString &market);
[[nodiscard]] ApiRequest artistTopTracks(const QString &id, const QString &market);
[[nodiscard]] ApiRequest show(const QString &id, const QString &market);
[[nodiscard]] ApiRequest showEpisodes(const QString &id, int offset, const QString &market);

} // namespace segue::web::requests
