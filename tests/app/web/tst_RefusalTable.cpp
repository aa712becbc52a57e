// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiError.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;

/// Every refusal that the service is known to give: what kind it is, what the user reads, and what it says to do.
class TestRefusalTable : public QObject
{
    Q_OBJECT

    /// What was asked for.
    struct Asked {
        const char *method = "GET";
        Subject subject = Subject::Playlists;
        Lane lane = Lane::Account;
    };

    /// `says` is what happened, `action` what to do about it.
    static void row(const char *name, const Asked &asked, int status, const QByteArray &body, ErrorKind kind,
                    const char *says, const char *action)
    {
        ApiRequest request;
        request.method = asked.method;
        request.subject = asked.subject;
        request.lane = asked.lane;
        const QByteArray type = body.startsWith('{') ? "application/json" : "text/plain";
        QTest::newRow(name) << errorFrom(RawAnswer{.status = status, .body = body, .contentType = type}, request)
                            << status << kind << QString::fromLatin1(says) << QString::fromLatin1(action);
    }
    static QByteArray withReason(int status, const QByteArray &message, const QByteArray &reason)
    {
        return "{\"error\":{\"status\":" + QByteArray::number(status) + ",\"message\":\"" + message +
               "\",\"reason\":\"" + reason + "\"}}";
    }

private Q_SLOTS:
    void everyRow_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("action");

        const Asked read;
        const Asked write{.method = "PUT"};
        const Asked cover{.method = "PUT", .subject = Subject::Playlists, .lane = Lane::Cover};
        const Asked play{.method = "PUT", .subject = Subject::Playback};
        const Asked catalogue{.method = "GET", .subject = Subject::Catalogue};
        const auto json = [](int status, const char *message) { return errorBody(status, message); };

        row("400 id", read, 400, json(400, "invalid id"), ErrorKind::BadRequest, "not accept", "Reload the playlist");
        row("400 JSON", write, 400, json(400, "Error parsing JSON."), ErrorKind::BadRequest, "not accept", "try again");
        row("400 positions", write, 400, json(400, "Given positions are out of bounds"), ErrorKind::BadRequest,
            "changed in the meantime", "Reload it");
        row("400 too many", write, 400, json(400, "You can add a maximum of 100 tracks per request"),
            ErrorKind::BadRequest, "not accept", "try again");
        row("400 collaborative", write, 400, json(400, "Collaborative playlists can only be private."),
            ErrorKind::BadRequest, "collaborative playlist", "Turn off one");
        row("400 catalogue", catalogue, 400, json(400, "invalid id"), ErrorKind::BadRequest, "not accept", "Reload");
        row("400 of the accounts service", read, 400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"Refresh token revoked\"}", ErrorKind::BadRequest,
            "not accept", "try again");

        row("401 expired", read, 401, json(401, "The access token expired"), ErrorKind::SignedOut, "no longer accepts",
            "Sign in again");
        row("401 invalid", read, 401, json(401, "Invalid access token"), ErrorKind::SignedOut, "no longer accepts",
            "Sign in again");
        row("401 none", read, 401, json(401, "No token provided"), ErrorKind::SignedOut, "no longer accepts",
            "Sign in again");
        row("401 cover", cover, 401, json(401, "Unauthorized."), ErrorKind::MissingScope, "permission to upload covers",
            "Sign in again");

        row("403 reading", read, 403, json(403, "Forbidden"), ErrorKind::NotAllowed, "does not let you see",
            "owner and its collaborators");
        row("403 writing", write, 403, json(403, "Forbidden"), ErrorKind::NotAllowed, "did not allow this change",
            "Only your own");
        row("403 not yours", write, 403, json(403, "You cannot add to a playlist you don't own."),
            ErrorKind::NotAllowed, "did not allow this change", "Only your own");
        row("403 scope", write, 403, json(403, "Insufficient client scope"), ErrorKind::MissingScope,
            "lacks a permission", "Sign in again");
        row("403 index", write, 403, json(403, "Index out of bounds"), ErrorKind::BadRequest, "changed in the meantime",
            "Reload it");
        row("403 owner without Premium", read, 403,
            "Active premium subscription required for the owner of the app. Please contact the owner.",
            ErrorKind::AppRefused, "has no Spotify Premium", "Use the client ID");
        row("403 owner without Premium, as JSON", write, 403,
            json(403, "Active premium subscription required for the owner of the app."), ErrorKind::AppRefused,
            "has no Spotify Premium", "Use the client ID");
        row("403 user not on the list", read, 403,
            "Check settings on developer.spotify.com/dashboard, the user may not be registered.", ErrorKind::AppRefused,
            "does not know you as a user", "User Management");
        row("403 user not on the list, as JSON", catalogue, 403,
            json(403, "User not registered in the Developer Dashboard"), ErrorKind::AppRefused,
            "does not know you as a user", "client ID of your own");
        row("403 catalogue", catalogue, 403, json(403, "Forbidden"), ErrorKind::NotAllowed, "does not give this",
            "Look it up in Spotify");
        row("403 playing without Premium", play, 403, withReason(403, "Player command failed", "PREMIUM_REQUIRED"),
            ErrorKind::NotAllowed, "Spotify Premium only", "Play it in Spotify");
        row("403 playing there", play, 403, withReason(403, "Player command failed", "RESTRICTED"),
            ErrorKind::NotAllowed, "on that device", "Choose another device");

        row("404", read, 404, json(404, "Not found."), ErrorKind::NotFound, "does not find this",
            "may have been deleted");
        row("404 id", read, 404, json(404, "Invalid playlist Id"), ErrorKind::NotFound, "does not find this",
            "may have been deleted");
        row("404 no device", play, 404, withReason(404, "Player command failed", "NO_ACTIVE_DEVICE"),
            ErrorKind::NotFound, "not open on any device", "choose a device");
        row("404 device gone", play, 404, json(404, "Device not found"), ErrorKind::NotFound, "this device",
            "Choose another one");

        row("413 cover", cover, 413, "<html><h1>413</h1></html>", ErrorKind::TooLarge, "too large", "a smaller one");
        row("413", write, 413, "", ErrorKind::TooLarge, "more than Spotify takes", "at once");
        row("429", read, 429, "Too many requests", ErrorKind::RateLimited, "asks to wait", "Try again later");
        row("429 quota", read, 429, withReason(429, "API rate limit exceeded", "QUOTA_EXCEEDED"),
            ErrorKind::RateLimited, "asks to wait", "Try again later");
        for (const int status : {500, 502, 503, 504})
            row(qPrintable(QString::number(status)), read, status, json(status, "Server error."),
                ErrorKind::ServerFault, "has a problem", "Try again later");
    }

    void everyRow()
    {
        QFETCH(Error, error);
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, says);
        QFETCH(QString, action);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
        QVERIFY2(error.userText.contains(says), qPrintable(error.userText));
        QVERIFY2(error.userText.contains(action), qPrintable(error.userText));
        QVERIFY2(error.userText.endsWith(u'.'), qPrintable(error.userText));
    }

    /// Shown behind "Details".
    void theServicesOwnWordsAreKeptWithoutSecrets_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("kept");
        const QByteArray token(180, 'B');
        QTest::newRow("words") << QByteArray("Only valid bearer authentication supported")
                               << QStringLiteral("Only valid bearer authentication supported");
        QTest::newRow("header") << QByteArray("Bad header: Authorization: Bearer ab-c_1.2.abcdefghijklm")
                                << QStringLiteral("Bad header: Authorization: …");
        QTest::newRow("token by itself") << QByteArray("token '" + token + "' is not valid")
                                         << QStringLiteral("token '…' is not valid");
        QTest::newRow("id and snapshot stay")
            << QByteArray("37i9dQZF1DXcBWIGoYBM5M at MTAsNGRlYWRiZWVmZGVhZGJlZWY=")
            << QStringLiteral("37i9dQZF1DXcBWIGoYBM5M at MTAsNGRlYWRiZWVmZGVhZGJlZWY=");
        QTest::newRow("written from right to left") << QByteArray("a\xe2\x80\xae"
                                                                  "b")
                                                    << QStringLiteral("a b");
    }

    void theServicesOwnWordsAreKeptWithoutSecrets()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, kept);
        QCOMPARE(serverMessage({.status = 400, .body = errorBody(400, message)}), kept);
        QCOMPARE(serverMessage({.status = 400, .body = message, .contentType = "text/plain"}), kept);
    }
};

SEGUE_TEST(TestRefusalTable)
#include "tst_RefusalTable.moc"
