// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/people/People.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace segue::web
{

[[nodiscard]] Result<Page<Playlist>> parsePlaylistsOf(const QJsonDocument &answer, int offset);
/// Also for the playlists of a category, whose answer is alike.
[[nodiscard]] Result<FeaturedPlaylists> parseFeatured(const QJsonDocument &answer, int offset);
/// Categories without an id are holes; those without a name go by their id.
[[nodiscard]] Result<Page<Category>> parseCategories(const QJsonDocument &answer, int offset);

} // namespace segue::web
