// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"
#include "app/web/Values.h"

#include <QObject>

#include <functional>
#include <optional>

namespace segue::web
{

/// The Web API of one account, as typed calls. GUI thread.
///
/// Every call reports exactly one outcome to `done`, through the event loop (never before the call has
/// returned), unless `context` is destroyed or the call is cancelled first. Reads are repeated by themselves
/// after passing failures, within bounds; a write is sent once, and an outcome for which
/// Error::leavesWriteInDoubt() holds means: read the list again before deciding anything.
class Api : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    using Progress = std::function<void(qint64 bytesSent, qint64 bytesTotal)>;

    virtual Call me(QObject *context, Done<UserProfile> done) = 0;
    /// Playlists the user owns or follows, in the user's order. limit ≤ playlistsPageLimit.
    virtual Call myPlaylists(int offset, int limit, QObject *context, Done<PlaylistPage> done) = 0;
    virtual Call playlist(const QString &id, QObject *context, Done<Playlist> done) = 0;
    /// limit ≤ itemsPageLimit. Reads as the owner sees it (no market), so that URIs are those that edits need.
    virtual Call entries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                         Done<EntryPage> done) = 0;

    /// The same rows as the account's country gets them, named as entries() names them: for what can be played there,
    /// and for nothing else, as details may be those of other releases.
    virtual Call entriesInMarket(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                                 Done<EntryPage> done) = 0;
    /// As entries(), and nothing of each entry but its URI, the kind of it and whether it can be played, which is told
    /// in either dialect: for reading a whole library, while nothing else is to be read.
    virtual Call entryLinks(const QString &playlistId, int offset, int limit, QObject *context,
                            Done<EntryPage> done) = 0;
    /// Whether Medium::isPlayable says anything in what entries() answers; false also while the dialect is not known.
    [[nodiscard]] virtual bool tellsPlayability() const = 0;

    /// Tracks of the catalogue. Whether one can be played is known as far as the service tells it; see Medium. Their
    /// URIs are those that are played, also where the service gives another release in the place of one. Other kinds of
    /// results are to get calls of their own beside this one.
    virtual Call searchTracks(const SearchCall &search, Priority priority, QObject *context,
                              Done<TrackSearchPage> done) = 0;

    virtual Call createPlaylist(const PlaylistDetails &details, QObject *context, Done<Playlist> done) = 0;
    virtual Call changeDetails(const QString &id, const PlaylistDetails &details, QObject *context,
                               Done<Nothing> done) = 0;

    // Writes to the entries of a playlist answer the new snapshot id. Only one at a time may be under way for
    // one playlist: the service mixes up parallel ones.
    virtual Call reorder(const QString &playlistId, const ReorderCall &move, QObject *context, Done<QString> done) = 0;
    /// These and nothing else are in the playlist afterwards, all dated anew; an empty list empties it. ≤
    /// maxUrisPerCall: what does not fit is added afterwards.
    virtual Call replaceItems(const QString &playlistId, const QStringList &uris, QObject *context,
                              Done<QString> done) = 0;
    /// ≤ maxUrisPerCall; position −1 appends.
    virtual Call addItems(const QString &playlistId, const QStringList &uris, int position, QObject *context,
                          Done<QString> done) = 0;
    /// ≤ maxUrisPerCall targets. `snapshotId` may be empty when no target has positions.
    virtual Call removeItems(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                             QObject *context, Done<QString> done) = 0;

    virtual Call coverImages(const QString &playlistId, QObject *context, Done<QList<Image>> done) = 0;
    /// `jpeg` is the picture itself; its base64 text must fit maxCoverBase64Bytes. Nothing means "accepted":
    /// Spotify shows the new picture some time later.
    virtual Call uploadCover(const QString &playlistId, const QByteArray &jpeg, Progress progress, QObject *context,
                             Done<Nothing> done) = 0;

    /// Tracks or episodes (all of one kind) by their URIs, in their order; null for those that Spotify has nothing to
    /// tell about. ≤ mediaPerCall().
    virtual Call media(const QStringList &uris, Priority priority, QObject *context, Done<QList<MediumPtr>> done) = 0;
    /// At least 1, which is all of it in the "items" dialect, and while the dialect is not known.
    [[nodiscard]] virtual int mediaPerCall() const = 0;

    /// Whether the user has it in the library.
    virtual Call followsPlaylist(const QString &id, QObject *context, Done<bool> done) = 0;
    virtual Call followPlaylist(const QString &id, QObject *context, Done<Nothing> done) = 0;
    /// For one's own playlist this is what Spotify calls deleting.
    virtual Call unfollowPlaylist(const QString &id, QObject *context, Done<Nothing> done) = 0;

    /// Whether positions in RemoveTarget single out copies; false also while the dialect is not known.
    [[nodiscard]] virtual bool honoursPositions() const = 0;

    /// Whether the service gives the client id no more than it gives apps in development mode (the "items" dialect);
    /// nothing while the dialect is not known.
    [[nodiscard]] virtual std::optional<bool> isReduced() const = 0;

Q_SIGNALS:
    /// The service asked us to pause: nothing is sent before `until` (UTC). Invalid: going on.
    void pausedUntil(const QDateTime &until);
    /// The same for covers alone: uploads have a limit of their own. What waits goes on by itself.
    void uploadsPausedUntil(const QDateTime &until);
    /// Whether the last request reached the service at all.
    void reachableChanged(bool reachable);
};

} // namespace segue::web
