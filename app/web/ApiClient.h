// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"
#include "app/web/Api.h"
#include "app/web/DialectFinder.h"
#include "app/web/Scheduler.h"
#include "app/web/TextPool.h"
#include "app/web/Transport.h"

#include <QUrl>

class QNetworkAccessManager;

namespace segue::web
{

struct ApiClientOptions {
    QString clientId; ///< what the dialect is remembered under
    TransportOptions transport;
    SchedulerOptions scheduler;
};

/// The Web API of one account over HTTP. Make a new one for another account or after signing in anew.
///
/// Puts together: Requests (routes and bodies), DialectFinder, Scheduler (when), Transport (how) and the parsers.
/// Calls that make it wait for a dialect or a user id keep their Call handle over all steps.
class ApiClient final : public Api
{
    Q_OBJECT

public:
    /// `base` such as https://api.spotify.com/v1. The references must outlive this.
    ApiClient(QUrl base, auth::AccessTokenSource &tokens, QNetworkAccessManager &network, DialectMemory &dialects,
              ApiClientOptions options, QObject *parent = nullptr);
    ~ApiClient() override;

    Call me(QObject *context, Done<UserProfile> done) override;
    Call myPlaylists(int offset, int limit, QObject *context, Done<PlaylistPage> done) override;
    Call playlist(const QString &id, QObject *context, Done<Playlist> done) override;
    Call entries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                 Done<EntryPage> done) override;
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
    Call followPlaylist(const QString &id, QObject *context, Done<Nothing> done) override;
    Call unfollowPlaylist(const QString &id, QObject *context, Done<Nothing> done) override;
    [[nodiscard]] bool honoursPositions() const override;

private:
    struct Operation;
    using OperationPtr = std::shared_ptr<Operation>;
    using Answered = std::function<void(Result<ApiAnswer>)>;
    using Build = std::function<ApiRequest(Dialect)>;
    template <typename T>
    using Parse = std::function<Result<T>(const ApiAnswer &, Dialect)>;

    [[nodiscard]] static OperationPtr begin(QObject *context, Priority priority);
    void step(const OperationPtr &operation, ApiRequest request, Answered answered);
    template <typename T>
    static void finish(const OperationPtr &operation, const Done<T> &done, Result<T> outcome);
    template <typename T>
    Call refuse(const Error &error, QObject *context, Done<T> done);
    template <typename T>
    Call plain(const ApiRequest &request, QObject *context, Done<T> done, Parse<T> parse);
    template <typename T>
    Call inDialect(const std::optional<Error> &wrong, Priority priority, QObject *context, Done<T> done, Build build,
                   Parse<T> parse);
    template <typename T>
    void runInDialect(const OperationPtr &operation, const Done<T> &done, Build build, Parse<T> parse);
    void createInDialect(const OperationPtr &operation, const PlaylistDetails &details, const Done<Playlist> &done);
    Call removeCopies(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                      QObject *context, Done<QString> done);

    Transport m_transport;
    Scheduler m_scheduler;
    DialectFinder m_dialects;
    TextPool m_texts;
    QString m_userId;  ///< once me() has answered
    QString m_country; ///< as above, where the service tells it
};

} // namespace segue::web
