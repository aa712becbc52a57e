// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiError.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;

class TestApiError : public QObject
{
    Q_OBJECT

    static Error errorOf(int status, const QByteArray &body, const QByteArray &type = "application/json",
                         const QByteArray &method = "GET", Lane lane = Lane::Account)
    {
        ApiRequest request;
        request.method = method;
        request.lane = lane;
        return errorFrom(RawAnswer{.status = status, .body = body, .contentType = type}, request);
    }

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("400") << 400 << QByteArray("invalid id") << ErrorKind::BadRequest;
        QTest::newRow("401") << 401 << QByteArray("Invalid access token") << ErrorKind::SignedOut;
        QTest::newRow("403") << 403 << QByteArray("Forbidden") << ErrorKind::NotAllowed;
        QTest::newRow("scope") << 403 << QByteArray("Insufficient client scope") << ErrorKind::MissingScope;
        QTest::newRow("404") << 404 << QByteArray("Not found.") << ErrorKind::NotFound;
        QTest::newRow("413") << 413 << QByteArray("too large") << ErrorKind::TooLarge;
        QTest::newRow("418") << 418 << QByteArray("teapot") << ErrorKind::BadRequest;
        QTest::newRow("429") << 429 << QByteArray("slow down") << ErrorKind::RateLimited;
        QTest::newRow("500") << 500 << QByteArray("oops") << ErrorKind::ServerFault;
        QTest::newRow("503") << 503 << QByteArray("oops") << ErrorKind::ServerFault;
        QTest::newRow("304") << 304 << QByteArray("") << ErrorKind::BadAnswer;
        QTest::newRow("100") << 100 << QByteArray("") << ErrorKind::BadAnswer;
    }

    void kinds()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        QFETCH(ErrorKind, kind);
        const Error error = errorOf(status, errorBody(status, message));
        QCOMPARE(error.kind, kind);
        QVERIFY(!error.userText.isEmpty());
        QVERIFY(error.userText.endsWith(u'.'));
        if (kind != ErrorKind::BadAnswer) {
            QCOMPARE(error.httpStatus, status);
            QCOMPARE(error.detail, QString::fromLatin1(message));
        }
    }

    void refusalsAreToldApart()
    {
        const QString playlist = errorOf(403, errorBody(403, "Forbidden")).userText;
        const QString write = errorOf(403, errorBody(403, "Forbidden"), "application/json", "PUT").userText;
        const QString user =
            errorOf(403, "Check settings on developer.spotify.com/dashboard, the user may not be registered.",
                    "text/plain")
                .userText;
        const QString premium =
            errorOf(403, "Active premium subscription required for the owner of the app.", "text/plain").userText;
        QCOMPARE(QSet<QString>({playlist, write, user, premium}).size(), 4);
        QVERIFY(user.contains(QStringLiteral("User Management")));
        QVERIFY(premium.contains(QStringLiteral("Premium")));
    }

    void aMissingPermissionSaysWhatFor()
    {
        QSet<QString> texts;
        const RawAnswer answer{.status = 403, .body = errorBody(403, "Insufficient client scope")};
        for (const Subject subject : {Subject::Playlists, Subject::Saved, Subject::Following, Subject::Top,
                                      Subject::Recent, Subject::Devices, Subject::Playback}) {
            for (const char *method : {"GET", "PUT"}) {
                ApiRequest request;
                request.method = method;
                request.subject = subject;
                const Error error = errorFrom(answer, request);
                QCOMPARE(error.kind, ErrorKind::MissingScope);
                QVERIFY(error.userText.contains(QStringLiteral("Sign in again")));
                texts.insert(error.userText);
            }
        }
        QCOMPARE(texts.size(), 9); // what is saved or followed is read and changed with different ones
    }

    void whatIsNotAllowedIsTold()
    {
        const RawAnswer answer{.status = 403, .body = errorBody(403, "Forbidden")};
        const auto text = [&answer](Subject subject, const char *method) {
            ApiRequest request;
            request.method = method;
            request.subject = subject;
            return errorFrom(answer, request).userText;
        };
        QVERIFY(text(Subject::Playlists, "PUT").contains(QStringLiteral("playlists")));
        QVERIFY(text(Subject::Playback, "PUT").contains(QStringLiteral("device")));
        for (const Subject subject : {Subject::Saved, Subject::Following, Subject::Catalogue, Subject::People})
            QVERIFY(!text(subject, "GET").contains(QStringLiteral("playlist")));
        QVERIFY(!text(Subject::Saved, "PUT").contains(QStringLiteral("playlist")));
        QCOMPARE(notOffered().kind, ErrorKind::NotAllowed);
        QCOMPARE(notOffered().userText, text(Subject::People, "GET"));
    }

    void whyNothingPlays()
    {
        ApiRequest request;
        request.method = "PUT";
        request.subject = Subject::Playback;
        const auto of = [&request](int status, const QByteArray &reason) {
            const QByteArray body = "{\"error\":{\"status\":" + QByteArray::number(status) +
                                    ",\"message\":\"Player command failed\",\"reason\":\"" + reason + "\"}}";
            return errorFrom(RawAnswer{.status = status, .body = body}, request);
        };
        const Error premium = of(403, "PREMIUM_REQUIRED");
        QCOMPARE(premium.kind, ErrorKind::NotAllowed);
        QVERIFY(premium.userText.contains(QStringLiteral("Premium")));
        QVERIFY(!mayMeanUnknownRoute(premium));
        const Error noDevice = of(404, "NO_ACTIVE_DEVICE");
        QCOMPARE(noDevice.kind, ErrorKind::NotFound);
        QVERIFY(noDevice.userText.contains(QStringLiteral("any device")));
        const Error unknown = of(404, "UNKNOWN");
        QCOMPARE(unknown.kind, ErrorKind::NotFound);
        QVERIFY(unknown.userText.contains(QStringLiteral("this device")));
        QVERIFY(of(403, "RESTRICTED").userText != premium.userText);
    }

    void coverErrors()
    {
        const auto cover = [](int status, const QByteArray &body) {
            return errorOf(status, body, "application/json", "PUT", Lane::Cover);
        };
        QCOMPARE(cover(401, errorBody(401, "Unauthorized.")).kind, ErrorKind::MissingScope);
        QCOMPARE(cover(401, errorBody(401, "The access token expired")).kind, ErrorKind::SignedOut);
        QCOMPARE(cover(413, "<html>too large</html>").kind, ErrorKind::TooLarge);
    }

    void messages_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("message");
        const QByteArray json = "application/json";
        QTest::newRow("api") << errorBody(404, "Not found.") << json << "Not found.";
        QTest::newRow("reason") << QByteArray(R"({"error":{"message":"limit","reason":"QUOTA_EXCEEDED"}})") << json
                                << "limit (QUOTA_EXCEEDED)";
        QTest::newRow("oauth") << QByteArray(R"({"error":"invalid_grant","error_description":"Revoked"})") << json
                               << "Revoked";
        QTest::newRow("oauth bare") << QByteArray(R"({"error":"invalid_grant"})") << json << "invalid_grant";
        QTest::newRow("text") << QByteArray(" Too many\n requests ") << QByteArray("text/plain") << "Too many requests";
        QTest::newRow("html") << QByteArray("<html>x</html>") << QByteArray("text/html; charset=utf-8") << "";
        QTest::newRow("html untold") << QByteArray("  <!DOCTYPE html>") << QByteArray() << "";
        QTest::newRow("odd") << QByteArray(R"({"error":[1,2]})") << json << "";
        QTest::newRow("odd message") << QByteArray(R"({"error":{"message":{"a":1}}})") << json << "";
        QTest::newRow("long") << QByteArray("word ").repeated(1000) << QByteArray()
                              << QStringLiteral("word ").repeated(40);
        QTest::newRow("not utf-8") << QByteArray("\xff\xfe\x01") << QByteArray("text/plain")
                                   << QString(2, QChar(QChar::ReplacementCharacter));
        QTest::newRow("control characters")
            << QByteArray("Too\x1b[31m many\0requests\x7f", 23) << QByteArray("text/plain") << "Too [31m many requests";
        QTest::newRow("a pair at the end")
            << QByteArray("word ").repeated(39) + "here\xf0\x9f\x98\x80" << QByteArray("text/plain")
            << QString(QStringLiteral("word ").repeated(39) + QStringLiteral("here"));
        QTest::newRow("half of a pair") << QByteArray("{\"error\":\"a\\ud83d b\"}") << QByteArray("application/json")
                                        << QStringLiteral("a? b");
        QTest::newRow("empty") << QByteArray() << QByteArray() << "";
    }

    void messages()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, message);
        QCOMPARE(serverMessage(RawAnswer{.status = 400, .body = body, .contentType = type}), message);
    }

    void failuresWithoutAnswer()
    {
        const auto of = [](RawAnswer::Failure failure, int status = 0) {
            return errorFrom(RawAnswer{.failure = failure, .status = status}, {}).kind;
        };
        QCOMPARE(of(RawAnswer::Failure::Network), ErrorKind::Network);
        QCOMPARE(of(RawAnswer::Failure::Network, 200), ErrorKind::Network);
        QCOMPARE(of(RawAnswer::Failure::Timeout), ErrorKind::Timeout);
        QCOMPARE(of(RawAnswer::Failure::TooLarge, 200), ErrorKind::BadAnswer);
        QCOMPARE(of(RawAnswer::Failure::Redirect, 302), ErrorKind::BadAnswer);
        QCOMPARE(of(RawAnswer::Failure::Address), ErrorKind::InvalidInput);
    }

    void rateLimitNamesTheTime()
    {
        const QDateTime soon = QDateTime::currentDateTime().addSecs(80'000);
        const Error error =
            rateLimitError(std::chrono::seconds{80'000}, soon.toUTC(), QStringLiteral("Too many requests"));
        QVERIFY(error.userText.contains(QLocale().toString(soon.time(), QLocale::ShortFormat)));
        QCOMPARE(error.retryAfter->count(), 80'000);
    }

    void unknownRoutes()
    {
        const auto route = [](int status, const QByteArray &message) {
            return mayMeanUnknownRoute(errorOf(status, errorBody(status, message)));
        };
        QVERIFY(route(403, "Forbidden"));
        QVERIFY(route(403, ""));
        QVERIFY(route(404, "Not found."));
        QVERIFY(route(405, "Method not allowed"));
        QVERIFY(!route(403, "Insufficient client scope"));
        QVERIFY(!route(403, "You cannot add to a playlist you don't own."));
        QVERIFY(!route(403, "Index out of bounds"));
        QVERIFY(!route(403, "the user may not be registered."));
        QVERIFY(!route(403, "Active premium subscription required for the owner of the app"));
        QVERIFY(!route(400, "No uris provided"));
        QVERIFY(!route(500, ""));
    }
};

SEGUE_TEST(TestApiError)
#include "tst_ApiError.moc"
