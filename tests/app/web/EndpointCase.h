// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/web/Endpoints.h"

#include <QTest>

#include <functional>
#include <optional>

namespace segue::web::test
{

/// One endpoint in one dialect, and what came of its last call.
class EndpointCase
{
public:
    using Answering = std::function<segue::test::HttpAnswer(const segue::test::HttpRequest &, int nth)>;

    EndpointCase(const Endpoint &endpoint, std::optional<Dialect> dialect);

    /// Calls while the server answers so. False unless there was exactly one outcome, later.
    bool ask(const Answering &answering);
    bool ask(const segue::test::HttpAnswer &answer);
    /// Whether a good answer gives all that the row expects.
    bool succeeds() { return ask(goodAnswer()) && toldAll(); }

    [[nodiscard]] segue::test::HttpAnswer goodAnswer() const
    {
        return {.status = m_endpoint.status, .body = m_endpoint.good};
    }
    [[nodiscard]] const QList<segue::test::HttpRequest> &sent() const { return m_clients.http.server.requests(); }
    [[nodiscard]] bool toldAll() const { return !error && told == textsOf(m_endpoint.facts); }
    [[nodiscard]] bool failedAs(ErrorKind kind) const
    {
        return error && error->kind == kind && error->userText.endsWith(u'.');
    }
    /// For messages of tests.
    [[nodiscard]] QString outcome() const;

    std::optional<Error> error;
    QStringList told; ///< empty with an error

private:
    const Endpoint &m_endpoint;
    Clients m_clients;
};

/// "GET /v1/me/top/tracks?limit=50&offset=0", as routes are written in the rows: the query decoded and in order,
/// without the "fields", which the tests of the requests look at.
[[nodiscard]] QByteArray routeOf(const segue::test::HttpRequest &request);

/// One row for each endpoint and dialect that sends something.
void addEndpointRows(const std::function<bool(const Endpoint &)> &which = {});
/// One row for each endpoint.
void addEndpointsAlone(const std::function<bool(const Endpoint &)> &which = {});

// Of the row that is under test.
[[nodiscard]] const Endpoint &endpointOfRow();
[[nodiscard]] Dialect dialectOfRow();

} // namespace segue::web::test
