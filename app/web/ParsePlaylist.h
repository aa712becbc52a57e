// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Dialect.h"
#include "app/web/Values.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace segue::web
{

// All of these take what came over the wire: a missing or odd detail is left out, a missing frame is a BadAnswer.

/// Pictures, largest first. Those without a usable address (https, or http to a loopback address) are left out.
[[nodiscard]] QList<Image> parseImages(const QJsonValue &value);

[[nodiscard]] Result<UserProfile> parseProfile(const QJsonDocument &answer);
[[nodiscard]] Result<Playlist> parsePlaylist(const QJsonObject &object);
[[nodiscard]] Result<Playlist> parsePlaylist(const QJsonDocument &answer);

/// `offset` is what was asked for. Null entries are left out, but count in PlaylistPage::holes.
[[nodiscard]] Result<PlaylistPage> parsePlaylistPage(const QJsonDocument &answer, int offset);

/// The snapshot id that a write answers.
[[nodiscard]] Result<QString> parseSnapshot(const QJsonDocument &answer);

/// The root is an array.
[[nodiscard]] Result<QList<Image>> parseImageList(const QJsonDocument &answer);

/// Whether each of `count` things that were asked for is in the library, in their order. BadAnswer for any other number
/// of answers, or for one that is neither true nor false.
[[nodiscard]] Result<QList<bool>> parseContained(const QJsonDocument &answer, int count);

/// What the shape of a playlist object suggests about the dialect, if anything.
[[nodiscard]] std::optional<Dialect> dialectHint(const QJsonObject &playlist);

} // namespace segue::web
