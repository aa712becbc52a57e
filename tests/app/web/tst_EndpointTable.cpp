// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/DeclaredCalls.h"
#include "tests/app/web/EndpointCase.h"
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

/// What a write that tells nothing may be answered with.
QByteArrayList oddBodies(JsonChange change)
{
    switch (change) {
    case JsonChange::Null:
        return {"null", R"({"snapshot_id":null,"error":null})", "[null]"};
    case JsonChange::WrongType:
        return {"7.5", "true", "\"text\"", R"({"snapshot_id":7,"error":[]})", "Too many words", "<html></html>"};
    case JsonChange::Missing:
        return {"{}", "[]", "{\"snap", "\xff\xfe"};
    case JsonChange::Unknown:
        break;
    }
    return {R"({"of_tomorrow":{"a":[1,null]}})", R"([{"of_tomorrow":1}])"};
}

} // namespace

/// Every call of every client, in both dialects, with every way in which what is answered can be odd; for refusals see
/// TestEndpointRefusals. A new endpoint is a row in one of the files Rows*.cpp; Endpoints.h says what is expected of
/// it.
class TestEndpointTable : public QObject
{
    Q_OBJECT

    /// Each variation is taken, but for those of the frame, and nothing suffers but what was changed.
    static void tryVariations(JsonChange change)
    {
        const Endpoint &endpoint = endpointOfRow();
        if (!endpoint.isJson()) {
            tryOddBodies(oddBodies(change));
            return;
        }
        EndpointCase call(endpoint, dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome()));
        const auto variations = variationsOf(json(endpoint.good), change);
        QVERIFY(!variations.isEmpty());
        for (const JsonVariation &variation : variations) {
            QVERIFY(call.ask(HttpAnswer{.body = variation.document.toJson(QJsonDocument::Compact)}));
            QCOMPARE(call.sent().size(), 1);
            const QString path = variation.path + QStringLiteral(": ");
            if (change == JsonChange::Unknown) {
                QVERIFY2(call.toldAll(), qPrintable(path + call.outcome()));
            } else if (endpoint.frame.contains(variation.path)) {
                QVERIFY2(call.failedAs(ErrorKind::BadAnswer), qPrintable(path));
            } else {
                QVERIFY2(!call.error, qPrintable(path + call.outcome()));
                const QString wrong = complaint(endpoint.facts, call.told, variation.path, endpoint.keys);
                QVERIFY2(wrong.isEmpty(), qPrintable(path + wrong));
            }
        }
    }

    /// The write counts as done, and is not sent again.
    static void tryOddBodies(const QByteArrayList &bodies)
    {
        const Endpoint &endpoint = endpointOfRow();
        QVERIFY(endpoint.isWrite());
        EndpointCase call(endpoint, dialectOfRow());
        for (const QByteArray &body : bodies) {
            for (const QByteArray &type : {QByteArray("application/json"), QByteArray("text/plain")}) {
                QVERIFY(call.ask(HttpAnswer{.body = body, .contentType = type}));
                QVERIFY2(call.toldAll(), qPrintable(call.outcome()));
                QCOMPARE(call.sent().size(), 1);
            }
        }
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("segue.*=false")); }

    void everyCallHasARow()
    {
        const QStringList declared = declaredCalls();
        QSet<QString> inRows;
        QSet<QByteArray> names;
        for (const Endpoint &endpoint : endpoints()) {
            inRows.insert(QString::fromLatin1(endpoint.call.method));
            QVERIFY2(!names.contains(endpoint.name()), endpoint.name().constData());
            names.insert(endpoint.name());
            QVERIFY2(endpoint.items || endpoint.tracks, endpoint.name().constData());
        }
        for (const QString &call : declared)
            QVERIFY2(inRows.contains(call), qPrintable(call));
        // The other way round, so that headers in which nothing is found any more do not go unnoticed.
        QCOMPARE(inRows, QSet<QString>(declared.begin(), declared.end()));
    }

    void good_data() { addEndpointRows(); }
    void good()
    {
        const Endpoint &endpoint = endpointOfRow();
        for (const int status : QSet<int>{200, endpoint.status}) {
            EndpointCase call(endpoint, dialectOfRow());
            QVERIFY(call.ask(HttpAnswer{.status = status, .body = endpoint.good}));
            QVERIFY2(call.toldAll(), qPrintable(call.outcome()));
            QCOMPARE(call.sent().size(), 1);
            QCOMPARE(routeOf(call.sent().first()), QByteArray(endpoint.route(dialectOfRow())));
        }
    }

    void goodWhileTheDialectIsNotKnown_data()
    {
        addEndpointRows([](const Endpoint &endpoint) { return endpoint.requestsUnknowing > 0; });
    }
    /// The app has the routes of its own dialect and no others.
    void goodWhileTheDialectIsNotKnown()
    {
        const Endpoint &endpoint = endpointOfRow();
        const QByteArray own = QByteArray(endpoint.route(dialectOfRow())).split(' ').at(1).split('?').first();
        EndpointCase call(endpoint, std::nullopt);
        QVERIFY(call.ask(
            [&](const HttpRequest &request, int) { return request.path() == own ? call.goodAnswer() : refusal(); }));
        QVERIFY2(call.toldAll(), qPrintable(call.outcome()));
        // The new routes are asked first.
        QCOMPARE(call.sent().size(), dialectOfRow() == Dialect::Items ? 1 : endpoint.requestsUnknowing);
        QCOMPARE(call.sent().last().path(), own);
        for (const HttpRequest &request : call.sent().mid(0, call.sent().size() - 1))
            QVERIFY(request.path() != own || (request.method == "GET" && endpoint.isWrite()));
    }

    void refusedWhileTheDialectIsNotKnown_data() { addEndpointsAlone(); }
    void refusedWhileTheDialectIsNotKnown()
    {
        const int most = 2; // each route of both dialects once
        EndpointCase call(endpointOfRow(), std::nullopt);
        QVERIFY(call.ask(refusal()));
        const int expected = std::min(endpointOfRow().requestsUnknowing, most);
        QVERIFY2(call.failedAs(expected > 0 ? ErrorKind::NotAllowed : ErrorKind::InvalidInput),
                 qPrintable(call.outcome()));
        QSet<QByteArray> routes;
        for (const HttpRequest &request : call.sent())
            routes.insert(request.method + request.path());
        QCOMPARE(routes.size(), call.sent().size());
        QCOMPARE(routes.size(), expected);
    }

    void lackedByTheDialect_data()
    {
        addEndpointsAlone([](const Endpoint &endpoint) { return endpoint.lackedByItems; });
    }
    void lackedByTheDialect()
    {
        EndpointCase known(endpointOfRow(), Dialect::Items);
        QVERIFY(known.ask(known.goodAnswer()));
        QVERIFY(known.failedAs(ErrorKind::NotAllowed));
        QVERIFY(known.sent().isEmpty());
    }

    void empty_data() { addEndpointRows(); }
    void empty()
    {
        const Endpoint &endpoint = endpointOfRow();
        EndpointCase call(endpoint, dialectOfRow());
        QVERIFY2(call.succeeds(), qPrintable(call.outcome()));
        for (const QByteArray &body : {QByteArray(), QByteArray("null"), QByteArray("{}"), QByteArray("[]")}) {
            QVERIFY(call.ask(HttpAnswer{.body = body}));
            if (!endpoint.isJson())
                QVERIFY2(call.toldAll(), qPrintable(call.outcome()));
            else if (body == "[]" && qstrcmp(endpoint.call.method, "Api::coverImages") == 0)
                QVERIFY2(!call.error && call.told.isEmpty(), qPrintable(call.outcome()));
            else
                QVERIFY2(call.failedAs(ErrorKind::BadAnswer), body.constData());
            QVERIFY(!endpoint.isWrite() || call.sent().size() == 1);
        }
    }

    void nullFields_data() { addEndpointRows(); }
    void nullFields() { tryVariations(JsonChange::Null); }

    void unknownFields_data()
    {
        addEndpointRows([](const Endpoint &endpoint) { // an array of "true" has no place for one
            return !endpoint.isJson() || !variationsOf(json(endpoint.good), JsonChange::Unknown).isEmpty();
        });
    }
    void unknownFields() { tryVariations(JsonChange::Unknown); }

    void missingFields_data() { addEndpointRows(); }
    void missingFields() { tryVariations(JsonChange::Missing); }

    void wrongTypes_data() { addEndpointRows(); }
    void wrongTypes() { tryVariations(JsonChange::WrongType); }
};

SEGUE_TEST(TestEndpointTable)
#include "tst_EndpointTable.moc"
