// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/TextPool.h"
#include "app/web/catalogue/Catalogue.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace segue::web
{

// Odd and missing details are left out; nothing without anything to name it by.

[[nodiscard]] std::optional<Album> parseAlbum(const QJsonObject &object, TextPool &pool);
[[nodiscard]] std::optional<Artist> parseArtist(const QJsonObject &object);
[[nodiscard]] std::optional<Show> parseShow(const QJsonObject &object);
[[nodiscard]] std::optional<Playlist> parseListed(const QJsonObject &playlist);

/// A page of tracks of that album, or of episodes of that show, whose own details the service leaves out there.
[[nodiscard]] Result<Page<MediumPtr>> parseAlbumTracks(const QJsonDocument &answer, const Album &album, int offset,
                                                       TextPool &pool);
[[nodiscard]] Result<Page<MediumPtr>> parseShowEpisodes(const QJsonDocument &answer, const Show &show, int offset,
                                                        TextPool &pool);

/// BadAnswer without the array.
[[nodiscard]] Result<QList<MediumPtr>> parseTopTracks(const QJsonDocument &answer, TextPool &pool);

/// A page of every kind that was asked for; BadAnswer when one is missing. No page goes on beyond maxSearchOffset.
[[nodiscard]] Result<SearchResults> parseSearch(const QJsonDocument &answer, SearchKinds kinds, int offset,
                                                TextPool &pool);

} // namespace segue::web
