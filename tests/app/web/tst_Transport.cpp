// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Transport.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestMain.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace segue::web;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;
using segue::test::ScriptedServer;
using Failure = RawAnswer::Failure;

class TestTransport : public QObject
{
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    RawAnswer exchange(const ScriptedServer &server, const ApiRequest &request, TransportOptions options = {})
    {
        Transport transport(server.url(QStringLiteral("/v1")), m_network, options);
        return exchange(transport, request);
    }

    static RawAnswer exchange(Transport &transport, const ApiRequest &request)
    {
        RawAnswer got;
        int reports = 0;
        transport.send(request, "secret", [&](const RawAnswer &answer) {
            got = answer;
            ++reports;
        });
        if (reports != 0)
            qFatal("reported before send() returned");
        if (!QTest::qWaitFor([&] { return reports > 0; }, 10'000))
            qFatal("no report");
        QTest::qWait(0);
        if (reports != 1)
            qFatal("reported twice");
        return got;
    }

    static ApiRequest get(const QString &path = QStringLiteral("me"))
    {
        ApiRequest request;
        request.path = path;
        return request;
    }

private Q_SLOTS:
    void sendsWhatTheApiNeeds()
    {
        ScriptedServer server([](const HttpRequest &) {
            return HttpAnswer{.body = "{}", .headers = {{"Set-Cookie", "track=me; Path=/"}}};
        });
        ApiRequest request = get(QStringLiteral("users/a%2Fb/playlists"));
        request.query.addQueryItem(QStringLiteral("fields"), QStringLiteral("items(track(uri),added_by(id))"));
        const RawAnswer answer = exchange(server, request, {.userAgent = "Segue/1.2"});
        QCOMPARE(answer.failure, Failure::None);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("{}"));

        exchange(server, request);
        const HttpRequest &first = server.requests().at(0);
        QCOMPARE(first.target, QByteArray("/v1/users/a%2Fb/playlists?fields=items(track(uri),added_by(id))"));
        QCOMPARE(first.headers.value("authorization"), QByteArray("Bearer secret"));
        QCOMPARE(first.headers.value("user-agent"), QByteArray("Segue/1.2"));
        QVERIFY(!server.requests().at(1).headers.contains("cookie"));
    }

    void writeIsNeverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("reused");
        for (const bool reused : {false, true}) {
            for (const char *method : {"PUT", "POST", "DELETE"}) {
                for (const QByteArray &body :
                     {QByteArray(), QByteArray("{\"range_start\":1}"), QByteArray(300'000, 'x')})
                    QTest::addRow("%s %lld bytes %s", method, static_cast<long long>(body.size()),
                                  reused ? "reused" : "fresh")
                        << QByteArray(method) << body << reused;
            }
        }
    }

    // Qt repeats requests by itself when the server closes the connection before answering.
    void writeIsNeverSentTwice()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(bool, reused);
        ScriptedServer server([](const HttpRequest &request) {
            if (request.method == "GET")
                return HttpAnswer{.body = "{}"};
            return HttpAnswer{.ending = HttpAnswer::Ending::Drop};
        });
        m_network.clearConnectionCache();
        if (reused)
            exchange(server, get());
        server.clearRequests();
        ApiRequest write = get(QStringLiteral("playlists/p/items"));
        write.method = method;
        write.body = body;
        write.contentType = "application/json";
        const RawAnswer answer = exchange(server, write);
        QCOMPARE(answer.failure, Failure::Network);
        QCOMPARE(answer.status, 0);
        QTest::qWait(50); // long enough for a repetition to arrive, if there were one
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().body, body);
        QCOMPARE(server.requests().first().method, method);
    }

    void redirectIsNotFollowed()
    {
        ScriptedServer elsewhere([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; });
        ScriptedServer server([&](const HttpRequest &) {
            return HttpAnswer{.status = 307, .headers = {{"Location", elsewhere.url().toEncoded()}}};
        });
        QCOMPARE(exchange(server, get()).failure, Failure::Redirect);
        QCOMPARE(elsewhere.requests().size(), 0);
    }

    void refusesTooMuch_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("honest length") << false;
        QTest::newRow("no length") << true;
    }

    void refusesTooMuch()
    {
        QFETCH(bool, chunked);
        ScriptedServer server([&](const HttpRequest &) {
            HttpAnswer answer{.body = QByteArray(200'000, ' ')};
            if (chunked) {
                answer.headers = {{"Transfer-Encoding", "chunked"}};
                answer.body = QByteArray::number(200'000, 16) + "\r\n" + answer.body + "\r\n0\r\n\r\n";
            }
            return answer;
        });
        QCOMPARE(exchange(server, get(), {.maxAnswerBytes = 100'000}).failure, Failure::TooLarge);
        m_network.clearConnectionCache();
        const RawAnswer whole = exchange(server, get(), {.maxAnswerBytes = 201'000});
        QCOMPARE(whole.failure, Failure::None);
        QCOMPARE(whole.body.size(), 200'000);
    }

    void cutOffIsNoSuccess()
    {
        ScriptedServer server([](const HttpRequest &) {
            return HttpAnswer{.body = "{\"items\":[1,2,3]}", .ending = HttpAnswer::Ending::Truncated};
        });
        QCOMPARE(exchange(server, get()).failure, Failure::Network);
    }

    void refusalCountsEvenWhenItsBodyIsCutOff()
    {
        ScriptedServer server([](const HttpRequest &) {
            return HttpAnswer{.status = 429,
                              .body = "Too many requests",
                              .headers = {{"Retry-After", "7"}},
                              .ending = HttpAnswer::Ending::Truncated};
        });
        const RawAnswer answer = exchange(server, get());
        QCOMPARE(answer.failure, Failure::None);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.retryAfter, QByteArray("7"));
    }

    void timesOut_data()
    {
        QTest::addColumn<int>("idle");
        QTest::addColumn<int>("deadline");
        QTest::newRow("idle") << 60 << 60'000;
        QTest::newRow("deadline") << 60'000 << 60;
    }

    void timesOut()
    {
        QFETCH(int, idle);
        QFETCH(int, deadline);
        ScriptedServer server([](const HttpRequest &) { return HttpAnswer{.ending = HttpAnswer::Ending::Silence}; });
        const RawAnswer answer =
            exchange(server, get(),
                     {.idleTimeout = std::chrono::milliseconds(idle), .deadline = std::chrono::milliseconds(deadline)});
        QCOMPARE(answer.failure, Failure::Timeout);
        QCOMPARE(server.requests().size(), 1);
    }

    void unauthorizedComesThrough()
    {
        ScriptedServer server([](const HttpRequest &) {
            return HttpAnswer{.status = 401,
                              .body = "{\"error\":{\"status\":401,\"message\":\"The access token expired\"}}",
                              .headers = {{"WWW-Authenticate", "Bearer realm=\"spotify\", error=\"invalid_token\""}}};
        });
        const RawAnswer answer = exchange(server, get());
        QCOMPARE(answer.failure, Failure::None);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.body.contains("expired"));
        QCOMPARE(server.requests().size(), 1);
    }

    void unreachableIsANetworkFailure()
    {
        auto server = std::make_unique<ScriptedServer>();
        Transport transport(server->url(QStringLiteral("/v1")), m_network, {});
        server.reset();
        const RawAnswer answer = exchange(transport, get());
        QCOMPARE(answer.failure, Failure::Network);
        QVERIFY(!answer.failureText.isEmpty());
    }

    void tokenGoesToSafeAddressesOnly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << "https://api.spotify.com/v1" << true;
        QTest::newRow("loopback") << "http://127.0.0.1:8000/v1" << true;
        QTest::newRow("loopback v6") << "http://[::1]:8000/v1" << true;
        QTest::newRow("http") << "http://api.spotify.com/v1" << false;
        QTest::newRow("http private") << "http://192.168.1.2/v1" << false;
        QTest::newRow("name") << "http://localhost:8000/v1" << false;
        QTest::newRow("look-alike") << "http://127.0.0.1.example.org/v1" << false;
        QTest::newRow("user") << "https://user@api.spotify.com/v1" << false;
        QTest::newRow("ftp") << "ftp://127.0.0.1/v1" << false;
        QTest::newRow("nothing") << "" << false;
    }

    void tokenGoesToSafeAddressesOnly()
    {
        QFETCH(QString, url);
        QFETCH(bool, good);
        QCOMPARE(Transport::isAcceptableAddress(QUrl(url)), good);
        if (!good) {
            Transport transport(QUrl(url), m_network, {});
            QCOMPARE(exchange(transport, get()).failure, Failure::Address);
        }
    }

    void abortIsSilent()
    {
        ScriptedServer server([](const HttpRequest &) { return HttpAnswer{.ending = HttpAnswer::Ending::Silence}; });
        Transport transport(server.url(QStringLiteral("/v1")), m_network, {});
        bool reported = false;
        QPointer<Transmission> transmission =
            transport.send(get(), "secret", [&](const RawAnswer &) { reported = true; });
        QTRY_COMPARE(server.requests().size(), 1);
        transmission->abort();
        QTRY_VERIFY(!transmission);
        QVERIFY(!reported);
    }

    void progressOfAnUpload()
    {
        ScriptedServer server([](const HttpRequest &) { return HttpAnswer{.status = 202}; });
        ApiRequest upload = get(QStringLiteral("playlists/p/images"));
        upload.method = "PUT";
        upload.body = QByteArray(200'000, 'A');
        qint64 last = 0;
        upload.progress = [&](qint64 sent, qint64 total) {
            QCOMPARE(total, 200'000);
            QVERIFY(sent >= last);
            last = sent;
        };
        QCOMPARE(exchange(server, upload).status, 202);
        QCOMPARE(last, 200'000);
        QCOMPARE(server.requests().first().body, upload.body);
    }
};

SEGUE_TEST(TestTransport)
#include "tst_Transport.moc"
