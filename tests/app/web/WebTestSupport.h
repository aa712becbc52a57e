// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"
#include "app/web/ApiClient.h"
#include "app/web/DialectMemory.h"
#include "tests/support/ScriptedServer.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QTest>

#include <memory>
#include <optional>

namespace segue::web::test
{

/// Hands out "token-1", and after a rejection "token-2", and so on.
class FakeTokens : public auth::AccessTokenSource
{
public:
    using AccessTokenSource::AccessTokenSource;

    void requestToken(QObject *context, Done<auth::AccessToken> done) override
    {
        ++asked;
        QTimer::singleShot(0, context, [this, done = std::move(done)] {
            if (error && errors-- != 0)
                done(Unexpected(*error));
            else
                done(auth::AccessToken{"token-" + QByteArray::number(serial), {}});
        });
    }
    void reportRejected(const auth::AccessToken &token) override
    {
        ++rejected;
        if (token.value == "token-" + QByteArray::number(serial) && renews)
            ++serial;
    }

    int serial = 1;
    int asked = 0;
    int rejected = 0;
    bool renews = true;
    std::optional<Error> error;
    int errors = -1; ///< so often `error` is reported; negative: always
};

/// Takes one outcome, and counts how many came.
template <typename T>
class Outcome
{
public:
    Done<T> taker()
    {
        return [state = m_state](Result<T> result) {
            ++state->count;
            state->result = std::move(result);
            if (state->loop)
                state->loop->quit();
        };
    }
    [[nodiscard]] int count() const { return m_state->count; }
    [[nodiscard]] bool wait() const
    {
        if (m_state->count == 0) { // not qWaitFor, which sleeps 10 ms between rounds of the event loop
            QEventLoop loop;
            m_state->loop = &loop;
            QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
            loop.exec();
            m_state->loop = nullptr;
        }
        return m_state->count > 0;
    }
    [[nodiscard]] bool ok() const { return wait() && m_state->result->has_value(); }
    [[nodiscard]] bool failed() const { return wait() && !m_state->result->has_value(); }
    const T &value() const { return **m_state->result; }
    const Error &error() const { return m_state->result->error(); }

private:
    struct State {
        int count = 0;
        QEventLoop *loop = nullptr;
        std::optional<Result<T>> result;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// An ApiClient against a scripted server, with waits a hundredth of the real ones.
struct Client {
    explicit Client(segue::test::ScriptedServer::Handler handler, std::optional<Dialect> dialect = Dialect::Items)
        : server(std::move(handler))
    {
        if (dialect)
            memory.save(QStringLiteral("client"), *dialect);
        options.clientId = QStringLiteral("client");
        options.scheduler.timeScale = 0.01;
        options.scheduler.jitter = [] { return 0.0; };
        options.transport.userAgent = "Segue/test";
        restart();
    }
    void restart()
    {
        api.reset();
        caller = std::make_unique<Caller>(server.url(QStringLiteral("/v1")), tokens, network, memory, options);
        api = std::make_unique<ApiClient>(*caller);
    }
    [[nodiscard]] QList<QByteArray> asked() const
    {
        QList<QByteArray> lines;
        for (const auto &request : server.requests())
            lines.append(request.method + ' ' + request.path());
        return lines;
    }

    segue::test::ScriptedServer server;
    FakeTokens tokens;
    QNetworkAccessManager network;
    DialectMemoryInRam memory;
    CallerOptions options;
    std::unique_ptr<Caller> caller;
    std::unique_ptr<ApiClient> api;
    QObject context;
};

inline QByteArray errorBody(int status, const QByteArray &message)
{
    return "{\"error\":{\"status\":" + QByteArray::number(status) + ",\"message\":\"" + message + "\"}}";
}

inline segue::test::HttpAnswer refusal(int status = 403, const QByteArray &message = "Forbidden")
{
    return {.status = status, .body = errorBody(status, message)};
}

} // namespace segue::web::test
