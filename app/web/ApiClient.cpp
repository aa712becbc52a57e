// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiClient.h"

#include "app/web/ApiError.h"
#include "app/web/Checks.h"
#include "app/web/ParseEntries.h"
#include "app/web/ParseMedia.h"
#include "app/web/ParsePlaylist.h"
#include "app/web/ParseSearch.h"
#include "app/web/Requests.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace segue::web
{

ApiClient::ApiClient(Caller &caller, QObject *parent) : Api(parent), m_caller(caller)
{
    connect(&caller, &Caller::pausedUntil, this, &Api::pausedUntil);
    connect(&caller, &Caller::uploadsPausedUntil, this, &Api::uploadsPausedUntil);
    connect(&caller, &Caller::reachableChanged, this, &Api::reachableChanged);
}

ApiClient::~ApiClient() = default;

namespace
{

Result<QString> snapshotOf(const ApiAnswer &answer, Dialect)
{
    return parseSnapshot(answer.json);
}

} // namespace

Call ApiClient::me(QObject *context, Done<UserProfile> done)
{
    return m_caller.plain<UserProfile>(requests::me(), context, std::move(done),
                                       [this](const ApiAnswer &answer, Dialect) {
                                           auto user = parseProfile(answer.json);
                                           if (user)
                                               m_caller.setUser({.id = user->id, .country = user->country});
                                           return user;
                                       });
}

Call ApiClient::myPlaylists(int offset, int limit, QObject *context, Done<PlaylistPage> done)
{
    if (const auto wrong = checks::page(offset, limit, playlistsPageLimit))
        return m_caller.refuse<PlaylistPage>(*wrong, context, std::move(done));
    return m_caller.plain<PlaylistPage>(requests::myPlaylists(offset, limit), context, std::move(done),
                                        [this, offset](const ApiAnswer &answer, Dialect) {
                                            for (const QJsonValue &entry :
                                                 answer.json[QLatin1String("items")].toArray())
                                                if (const auto hint = dialectHint(entry.toObject()))
                                                    m_caller.dialects().hint(*hint);
                                            return parsePlaylistPage(answer.json, offset);
                                        });
}

Call ApiClient::playlist(const QString &id, QObject *context, Done<Playlist> done)
{
    if (const auto wrong = checks::playlistId(id))
        return m_caller.refuse<Playlist>(*wrong, context, std::move(done));
    return m_caller.plain<Playlist>(requests::playlist(id), context, std::move(done),
                                    [this](const ApiAnswer &answer, Dialect) {
                                        if (const auto hint = dialectHint(answer.json.object()))
                                            m_caller.dialects().hint(*hint);
                                        return parsePlaylist(answer.json);
                                    });
}

Call ApiClient::readEntries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                            Done<EntryPage> done, Caller::Build build)
{
    auto wrong = checks::playlistId(playlistId);
    if (!wrong)
        wrong = checks::page(offset, limit, itemsPageLimit);
    return m_caller.inDialect<EntryPage>(wrong, priority, context, std::move(done), std::move(build),
                                         [this, offset, limit](const ApiAnswer &answer, Dialect dialect) {
                                             return parseEntries(answer.json, dialect, offset, limit, m_caller.texts());
                                         });
}

Call ApiClient::entries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                        Done<EntryPage> done)
{
    return readEntries(playlistId, offset, limit, priority, context, std::move(done), [=](Dialect dialect) {
        return requests::entries(dialect, playlistId, offset, limit, priority);
    });
}

Call ApiClient::entriesInMarket(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                                Done<EntryPage> done)
{
    return readEntries(playlistId, offset, limit, priority, context, std::move(done),
                       [=, market = market()](Dialect dialect) {
                           return requests::entriesInMarket(dialect, playlistId, offset, limit, priority, market);
                       });
}

Call ApiClient::entryLinks(const QString &playlistId, int offset, int limit, QObject *context, Done<EntryPage> done)
{
    return readEntries(playlistId, offset, limit, Priority::Idle, context, std::move(done),
                       [=, market = market()](Dialect dialect) {
                           return requests::entryLinks(dialect, playlistId, offset, limit, market);
                       });
}

QString ApiClient::market() const
{
    // The word for "that of the account" is documented no more, but known.
    const QString &country = m_caller.user().country;
    return country.isEmpty() ? QStringLiteral("from_token") : country;
}

bool ApiClient::tellsPlayability() const
{
    return m_caller.dialect() && tableOf(*m_caller.dialect()).tellsPlayability;
}

Call ApiClient::searchTracks(const SearchCall &search, Priority priority, QObject *context, Done<TrackSearchPage> done)
{
    if (const auto wrong = checks::search(search))
        return m_caller.refuse<TrackSearchPage>(*wrong, context, std::move(done));
    return m_caller.inPages<TrackSearchPage>(
        &DialectTable::searchLimit, search.most, priority, context, std::move(done),
        [search, market = search.market.isEmpty() ? m_caller.user().country : search.market](int limit) {
            return requests::search(QStringLiteral("track"), search, limit, market);
        },
        [this, offset = search.offset](const ApiAnswer &answer, Dialect) {
            return parseTrackSearch(answer.json, offset, m_caller.texts());
        });
}

Call ApiClient::createPlaylist(const PlaylistDetails &details, QObject *context, Done<Playlist> done)
{
    if (const auto wrong = checks::details(details, true))
        return m_caller.refuse<Playlist>(*wrong, context, std::move(done));
    const Caller::OperationPtr operation = Caller::begin(context, Priority::Visible);
    if (!m_caller.user().id.isEmpty()) {
        createInDialect(operation, details, done);
        return Call(operation);
    }
    // The old route names the user, and whether it is needed is not known before the new one refuses.
    m_caller.step(operation, requests::me(),
                  [this, operation, details, done = std::move(done)](Result<ApiAnswer> answer) {
                      auto user = answer ? parseProfile(answer->json) : Result<UserProfile>(Unexpected(answer.error()));
                      if (!user) {
                          Caller::finish<Playlist>(operation, done, Unexpected(user.error()));
                          return;
                      }
                      m_caller.setUser({.id = user->id, .country = user->country});
                      createInDialect(operation, details, done);
                  });
    return Call(operation);
}

void ApiClient::createInDialect(const Caller::OperationPtr &operation, const PlaylistDetails &details,
                                const Done<Playlist> &done)
{
    m_caller.runInDialect<Playlist>(
        operation, done,
        [userId = m_caller.user().id, details](Dialect dialect) {
            return requests::createPlaylist(dialect, userId, details);
        },
        [](const ApiAnswer &answer, Dialect) {
            auto playlist = parsePlaylist(answer.json);
            if (playlist) { // one's own and new, whatever the answer leaves out
                playlist->itemsReadable = true;
                playlist->itemCount = std::max(0, playlist->itemCount);
            }
            return playlist;
        });
}

Call ApiClient::changeDetails(const QString &id, const PlaylistDetails &details, QObject *context, Done<Nothing> done)
{
    auto wrong = checks::playlistId(id);
    if (!wrong)
        wrong = checks::details(details, false);
    if (wrong)
        return m_caller.refuse<Nothing>(*wrong, context, std::move(done));
    Done<Nothing> explained = std::move(done);
    if (details.description && details.description->isEmpty())
        explained = [done = std::move(explained)](Result<Nothing> outcome) {
            if (!outcome && outcome.error().kind == ErrorKind::BadRequest)
                outcome.error().userText = QCoreApplication::translate(
                    "segue::web::ApiError",
                    "Spotify did not accept an empty description. Leave at least one character in it.");
            done(std::move(outcome));
        };
    return m_caller.plain<Nothing>(requests::changeDetails(id, details), context, std::move(explained), accepted);
}

Call ApiClient::reorder(const QString &playlistId, const ReorderCall &move, QObject *context, Done<QString> done)
{
    auto wrong = checks::playlistId(playlistId);
    if (!wrong)
        wrong = checks::move(move);
    return m_caller.inDialect<QString>(
        wrong, Priority::Visible, context, std::move(done),
        [=](Dialect dialect) { return requests::reorder(dialect, playlistId, move); }, snapshotOf);
}

Call ApiClient::replaceItems(const QString &playlistId, const QStringList &uris, QObject *context, Done<QString> done)
{
    auto wrong = checks::playlistId(playlistId);
    if (!wrong && !uris.isEmpty())
        wrong = checks::additions(uris, 0);
    return m_caller.inDialect<QString>(
        wrong, Priority::Visible, context, std::move(done),
        [=](Dialect dialect) { return requests::replaceItems(dialect, playlistId, uris); }, snapshotOf);
}

Call ApiClient::addItems(const QString &playlistId, const QStringList &uris, int position, QObject *context,
                         Done<QString> done)
{
    auto wrong = checks::playlistId(playlistId);
    if (!wrong)
        wrong = checks::additions(uris, position);
    return m_caller.inDialect<QString>(
        wrong, Priority::Visible, context, std::move(done),
        [=](Dialect dialect) { return requests::addItems(dialect, playlistId, uris, position); }, snapshotOf);
}

Call ApiClient::removeItems(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                            QObject *context, Done<QString> done)
{
    auto wrong = checks::playlistId(playlistId);
    if (!wrong)
        wrong = checks::removals(targets, snapshotId);
    const bool positions = std::any_of(targets.begin(), targets.end(),
                                       [](const RemoveTarget &target) { return !target.positions.isEmpty(); });
    if (!wrong && positions)
        return removeCopies(playlistId, targets, snapshotId, context, std::move(done));
    return m_caller.inDialect<QString>(
        wrong, Priority::Visible, context, std::move(done),
        [=](Dialect dialect) { return requests::removeItems(dialect, playlistId, targets, {}); }, snapshotOf);
}

Call ApiClient::removeCopies(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                             QObject *context, Done<QString> done)
{
    const Caller::OperationPtr operation = Caller::begin(context, Priority::Visible);
    const auto remove = [=, this] {
        if (!honoursPositions()) {
            Caller::finish<QString>(
                operation, done,
                Unexpected(invalidInput(QCoreApplication::translate(
                    "segue::web::ApiError",
                    "With this client ID, Spotify cannot remove a single copy of a track that is in the "
                    "playlist more than once."))));
            return;
        }
        m_caller.step(operation, requests::removeItems(Dialect::Tracks, playlistId, targets, snapshotId),
                      [operation, done](Result<ApiAnswer> answer) {
                          Caller::finish<QString>(operation, done,
                                                  answer ? parseSnapshot(answer->json) : Unexpected(answer.error()));
                      });
    };
    if (m_caller.dialect()) {
        QMetaObject::invokeMethod(this, remove, Qt::QueuedConnection);
        return Call(operation);
    }
    // Never by trying: in the wrong dialect this would remove all copies. So the dialect is found out with a read,
    // and the removal is sent in the right one or not at all.
    m_caller.dialects().run([operation] { return operation->isActive(); },
                            [this, operation, playlistId](Dialect dialect, Caller::Answered answered) {
                                m_caller.step(operation,
                                              requests::entries(dialect, playlistId, 0, 1, Priority::Visible),
                                              std::move(answered));
                            },
                            [operation, done, remove](Dialect, Result<ApiAnswer> answer) {
                                if (answer)
                                    remove();
                                else
                                    Caller::finish<QString>(operation, done, Unexpected(answer.error()));
                            });
    return Call(operation);
}

Call ApiClient::coverImages(const QString &playlistId, QObject *context, Done<QList<Image>> done)
{
    if (const auto wrong = checks::playlistId(playlistId))
        return m_caller.refuse<QList<Image>>(*wrong, context, std::move(done));
    return m_caller.plain<QList<Image>>(requests::coverImages(playlistId), context, std::move(done),
                                        [](const ApiAnswer &answer, Dialect) { return parseImageList(answer.json); });
}

Call ApiClient::uploadCover(const QString &playlistId, const QByteArray &jpeg, Progress progress, QObject *context,
                            Done<Nothing> done)
{
    auto wrong = checks::playlistId(playlistId);
    if (!wrong)
        wrong = checks::cover(jpeg);
    if (wrong)
        return m_caller.refuse<Nothing>(*wrong, context, std::move(done));
    return m_caller.plain<Nothing>(requests::uploadCover(playlistId, jpeg.toBase64(), std::move(progress)), context,
                                   std::move(done), accepted);
}

Call ApiClient::media(const QStringList &uris, Priority priority, QObject *context, Done<QList<MediumPtr>> done)
{
    if (const auto wrong = checks::media(uris, mediaPerCall()))
        return m_caller.refuse<QList<MediumPtr>>(*wrong, context, std::move(done));
    const bool episodes = uris.constFirst().startsWith(QLatin1String("spotify:episode:"));
    const MediumKind kind = episodes ? MediumKind::Episode : MediumKind::Track;
    QStringList ids;
    for (const QString &uri : uris)
        ids.append(uri.section(u':', -1));
    const auto count = static_cast<int>(ids.size());
    if (count > 1)
        return m_caller.plain<QList<MediumPtr>>(requests::media(kind, ids, priority), context, std::move(done),
                                                [this, kind, count](const ApiAnswer &answer, Dialect) {
                                                    return parseMedia(answer.json, kind, count, m_caller.texts());
                                                });
    // Asked for by itself, what is gone is "not found"; among others it is null. Callers see the same in both cases.
    Done<QList<MediumPtr>> orNull = [done = std::move(done)](Result<QList<MediumPtr>> outcome) {
        if (!outcome && outcome.error().kind == ErrorKind::NotFound)
            done(QList<MediumPtr>{nullptr});
        else
            done(std::move(outcome));
    };
    return m_caller.plain<QList<MediumPtr>>(
        requests::media(kind, ids, priority), context, std::move(orNull), [this](const ApiAnswer &answer, Dialect) {
            return parseSingleMedium(answer.json, m_caller.texts()).map([](const MediumPtr &medium) {
                return QList{medium};
            });
        });
}

int ApiClient::mediaPerCall() const
{
    return m_caller.dialect() ? tableOf(*m_caller.dialect()).mediaPerCall : 1;
}

Call ApiClient::followsPlaylist(const QString &id, QObject *context, Done<bool> done)
{
    return m_caller.inDialect<bool>(
        checks::playlistId(id), Priority::Normal, context, std::move(done),
        [=](Dialect dialect) { return requests::followsPlaylist(dialect, id); },
        [](const ApiAnswer &answer, Dialect) {
            return parseContained(answer.json, 1).map([](const QList<bool> &each) { return each.constFirst(); });
        });
}

Call ApiClient::followPlaylist(const QString &id, QObject *context, Done<Nothing> done)
{
    return m_caller.inDialect<Nothing>(
        checks::playlistId(id), Priority::Visible, context, std::move(done),
        [=](Dialect dialect) { return requests::followPlaylist(dialect, id); }, accepted);
}

Call ApiClient::unfollowPlaylist(const QString &id, QObject *context, Done<Nothing> done)
{
    return m_caller.inDialect<Nothing>(
        checks::playlistId(id), Priority::Visible, context, std::move(done),
        [=](Dialect dialect) { return requests::unfollowPlaylist(dialect, id); }, accepted);
}

std::optional<bool> ApiClient::isReduced() const
{
    const std::optional<Dialect> dialect = m_caller.dialect();
    return dialect ? std::optional(*dialect == Dialect::Items) : std::nullopt;
}

bool ApiClient::honoursPositions() const
{
    return m_caller.dialect() && tableOf(*m_caller.dialect()).honoursPositions;
}

} // namespace segue::web
