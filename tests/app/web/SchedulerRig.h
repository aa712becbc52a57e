// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Scheduler.h"
#include "tests/app/web/WebTestSupport.h"

namespace segue::web::test
{

using segue::test::HttpAnswer;
using segue::test::HttpRequest;
using segue::test::ScriptedServer;

/// A scheduler and all it stands on. One hundredth of the real waits.
struct SchedulerRig {
    explicit SchedulerRig(
        ScriptedServer::Handler handler = [](const HttpRequest &) { return HttpAnswer{.body = "{}"}; },
        TransportOptions transportOptions = {}, int maxInFlight = 6,
        std::function<std::chrono::milliseconds()> clock = {})
        : server(std::move(handler)), transport(server.url(QStringLiteral("/v1")), network, transportOptions),
          scheduler(
              transport, tokens,
              {.maxInFlight = maxInFlight, .timeScale = 0.01, .jitter = [] { return 0.5; }, .clock = std::move(clock)})
    {
    }

    static ApiRequest read(const QString &path, Priority priority = Priority::Normal)
    {
        ApiRequest request;
        request.path = path;
        request.priority = priority;
        return request;
    }
    static ApiRequest write(const QString &path, const QString &key = QStringLiteral("p"))
    {
        ApiRequest request = read(path);
        request.method = "PUT";
        request.body = "{}";
        request.writeKey = key;
        return request;
    }
    static ApiRequest upload(const QString &path)
    {
        ApiRequest request = write(path, QStringLiteral("cover"));
        request.lane = Lane::Cover;
        request.answersJson = false;
        return request;
    }
    Outcome<ApiAnswer> submit(const ApiRequest &request)
    {
        Outcome<ApiAnswer> outcome;
        lastCall = scheduler.submit(request, &context, outcome.taker());
        return outcome;
    }
    /// The last part of the path of each request that arrived.
    [[nodiscard]] QList<QByteArray> arrived() const
    {
        QList<QByteArray> names;
        for (const HttpRequest &request : server.requests())
            names.append(request.path().mid(request.path().lastIndexOf('/') + 1));
        return names;
    }

    ScriptedServer server;
    QNetworkAccessManager network;
    FakeTokens tokens;
    Transport transport;
    Scheduler scheduler;
    QObject context;
    Call lastCall;
};

} // namespace segue::web::test
