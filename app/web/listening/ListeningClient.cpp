// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/listening/ListeningClient.h"

#include "app/web/ApiError.h"
#include "app/web/Checks.h"
#include "app/web/listening/ListeningRequests.h"
#include "app/web/listening/ParseListening.h"

#include <QCoreApplication>

namespace segue::web
{

namespace
{

std::optional<Error> playable(const QStringList &uris)
{
    for (const QString &uri : uris) {
        if (uri.startsWith(QLatin1String("spotify:local:")))
            return invalidInput(QCoreApplication::translate(
                "segue::web::Listening", "Local files can be played in Spotify itself only. Leave them out."));
        if (!uri.startsWith(QLatin1String("spotify:")))
            return checks::misuse(QStringLiteral("not to be played"));
    }
    return {};
}

std::optional<Error> playable(const PlayCall &what)
{
    if (what.contextUri.isEmpty() == what.uris.isEmpty())
        return checks::misuse(QStringLiteral("neither a context nor items to play, or both"));
    return playable(what.contextUri.isEmpty() ? what.uris : QStringList{what.contextUri});
}

} // namespace

ListeningClient::ListeningClient(Caller &caller, QObject *parent) : Listening(parent), m_caller(caller) {}

Call ListeningClient::topTracks(TopRange range, int offset, QObject *context, Done<Page<MediumPtr>> done)
{
    if (const auto wrong = checks::offset(offset))
        return m_caller.refuse<Page<MediumPtr>>(*wrong, context, std::move(done));
    return m_caller.plain<Page<MediumPtr>>(requests::topTracks(range, offset), context, std::move(done),
                                           [this, offset](const ApiAnswer &answer, Dialect) {
                                               return parseTopTracksPage(answer.json, offset, m_caller.texts());
                                           });
}

Call ListeningClient::topArtists(TopRange range, int offset, QObject *context, Done<Page<Artist>> done)
{
    if (const auto wrong = checks::offset(offset))
        return m_caller.refuse<Page<Artist>>(*wrong, context, std::move(done));
    return m_caller.plain<Page<Artist>>(
        requests::topArtists(range, offset), context, std::move(done),
        [offset](const ApiAnswer &answer, Dialect) { return parseTopArtists(answer.json, offset); });
}

Call ListeningClient::recentlyPlayed(const QString &before, QObject *context, Done<Page<PlayedMedium>> done)
{
    return m_caller.plain<Page<PlayedMedium>>(requests::recentlyPlayed(before), context, std::move(done),
                                              [this, before](const ApiAnswer &answer, Dialect) {
                                                  return parseRecentlyPlayed(answer.json, before, m_caller.texts());
                                              });
}

Call ListeningClient::devices(QObject *context, Done<QList<Device>> done)
{
    return m_caller.plain<QList<Device>>(requests::devices(), context, std::move(done),
                                         [](const ApiAnswer &answer, Dialect) { return parseDevices(answer.json); });
}

Call ListeningClient::play(const PlayCall &what, QObject *context, Done<Nothing> done)
{
    if (const auto wrong = playable(what))
        return m_caller.refuse<Nothing>(*wrong, context, std::move(done));
    return m_caller.plain<Nothing>(requests::play(what), context, std::move(done), accepted);
}

Call ListeningClient::addToQueue(const QString &uri, const QString &deviceId, QObject *context, Done<Nothing> done)
{
    if (const auto wrong = playable(QStringList{uri}))
        return m_caller.refuse<Nothing>(*wrong, context, std::move(done));
    return m_caller.plain<Nothing>(requests::addToQueue(uri, deviceId), context, std::move(done), accepted);
}

} // namespace segue::web
