// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Backoff.h"
#include "tests/app/web/EndpointCase.h"
#include "tests/support/TestMain.h"

#include <QLoggingCategory>
#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

constexpr int readTries = 1 + static_cast<int>(readBackoff.size());

/// "Too many", in the two forms that the service has for it.
const HttpAnswer tooMany{.status = 429, .body = "Too many requests", .contentType = "text/plain"};
const HttpAnswer quotaExceeded{
    .status = 429, .body = R"({"error":{"status":429,"message":"API rate limit exceeded","reason":"QUOTA_EXCEEDED"}})"};

HttpAnswer after(HttpAnswer answer, const QByteArray &seconds)
{
    answer.headers = {{"Retry-After", seconds}};
    return answer;
}

} // namespace

/// Every call of every client, in both dialects, with every way in which it can be refused or cut off.
class TestEndpointRefusals : public QObject
{
    Q_OBJECT

    static void tryStatus(int status, const QByteArray &message, std::optional<ErrorKind> kind, int requests)
    {
        EndpointCase call(endpointOfRow(), dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome())); // from here on the dialect is not doubted
        QVERIFY(call.ask(refusal(status, message)));
        if (kind)
            QVERIFY2(call.failedAs(*kind), qPrintable(call.outcome()));
        else
            QCOMPARE(call.told, QStringList{QStringLiteral(" = nothing")});
        QCOMPARE(call.sent().size(), requests);
        if (kind)
            QCOMPARE(call.error->httpStatus, status);
        QVERIFY2(call.succeeds(), qPrintable(call.outcome())); // and nothing is left behind
    }

    /// A request that was turned away has not been carried out, whatever it is, so that it is sent again.
    static void tryOnce(const HttpAnswer &refused, EndpointCase &call)
    {
        QVERIFY(call.ask([&](const HttpRequest &, int nth) { return nth == 1 ? refused : call.goodAnswer(); }));
        QVERIFY2(call.toldAll(), qPrintable(call.outcome()));
        QCOMPARE(call.sent().size(), 2);
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("segue.*=false")); }

    void badRequest_data() { addEndpointRows(); }
    void badRequest()
    {
        const bool smaller = endpointOfRow().hasSmallerPage && dialectOfRow() == Dialect::Tracks;
        tryStatus(400, "Invalid limit", ErrorKind::BadRequest, smaller ? 2 : 1);
    }

    void unauthorized_data() { addEndpointRows(); }
    void unauthorized() // repeated once, with another token
    {
        tryStatus(401, "Invalid access token", ErrorKind::SignedOut, 2);
    }

    void expiredToken_data() { addEndpointRows(); }
    void expiredToken()
    {
        EndpointCase call(endpointOfRow(), dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome()));
        tryOnce(refusal(401, "The access token expired"), call);
    }

    void forbidden_data() { addEndpointRows(); }
    void forbidden() { tryStatus(403, "Forbidden", ErrorKind::NotAllowed, 1); }

    void missingScope_data() { addEndpointRows(); }
    void missingScope() { tryStatus(403, "Insufficient client scope", ErrorKind::MissingScope, 1); }

    void notFound_data() { addEndpointRows(); }
    void notFound() { tryStatus(404, "Not found.", endpointOfRow().notFound, 1); }

    void rateLimited_data() { addEndpointRows(); }
    void rateLimited()
    {
        EndpointCase call(endpointOfRow(), dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome()));
        tryOnce(after(tooMany, "1"), call);

        QVERIFY(call.ask(after(tooMany, "80000")));
        QVERIFY2(call.failedAs(ErrorKind::RateLimited), qPrintable(call.outcome()));
        QVERIFY(call.error->retryAfter && *call.error->retryAfter > std::chrono::hours(1));
        QCOMPARE(call.sent().size(), 1);
    }

    void quotaExceeded_data() { addEndpointRows(); }
    void quotaExceeded()
    {
        EndpointCase call(endpointOfRow(), dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome()));
        tryOnce(after(::quotaExceeded, "1"), call);

        QVERIFY(call.ask(::quotaExceeded)); // waited for once, as the quota may be the window's alone
        QVERIFY2(call.failedAs(ErrorKind::RateLimited), qPrintable(call.outcome()));
        QVERIFY2(call.error->detail.contains(QLatin1String("QUOTA_EXCEEDED")), qPrintable(call.outcome()));
        QCOMPARE(call.sent().size(), 2);
    }

    void serverFaults_data() { addEndpointRows(); }
    void serverFaults()
    {
        for (const int status : {500, 502, 503})
            tryStatus(status, "Server error", ErrorKind::ServerFault, endpointOfRow().isWrite() ? 1 : readTries);
    }

    void truncated_data() { addEndpointRows(); }
    void truncated()
    {
        const Endpoint &endpoint = endpointOfRow();
        EndpointCase call(endpoint, dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome()));
        const QByteArray body = endpoint.isJson() ? endpoint.good : QByteArray("something");
        QVERIFY(call.ask(HttpAnswer{.body = body, .ending = HttpAnswer::Ending::Truncated}));
        // Now and then Qt takes a body that was cut off for whole, asks again by itself for what changes nothing, or
        // does not notice the end before the time is up.
        if (call.error)
            QVERIFY(call.failedAs(ErrorKind::Network) || call.failedAs(ErrorKind::Timeout) ||
                    call.failedAs(ErrorKind::BadAnswer));
        else
            QVERIFY2(!endpoint.isJson() && call.toldAll(), qPrintable(call.outcome()));
        QVERIFY(endpoint.isWrite() ? call.sent().size() == 1 : call.sent().size() >= readTries);

        EndpointCase whole(endpoint, dialectOfRow()); // as HTTP goes
        QVERIFY(whole.ask(HttpAnswer{.body = body.left(body.size() / 2)}));
        QVERIFY(endpoint.isJson() ? whole.failedAs(ErrorKind::BadAnswer) : whole.toldAll());
        QCOMPARE(whole.sent().size(), endpoint.isWrite() || !endpoint.isJson() ? 1 : readTries);
        QVERIFY2(whole.succeeds(), qPrintable(whole.outcome()));
    }
};

SEGUE_TEST(TestEndpointRefusals)
#include "tst_EndpointRefusals.moc"
