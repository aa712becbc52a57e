// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"
#include "app/web/Dialect.h"
#include "app/web/Values.h"

#include <functional>

/// Every route of the Web API that Segue uses, as requests ready to send. Pure functions.
///
/// Reads name in `fields` just what is shown, and no market, unless they are to tell what can be played: with one,
/// Spotify relinks tracks and answers URIs that edits do not know.
namespace segue::web::requests
{

[[nodiscard]] ApiRequest me();
[[nodiscard]] ApiRequest myPlaylists(int offset, int limit);
[[nodiscard]] ApiRequest playlist(const QString &id);
[[nodiscard]] ApiRequest coverImages(const QString &id);
[[nodiscard]] ApiRequest entries(Dialect dialect, const QString &id, int offset, int limit, Priority priority);
[[nodiscard]] ApiRequest entriesInMarket(Dialect dialect, const QString &id, int offset, int limit, Priority priority,
                                         const QString &market);
/// Idle. In the market only where the dialect does not tell without it what can be played.
[[nodiscard]] ApiRequest entryLinks(Dialect dialect, const QString &id, int offset, int limit, const QString &market);
/// `types` are those of the service: "track,album". `market` may be empty.
[[nodiscard]] ApiRequest search(const QString &types, const SearchCall &search, int limit, const QString &market);

/// `userId` matters in the "tracks" dialect only.
[[nodiscard]] ApiRequest createPlaylist(Dialect dialect, const QString &userId, const PlaylistDetails &details);
/// collaborative = true is always sent along with public = false, without which the service refuses it.
[[nodiscard]] ApiRequest changeDetails(const QString &id, const PlaylistDetails &details);
[[nodiscard]] ApiRequest reorder(Dialect dialect, const QString &id, const ReorderCall &move);
[[nodiscard]] ApiRequest replaceItems(Dialect dialect, const QString &id, const QStringList &uris);
[[nodiscard]] ApiRequest addItems(Dialect dialect, const QString &id, const QStringList &uris, int position);
/// Positions and the snapshot they refer to are sent only in a dialect that honours them.
[[nodiscard]] ApiRequest removeItems(Dialect dialect, const QString &id, const QList<RemoveTarget> &targets,
                                     const QString &snapshotId);
[[nodiscard]] ApiRequest uploadCover(const QString &id, const QByteArray &base64,
                                     std::function<void(qint64, qint64)> progress);
/// Of one kind; several only in a dialect that has the route.
[[nodiscard]] ApiRequest media(MediumKind kind, const QStringList &ids, Priority priority);
[[nodiscard]] ApiRequest followsPlaylist(Dialect dialect, const QString &id);
[[nodiscard]] ApiRequest followPlaylist(Dialect dialect, const QString &id);
[[nodiscard]] ApiRequest unfollowPlaylist(Dialect dialect, const QString &id);

} // namespace segue::web::requests
