// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/listening/ListeningRequests.h"
#include "app/web/listening/ParseListening.h"
#include "tests/app/web/Endpoints.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

/// What is asked for, and what becomes of the answers; see TestEndpointTable for what goes wrong.
class TestListening : public QObject
{
    Q_OBJECT

    TextPool m_pool;

    static QString targetOf(const ApiRequest &request)
    {
        return QString::fromLatin1(request.method) + u' ' + request.path + u'?' +
               request.query.toString(QUrl::FullyEncoded);
    }

private Q_SLOTS:
    void reads()
    {
        QCOMPARE(targetOf(requests::topTracks(TopRange::Weeks, 50)),
                 QStringLiteral("GET me/top/tracks?time_range=short_term&offset=50&limit=50"));
        QCOMPARE(targetOf(requests::topArtists(TopRange::Months, 0)),
                 QStringLiteral("GET me/top/artists?time_range=medium_term&offset=0&limit=50"));
        QCOMPARE(targetOf(requests::topArtists(TopRange::Years, 0)),
                 QStringLiteral("GET me/top/artists?time_range=long_term&offset=0&limit=50"));
        QCOMPARE(targetOf(requests::recentlyPlayed({})), QStringLiteral("GET me/player/recently-played?limit=50"));
        QCOMPARE(targetOf(requests::recentlyPlayed(QStringLiteral("1484811043508"))),
                 QStringLiteral("GET me/player/recently-played?limit=50&before=1484811043508"));
        QCOMPARE(targetOf(requests::devices()), QStringLiteral("GET me/player/devices?"));
    }

    void commands()
    {
        const QString album = QStringLiteral("spotify:album:a");
        const QString track = QStringLiteral("spotify:track:a");
        const ApiRequest context = requests::play({.contextUri = album});
        QCOMPARE(targetOf(context), QStringLiteral("PUT me/player/play?"));
        QCOMPARE(context.body, QByteArray(R"({"context_uri":"spotify:album:a"})"));
        QVERIFY(!context.answersJson);
        const ApiRequest fromHere =
            requests::play({.deviceId = QStringLiteral("d+1"), .contextUri = album, .position = 0});
        QCOMPARE(targetOf(fromHere), QStringLiteral("PUT me/player/play?device_id=d%2B1"));
        QCOMPARE(fromHere.body, QByteArray(R"({"context_uri":"spotify:album:a","offset":{"position":0}})"));
        QCOMPARE(requests::play({.uris = {track, track}}).body,
                 QByteArray(R"({"uris":["spotify:track:a","spotify:track:a"]})"));
        const ApiRequest queued = requests::addToQueue(track, QStringLiteral("d"));
        QCOMPARE(targetOf(queued), QStringLiteral("POST me/player/queue?device_id=d&uri=spotify%3Atrack%3Aa"));
        QCOMPARE(queued.writeKey, context.writeKey); // in their order
    }

    void wrongCommandsAreNotSent()
    {
        Clients clients(Dialect::Items);
        const QString album = QStringLiteral("spotify:album:a");
        const QString local = QStringLiteral("spotify:local:a:b:c:1");
        for (const PlayCall &what : {PlayCall{}, PlayCall{.contextUri = album, .uris = {album}},
                                     PlayCall{.uris = {local}}, PlayCall{.contextUri = QStringLiteral("x")}}) {
            Outcome<Nothing> played;
            clients.listening.play(what, &clients.http.context, played.taker());
            QVERIFY(played.failed());
            QCOMPARE(played.error().kind, ErrorKind::InvalidInput);
        }
        Outcome<Nothing> queued;
        clients.listening.addToQueue(local, {}, &clients.http.context, queued.taker());
        QVERIFY(queued.failed());
        QVERIFY(queued.error().userText.contains(QStringLiteral("Local files")));
        Outcome<Page<Artist>> top;
        clients.listening.topArtists(TopRange::Weeks, -1, &clients.http.context, top.taker());
        QVERIFY(top.failed());
        QVERIFY(clients.http.server.requests().isEmpty());
    }

    void whyNothingPlays()
    {
        Clients clients(Dialect::Items);
        QByteArray body;
        int status = 0;
        clients.http.server.setHandler([&](const HttpRequest &) { return HttpAnswer{.status = status, .body = body}; });
        const PlayCall what{.contextUri = QStringLiteral("spotify:album:a")};
        status = 403;
        body =
            R"({"error":{"status":403,"message":"Player command failed: Premium required","reason":"PREMIUM_REQUIRED"}})";
        Outcome<Nothing> withoutPremium;
        clients.listening.play(what, &clients.http.context, withoutPremium.taker());
        QVERIFY(withoutPremium.failed());
        QCOMPARE(withoutPremium.error().kind, ErrorKind::NotAllowed);
        QVERIFY(withoutPremium.error().userText.contains(QStringLiteral("Premium")));
        status = 404;
        body =
            R"({"error":{"status":404,"message":"Player command failed: No active device found","reason":"NO_ACTIVE_DEVICE"}})";
        Outcome<Nothing> withoutDevice;
        clients.listening.addToQueue(QStringLiteral("spotify:track:a"), {}, &clients.http.context,
                                     withoutDevice.taker());
        QVERIFY(withoutDevice.failed());
        QCOMPARE(withoutDevice.error().kind, ErrorKind::NotFound);
        QVERIFY(withoutDevice.error().userText.contains(QStringLiteral("any device")));
        QCOMPARE(clients.http.server.requests().size(), 2);
    }

    void recentlyPlayedGoesByCursor()
    {
        const QByteArray answer = R"({"next":"x","cursors":{"after":"9","before":"5"},"limit":2,"items":[
            {"played_at":"2020-01-02T03:04:05.678Z","track":{"uri":"spotify:track:1"},"context":null},{"track":null}]})";
        const auto page = parseRecentlyPlayed(json(answer), {}, m_pool);
        QVERIFY(page);
        QVERIFY(page->more);
        QCOMPARE(page->after, QStringLiteral("5"));
        QCOMPARE(page->total, -1);
        QCOMPARE(page->holes, 1);
        QCOMPARE(page->items.first().medium->uri, QStringLiteral("spotify:track:1"));
        QCOMPARE(page->items.first().playedAt.toString(Qt::ISODateWithMs), QStringLiteral("2020-01-02T03:04:05.678Z"));
        QVERIFY(!parseRecentlyPlayed(json(answer), QStringLiteral("5"), m_pool)->more);
        QVERIFY(!parseRecentlyPlayed(json(R"({"items":[],"next":null,"cursors":null})"), {}, m_pool)->more);
        QVERIFY(!parseRecentlyPlayed(json(R"({"next":null})"), {}, m_pool));
    }

    void theDevices()
    {
        const auto devices = parseDevices(json(R"({"devices":[{"id":"d","name":"D","type":"Speaker","is_active":true,
            "is_restricted":true},{"id":null,"name":"Car"},{"type":"Speaker"},null]})"));
        QVERIFY(devices);
        QCOMPARE(devices->size(), 2);
        const Device &first = devices->first();
        QVERIFY(first.id == QStringLiteral("d") && first.name == QStringLiteral("D"));
        QVERIFY(first.type == QStringLiteral("Speaker") && first.isActive && first.isRestricted);
        QVERIFY(devices->last().id.isEmpty() && !devices->last().isActive);
        QVERIFY(parseDevices(json(R"({"devices":[]})")));
        QVERIFY(!parseDevices(json("{}")));
    }

    void whatIsListenedToMost()
    {
        const auto tracks =
            parseTopTracksPage(json(R"({"total":1,"items":[{"uri":"spotify:track:1"},null]})"), 0, m_pool);
        QCOMPARE(tracks->items.size(), 1);
        const auto artists = parseTopArtists(json(R"({"total":1,"items":[{"uri":"spotify:artist:1","name":"A"}]})"), 0);
        QCOMPARE(artists->items.first().name, QStringLiteral("A"));
    }
};

SEGUE_TEST(TestListening)
#include "tst_Listening.moc"
