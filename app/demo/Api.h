// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"
#include "app/demo/Render.h"
#include "app/demo/World.h"

#include <QElapsedTimer>

#include <deque>
#include <functional>
#include <optional>

namespace segue::demo
{

/// A request to the Web API that has passed the token check.
struct Call {
    const Request &request;
    QStringList path; ///< below /v1, cut at the slashes
    const AccessGrant &grant;

    [[nodiscard]] bool is(const char *method) const { return request.method == method; }
};

/// The families of endpoints. Each answers what is its own and leaves the rest to the next.
using Routes = std::optional<Answer> (*)(World &, const Call &);
std::optional<Answer> meRoutes(World &world, const Call &call);        ///< /me, /me/playlists, /users/…/playlists
std::optional<Answer> libraryRoutes(World &world, const Call &call);   ///< /me/library, …/followers
std::optional<Answer> searchRoutes(World &world, const Call &call);    ///< /search
std::optional<Answer> playlistRoutes(World &world, const Call &call);  ///< /playlists/{id}
std::optional<Answer> itemRoutes(World &world, const Call &call);      ///< /playlists/{id}/items and /tracks
std::optional<Answer> mediaRoutes(World &world, const Call &call);     ///< /tracks, /episodes
std::optional<Answer> coverRoutes(World &world, const Call &call);     ///< /playlists/{id}/images
std::optional<Answer> albumRoutes(World &world, const Call &call);     ///< /albums
std::optional<Answer> artistRoutes(World &world, const Call &call);    ///< /artists
std::optional<Answer> showRoutes(World &world, const Call &call);      ///< /shows
std::optional<Answer> savedRoutes(World &world, const Call &call);     ///< /me/tracks, /albums, /episodes, /shows
std::optional<Answer> followingRoutes(World &world, const Call &call); ///< /me/following
std::optional<Answer> playerRoutes(World &world, const Call &call);    ///< /me/player: devices, play, queue
std::optional<Answer> listeningRoutes(World &world, const Call &call); ///< /me/top, /me/player/recently-played
std::optional<Answer> userRoutes(World &world, const Call &call);      ///< /users
std::optional<Answer> browseRoutes(World &world, const Call &call);    ///< /browse

/// The Web API under /v1: rate limit, token check, dialect, then the routes.
class Api
{
public:
    explicit Api(World &world) : m_world(world) { m_clock.start(); }

    [[nodiscard]] Answer answer(const Request &request);

    /// A 429 as the settings want it to look.
    static Answer tooMany(int retryAfter, bool asQuota);

private:
    /// Counts a request; the seconds to wait when there were too many in the last 30.
    int overLimit(std::deque<qint64> &times, int limit);
    [[nodiscard]] std::optional<Answer> refusedByDialect(const Call &call) const;

    World &m_world;
    QElapsedTimer m_clock;
    std::deque<qint64> m_times;
    std::deque<qint64> m_uploads;
};

// What several families need.

/// limit and offset of the query, or the error for bad ones.
std::optional<Answer> readPage(const Request &request, int mostLimit, int mostOffset, PageRequest *page);
/// withMarket and withResume of a call that has no pages, or the 400 for a market that is none.
std::optional<Answer> readMarket(const Call &call, PageRequest *request);
/// `ids` of the query, at most so many, or the 400. They may still be wrong.
std::optional<Answer> readIds(const Request &request, int most, QStringList *ids);
/// The number of an album, artist or show that can be asked for, or the error for a wrong or unknown id.
std::optional<Answer> findIndex(const World &world, IdKind kind, const QString &id, int *index);
/// {`key`: […]} of the `ids`: what `make` says of each, null for one that is not known. Or the error.
std::optional<Answer> answerSeveral(const World &world, const Call &call, IdKind kind, int most,
                                    const std::function<QJsonValue(int index)> &make);
/// The playlist that a call is about, or the error for a wrong or unknown id.
std::optional<Answer> findPlaylist(World &world, const QString &id, Playlist **playlist);
/// The JSON object of the body, or the 400.
std::optional<Answer> readBody(const Request &request, QJsonObject *body);
/// The 403 when the token lacks the scope for changing a playlist of that visibility.
std::optional<Answer> lacksModifyScope(const AccessGrant &grant, bool isPublic);
Answer lacksScope();
/// `fields` of the query, or the 400.
std::optional<Answer> readFields(const Request &request, std::optional<Fields> *fields);

} // namespace segue::demo
