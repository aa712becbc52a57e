// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Backoff.h"
#include "tests/app/web/Endpoints.h"
#include "tests/app/web/JsonSample.h"
#include "tests/app/web/JsonVariations.h"
#include "tests/support/TestMain.h"

#include <QLoggingCategory>
#include <QSet>
#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

/// One endpoint in one dialect, and what came of its last call.
class Case
{
public:
    Case(const Endpoint &endpoint, std::optional<Dialect> dialect) : m_endpoint(endpoint), m_clients(dialect) {}

    /// Calls while the server answers so to everything. False unless there was exactly one outcome, later.
    bool ask(const std::function<HttpAnswer(int nth)> &answer)
    {
        m_clients.http.server.clearRequests();
        m_clients.http.server.setHandler(
            [this, answer](const HttpRequest &) { return answer(static_cast<int>(sent().size())); });
        Outcome<std::optional<Error>> outcome;
        m_endpoint.call(m_clients, outcome.taker());
        if (outcome.count() != 0 || !outcome.wait())
            return false;
        error = outcome.value();
        for (int round = 0; round < 3; ++round) // a second outcome would be waiting in the event loop
            QCoreApplication::processEvents();
        return outcome.count() == 1;
    }
    bool ask(const HttpAnswer &answer)
    {
        return ask([answer](int) { return answer; });
    }
    bool succeeds() { return ask(goodAnswer()) && !error; }

    [[nodiscard]] HttpAnswer goodAnswer() const { return {.body = m_endpoint.good}; }
    [[nodiscard]] const QList<HttpRequest> &sent() const { return m_clients.http.server.requests(); }
    [[nodiscard]] bool failedAs(ErrorKind kind) const
    {
        return error && error->kind == kind && error->userText.endsWith(u'.');
    }

    std::optional<Error> error;

private:
    const Endpoint &m_endpoint;
    Clients m_clients;
};

constexpr int readTries = 1 + static_cast<int>(readBackoff.size());

} // namespace

/// Every call of every client, in both dialects, with every way in which its answer can be wrong. A new endpoint is an
/// entry in Endpoints.cpp.
class TestEndpointTable : public QObject
{
    Q_OBJECT

    /// The rows are those that send something.
    static void addRows()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<Dialect>("dialect");
        for (std::size_t i = 0; i < endpoints().size(); ++i) {
            const Endpoint &endpoint = endpoints()[i];
            if (!endpoint.itemsOnly)
                QTest::addRow("%s (tracks)", endpoint.name) << static_cast<int>(i) << Dialect::Tracks;
            if (!endpoint.tracksOnly && !endpoint.lackedByItems)
                QTest::addRow("%s (items)", endpoint.name) << static_cast<int>(i) << Dialect::Items;
        }
    }
    static const Endpoint &endpoint()
    {
        QFETCH(int, index);
        return endpoints()[static_cast<std::size_t>(index)];
    }
    static Dialect dialect()
    {
        QFETCH(Dialect, dialect);
        return dialect;
    }
    static bool isJson(const Endpoint &endpoint) { return !endpoint.good.isEmpty(); }

    /// Each variation is taken, but for those of the frame.
    static void tryVariations(JsonChange change)
    {
        const Endpoint &endpoint = TestEndpointTable::endpoint();
        if (!isJson(endpoint))
            return;
        Case call(endpoint, dialect());
        QVERIFY(call.succeeds());
        const auto variations = variationsOf(json(endpoint.good), change);
        QVERIFY(!variations.isEmpty() || json(endpoint.good).isArray());
        for (const JsonVariation &variation : variations) {
            const QByteArray body = variation.document.toJson(QJsonDocument::Compact);
            QVERIFY2(call.ask({.body = body}), body.constData());
            const bool breaks = change != JsonChange::Unknown && endpoint.frame.contains(variation.path);
            QVERIFY2(breaks ? call.failedAs(ErrorKind::BadAnswer) : !call.error, qPrintable(variation.path));
            QCOMPARE(call.sent().size(), 1);
        }
    }

    static void tryStatus(int status, const QByteArray &message, std::optional<ErrorKind> kind, int requests)
    {
        Case call(endpoint(), dialect());
        QVERIFY(call.succeeds()); // from here on the dialect is not doubted
        QVERIFY(call.ask(refusal(status, message)));
        if (kind)
            QVERIFY2(call.failedAs(*kind), call.error ? qPrintable(call.error->userText) : "no error");
        else
            QVERIFY(!call.error);
        QCOMPARE(call.sent().size(), requests);
        if (kind)
            QCOMPARE(call.error->httpStatus, status);
        QVERIFY(call.succeeds()); // and nothing is left behind
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("segue.*=false")); }

    void good_data() { addRows(); }
    void good()
    {
        Case call(endpoint(), dialect());
        QVERIFY(call.succeeds());
        QCOMPARE(call.sent().size(), 1);
        QCOMPARE(call.sent().first().method != "GET", endpoint().isWrite);
        QVERIFY(call.sent().first().path().startsWith("/v1/"));
    }

    void goodWhileTheDialectIsNotKnown_data() { addRows(); }
    void goodWhileTheDialectIsNotKnown()
    {
        if (dialect() == Dialect::Tracks)
            return; // the new routes are asked first
        Case call(endpoint(), std::nullopt);
        QVERIFY(call.succeeds());
        QCOMPARE(call.sent().size(), 1);
    }

    void lackedByTheDialect_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < endpoints().size(); ++i)
            if (endpoints()[i].lackedByItems)
                QTest::addRow("%s", endpoints()[i].name) << static_cast<int>(i);
    }
    void lackedByTheDialect()
    {
        Case known(endpoint(), Dialect::Items);
        QVERIFY(known.ask(known.goodAnswer()));
        QVERIFY(known.failedAs(ErrorKind::NotAllowed));
        QVERIFY(known.sent().isEmpty());

        Case unknown(endpoint(), std::nullopt);
        QVERIFY(unknown.ask(refusal()));
        QVERIFY(unknown.failedAs(ErrorKind::NotAllowed));
        QCOMPARE(unknown.sent().size(), 1);
    }

    void empty_data() { addRows(); }
    void empty()
    {
        Case call(endpoint(), dialect());
        QVERIFY(call.succeeds());
        for (const QByteArray &body : {QByteArray(), QByteArray("null"), QByteArray("{}"), QByteArray("[]")}) {
            QVERIFY(call.ask({.body = body}));
            const bool fine = !isJson(endpoint()) || (body == "[]" && qstrcmp(endpoint().name, "coverImages") == 0);
            QVERIFY2(fine ? !call.error : call.failedAs(ErrorKind::BadAnswer), body.constData());
            QVERIFY(!endpoint().isWrite || call.sent().size() == 1);
        }
    }

    void nullFields_data() { addRows(); }
    void nullFields() { tryVariations(JsonChange::Null); }

    void unknownFields_data() { addRows(); }
    void unknownFields() { tryVariations(JsonChange::Unknown); }

    void missingFields_data() { addRows(); }
    void missingFields() { tryVariations(JsonChange::Missing); }

    void wrongTypes_data() { addRows(); }
    void wrongTypes() { tryVariations(JsonChange::WrongType); }

    void badRequest_data() { addRows(); }
    void badRequest()
    {
        const bool smaller = endpoint().hasSmallerPage && dialect() == Dialect::Tracks;
        tryStatus(400, "Invalid limit", ErrorKind::BadRequest, smaller ? 2 : 1);
    }

    void unauthorized_data() { addRows(); }
    void unauthorized() // repeated once, with another token
    {
        tryStatus(401, "Invalid access token", ErrorKind::SignedOut, 2);
    }

    void expiredToken_data() { addRows(); }
    void expiredToken()
    {
        Case call(endpoint(), dialect());
        QVERIFY(call.succeeds());
        QVERIFY(call.ask(
            [&call](int nth) { return nth == 1 ? refusal(401, "The access token expired") : call.goodAnswer(); }));
        QVERIFY(!call.error);
        QCOMPARE(call.sent().size(), 2);
    }

    void forbidden_data() { addRows(); }
    void forbidden() { tryStatus(403, "Forbidden", ErrorKind::NotAllowed, 1); }

    void missingScope_data() { addRows(); }
    void missingScope() { tryStatus(403, "Insufficient client scope", ErrorKind::MissingScope, 1); }

    void notFound_data() { addRows(); }
    void notFound() { tryStatus(404, "Not found.", endpoint().notFound, 1); }

    void refusedWhileTheDialectIsNotKnown_data() { addRows(); }
    void refusedWhileTheDialectIsNotKnown()
    {
        if (endpoint().tracksOnly)
            return;
        Case call(endpoint(), std::nullopt);
        QVERIFY(call.ask(refusal()));
        QVERIFY(call.failedAs(ErrorKind::NotAllowed));
        QSet<QByteArray> routes; // of both dialects, each once
        for (const HttpRequest &request : call.sent())
            routes.insert(request.method + request.path());
        QCOMPARE(routes.size(), call.sent().size());
        QVERIFY(routes.size() <= 2);
    }

    void rateLimited_data() { addRows(); }
    void rateLimited()
    {
        Case call(endpoint(), dialect());
        QVERIFY(call.succeeds());
        HttpAnswer shortly{.status = 429, .body = "Too many requests", .headers = {{"Retry-After", "1"}}};
        QVERIFY(call.ask([&](int nth) { return nth == 1 ? shortly : call.goodAnswer(); })); // not carried out
        QVERIFY(!call.error);
        QCOMPARE(call.sent().size(), 2);

        HttpAnswer forHours = shortly;
        forHours.headers = {{"Retry-After", "80000"}};
        QVERIFY(call.ask(forHours));
        QVERIFY(call.failedAs(ErrorKind::RateLimited));
        QCOMPARE(call.sent().size(), 1);
    }

    void serverFaults_data() { addRows(); }
    void serverFaults()
    {
        for (const int status : {500, 502, 503})
            tryStatus(status, "Server error", ErrorKind::ServerFault, endpoint().isWrite ? 1 : readTries);
    }

    void truncated_data() { addRows(); }
    void truncated()
    {
        Case call(endpoint(), dialect());
        QVERIFY(call.succeeds());
        const QByteArray body = isJson(endpoint()) ? endpoint().good : QByteArray("something");
        QVERIFY(call.ask({.body = body, .ending = HttpAnswer::Ending::Truncated}));
        // Now and then Qt takes a body that was cut off for whole, asks again by itself for what changes nothing, or
        // does not notice the end before the time is up.
        if (call.error)
            QVERIFY(call.failedAs(ErrorKind::Network) || call.failedAs(ErrorKind::Timeout) ||
                    call.failedAs(ErrorKind::BadAnswer));
        else
            QVERIFY(!isJson(endpoint()));
        QVERIFY(endpoint().isWrite ? call.sent().size() == 1 : call.sent().size() >= readTries);

        Case whole(endpoint(), dialect()); // as HTTP goes
        QVERIFY(whole.succeeds());
        QVERIFY(whole.ask({.body = body.left(body.size() / 2)}));
        QVERIFY(isJson(endpoint()) ? whole.failedAs(ErrorKind::BadAnswer) : !whole.error);
        QCOMPARE(whole.sent().size(), endpoint().isWrite || !isJson(endpoint()) ? 1 : readTries);
        QVERIFY(whole.succeeds());
    }
};

SEGUE_TEST(TestEndpointTable)
#include "tst_EndpointTable.moc"
