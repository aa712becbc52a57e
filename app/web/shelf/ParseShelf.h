// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/TextPool.h"
#include "app/web/shelf/Shelf.h"

#include <QJsonDocument>

namespace segue::web
{

// Pages of what was saved; entries that hold nothing that can be named are holes.

[[nodiscard]] Result<Page<SavedMedium>> parseSavedTracks(const QJsonDocument &answer, int offset, TextPool &pool);
[[nodiscard]] Result<Page<SavedMedium>> parseSavedEpisodes(const QJsonDocument &answer, int offset, TextPool &pool);
[[nodiscard]] Result<Page<Album>> parseSavedAlbums(const QJsonDocument &answer, int offset, TextPool &pool);
[[nodiscard]] Result<Page<Show>> parseSavedShows(const QJsonDocument &answer, int offset);
/// As asked for with the cursor `after`.
[[nodiscard]] Result<Page<Artist>> parseFollowedArtists(const QJsonDocument &answer, const QString &after);

} // namespace segue::web
