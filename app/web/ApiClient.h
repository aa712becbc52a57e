// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Api.h"
#include "app/web/Caller.h"

namespace segue::web
{

/// The Web API of one account over HTTP. Make a new one for another account or after signing in anew.
///
/// Puts together Requests (routes and bodies), a Caller (dialects, pacing, sending) and the parsers. Calls that make it
/// wait for a dialect or a user id keep their Call handle over all steps.
class ApiClient final : public Api
{
    Q_OBJECT

public:
    /// The caller must outlive this.
    explicit ApiClient(Caller &caller, QObject *parent = nullptr);
    ~ApiClient() override;

    Call me(QObject *context, Done<UserProfile> done) override;
    Call myPlaylists(int offset, int limit, QObject *context, Done<PlaylistPage> done) override;
    Call playlist(const QString &id, QObject *context, Done<Playlist> done) override;
    Call entries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                 Done<EntryPage> done) override;
    Call entriesInMarket(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                         Done<EntryPage> done) override;
    Call entryLinks(const QString &playlistId, int offset, int limit, QObject *context, Done<EntryPage> done) override;
    [[nodiscard]] bool tellsPlayability() const override;
    /// Asks for as much as the dialect gives, the smaller measure while none is known.
    Call searchTracks(const SearchCall &search, Priority priority, QObject *context,
                      Done<TrackSearchPage> done) override;
    Call createPlaylist(const PlaylistDetails &details, QObject *context, Done<Playlist> done) override;
    Call changeDetails(const QString &id, const PlaylistDetails &details, QObject *context,
                       Done<Nothing> done) override;
    Call reorder(const QString &playlistId, const ReorderCall &move, QObject *context, Done<QString> done) override;
    Call replaceItems(const QString &playlistId, const QStringList &uris, QObject *context,
                      Done<QString> done) override;
    Call addItems(const QString &playlistId, const QStringList &uris, int position, QObject *context,
                  Done<QString> done) override;
    /// With positions: InvalidInput in the "items" dialect, which would remove every copy.
    Call removeItems(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                     QObject *context, Done<QString> done) override;
    Call coverImages(const QString &playlistId, QObject *context, Done<QList<Image>> done) override;
    Call uploadCover(const QString &playlistId, const QByteArray &jpeg, Progress progress, QObject *context,
                     Done<Nothing> done) override;
    Call media(const QStringList &uris, Priority priority, QObject *context, Done<QList<MediumPtr>> done) override;
    [[nodiscard]] int mediaPerCall() const override;
    Call followsPlaylist(const QString &id, QObject *context, Done<bool> done) override;
    Call followPlaylist(const QString &id, QObject *context, Done<Nothing> done) override;
    Call unfollowPlaylist(const QString &id, QObject *context, Done<Nothing> done) override;
    [[nodiscard]] bool honoursPositions() const override;
    [[nodiscard]] std::optional<bool> isReduced() const override;

private:
    /// A page of a playlist, by a request that differs by dialect.
    Call readEntries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                     Done<EntryPage> done, Caller::Build build);
    /// The country of the account, in the words of the service where it is not known.
    [[nodiscard]] QString market() const;
    void createInDialect(const Caller::OperationPtr &operation, const PlaylistDetails &details,
                         const Done<Playlist> &done);
    Call removeCopies(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                      QObject *context, Done<QString> done);

    Caller &m_caller;
};

} // namespace segue::web
