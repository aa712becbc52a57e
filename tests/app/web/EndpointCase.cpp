// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/EndpointCase.h"

#include "tests/app/web/Telling.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue::web::test
{

using segue::test::HttpAnswer;
using segue::test::HttpRequest;

EndpointCase::EndpointCase(const Endpoint &endpoint, std::optional<Dialect> dialect)
    : m_endpoint(endpoint), m_clients(dialect)
{
}

bool EndpointCase::ask(const Answering &answering)
{
    m_clients.http.server.clearRequests();
    m_clients.http.server.setHandler(
        [this, answering](const HttpRequest &request) { return answering(request, static_cast<int>(sent().size())); });
    Outcome<Result<QStringList>> outcome;
    m_endpoint.call.send(m_clients, [taker = outcome.taker()](const Result<QStringList> &result) { taker(result); });
    if (outcome.count() != 0 || !outcome.wait())
        return false;
    const Result<QStringList> &result = outcome.value();
    error = result ? std::nullopt : std::optional(result.error());
    told = result ? toldIn(m_endpoint.root, *result) : QStringList();
    for (int round = 0; round < 3; ++round) // a second outcome would be waiting in the event loop
        QCoreApplication::processEvents();
    return outcome.count() == 1;
}

bool EndpointCase::ask(const HttpAnswer &answer)
{
    return ask([answer](const HttpRequest &, int) { return answer; });
}

QString EndpointCase::outcome() const
{
    if (error)
        return QStringLiteral("error: %1 %2").arg(error->userText, error->detail);
    const QStringList expected = textsOf(m_endpoint.facts);
    return QStringLiteral("\n  told: %1\n  expected: %2").arg(told.join(u'|'), expected.join(u'|'));
}

QByteArray routeOf(const HttpRequest &request)
{
    QByteArrayList items;
    for (const auto &[name, value] : request.query().queryItems(QUrl::FullyDecoded))
        if (name != QLatin1String("fields"))
            items.append(name.toUtf8() + '=' + value.toUtf8());
    std::sort(items.begin(), items.end());
    const QByteArray line = request.method + ' ' + request.path();
    return items.isEmpty() ? line : line + '?' + items.join('&');
}

void addEndpointRows(const std::function<bool(const Endpoint &)> &which)
{
    QTest::addColumn<int>("index");
    QTest::addColumn<Dialect>("dialect");
    for (std::size_t i = 0; i < endpoints().size(); ++i) {
        const Endpoint &endpoint = endpoints()[i];
        if (which && !which(endpoint))
            continue;
        if (endpoint.tracks)
            QTest::addRow("%s (tracks)", endpoint.name().constData()) << static_cast<int>(i) << Dialect::Tracks;
        if (endpoint.items)
            QTest::addRow("%s (items)", endpoint.name().constData()) << static_cast<int>(i) << Dialect::Items;
    }
}

void addEndpointsAlone(const std::function<bool(const Endpoint &)> &which)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < endpoints().size(); ++i)
        if (!which || which(endpoints()[i]))
            QTest::addRow("%s", endpoints()[i].name().constData()) << static_cast<int>(i);
}

const Endpoint &endpointOfRow()
{
    QFETCH(int, index);
    return endpoints()[static_cast<std::size_t>(index)];
}

Dialect dialectOfRow()
{
    QFETCH(Dialect, dialect);
    return dialect;
}

} // namespace segue::web::test
