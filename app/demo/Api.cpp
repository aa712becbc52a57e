// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include "app/demo/Conditional.h"

#include <QJsonDocument>

namespace segue::demo
{

namespace
{

constexpr qint64 Window = 30'000;

Answer unauthorized(const char *message)
{
    Answer answer = Answer::error(401, QString::fromLatin1(message));
    answer.addHeader("WWW-Authenticate", "Bearer realm=\"spotify\", error=\"invalid_token\"");
    return answer;
}

/// How long anybody may take an answer again: what is in the catalogue is alike for everybody and hardly ever changes;
/// all else is asked for each time.
int maxAgeOf(const Call &call, const Settings &settings)
{
    static const QStringList catalogue{QStringLiteral("tracks"),  QStringLiteral("episodes"), QStringLiteral("albums"),
                                       QStringLiteral("artists"), QStringLiteral("shows"),    QStringLiteral("search")};
    return catalogue.contains(call.path.constFirst()) ? settings.catalogueMaxAge : 0;
}

/// Of a path below /v1/. A slash at its end makes no difference, as to the service itself.
QStringList partsOf(const QString &path)
{
    QStringList parts = path.mid(int(sizeof("/v1/")) - 1).split(u'/');
    if (parts.size() > 1 && parts.constLast().isEmpty())
        parts.removeLast();
    return parts;
}

} // namespace

Answer Api::tooMany(int retryAfter, bool asQuota)
{
    Answer answer =
        asQuota ? Answer::json(
                      QJsonObject{{QStringLiteral("error"),
                                   QJsonObject{{QStringLiteral("status"), 429},
                                               {QStringLiteral("message"), QStringLiteral("API rate limit exceeded")},
                                               {QStringLiteral("reason"), QStringLiteral("QUOTA_EXCEEDED")}}}},
                      429)
                : Answer::text("Too many requests", 429);
    // The quota form comes without telling when to come back, unless somebody asked for it.
    if (retryAfter >= 0)
        answer.addHeader("Retry-After", QByteArray::number(retryAfter));
    return answer;
}

int Api::overLimit(std::deque<qint64> &times, int limit)
{
    const qint64 now = m_clock.elapsed();
    while (!times.empty() && times.front() <= now - Window)
        times.pop_front();
    if (limit > 0 && times.size() >= std::size_t(limit))
        return int((times.front() + Window - now + 999) / 1000);
    times.push_back(now);
    return 0;
}

Answer Api::answer(const Request &request)
{
    const bool asQuota = m_world.settings.rateLimitForm == QLatin1String("quota");
    if (const int wait = overLimit(m_times, m_world.settings.rateLimit))
        return tooMany(wait, asQuota);
    AccessGrant grant;
    switch (m_world.tokens.check(request.authorization, &grant)) {
    case Tokens::Check::Missing:
        return unauthorized("No token provided");
    case Tokens::Check::Invalid:
        return unauthorized("Invalid access token");
    case Tokens::Check::Expired:
        return unauthorized("The access token expired");
    case Tokens::Check::Good:
        break;
    }
    Call call{request, partsOf(request.path), grant};
    if (call.path.constLast() == QLatin1String("images") && call.is("PUT")) {
        if (const int wait = overLimit(m_uploads, m_world.settings.coverRateLimit))
            return tooMany(wait, asQuota);
    }
    if (auto refused = refusedByDialect(call))
        return *refused;
    for (const Routes routes : {meRoutes, libraryRoutes, itemRoutes, mediaRoutes, coverRoutes, playlistRoutes,
                                searchRoutes, albumRoutes, artistRoutes, showRoutes, savedRoutes, followingRoutes,
                                playerRoutes, listeningRoutes, userRoutes, browseRoutes}) {
        auto answer = routes(m_world, call);
        if (!answer)
            continue;
        if (call.is("GET") && answer->status == 200)
            makeConditional(request, maxAgeOf(call, m_world.settings), *answer);
        return *answer;
    }
    return Answer::error(404, QStringLiteral("Service not found"));
}

} // namespace segue::demo
