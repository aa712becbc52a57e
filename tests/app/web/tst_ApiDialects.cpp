// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiClient.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

const QString p = QStringLiteral("p1");

/// An app that knows one of the two routes for entries.
HttpAnswer oneRoute(const HttpRequest &request, const QByteArray &known, const QByteArray &answer)
{
    return request.path().endsWith(QByteArray('/' + known)) ? HttpAnswer{.body = answer} : refusal();
}

const QByteArray emptyPage = R"({"total":0,"items":[]})";
const QByteArray snapshot = R"({"snapshot_id":"s2"})";

} // namespace

/// Calls of an app whose dialect is not known yet, and those that each dialect has in its own way.
class TestApiDialects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldAppIsFoundOutOnceAndRemembered()
    {
        Client client([](const HttpRequest &request) { return oneRoute(request, "tracks", emptyPage); }, std::nullopt);
        QVERIFY(!client.api->honoursPositions());
        QCOMPARE(client.api->isReduced(), std::nullopt);
        QList<Outcome<EntryPage>> pages(5);
        for (Outcome<EntryPage> &page : pages)
            client.api->entries(p, 0, 50, Priority::Normal, &client.context, page.taker());
        for (const auto &page : pages)
            QVERIFY(page.ok());
        QCOMPARE(client.asked().count("GET /v1/playlists/p1/items"), 1);
        QCOMPARE(client.asked().count("GET /v1/playlists/p1/tracks"), 5);
        QVERIFY(client.api->honoursPositions());
        QCOMPARE(client.api->isReduced(), std::optional(false));
        client.server.clearRequests();
        client.restart();
        Outcome<EntryPage> again;
        client.api->entries(p, 0, 50, Priority::Normal, &client.context, again.taker());
        QVERIFY(again.ok());
        QCOMPARE(client.asked(), (QList<QByteArray>{"GET /v1/playlists/p1/tracks"}));
    }

    void writeMayBeTheProbe()
    {
        Client client([](const HttpRequest &request) { return oneRoute(request, "tracks", snapshot); }, std::nullopt);
        Outcome<QString> done;
        client.api->addItems(p, {QStringLiteral("spotify:track:1")}, 0, &client.context, done.taker());
        QVERIFY(done.ok());
        QCOMPARE(client.asked(), (QList<QByteArray>{"POST /v1/playlists/p1/items", "POST /v1/playlists/p1/tracks"}));
    }

    void foreignPlaylistIsNotTakenForAnOldApp()
    {
        Client client(
            [](const HttpRequest &request) {
                return request.path().contains("/mine/") ? oneRoute(request, "items", emptyPage) : refusal();
            },
            std::nullopt);
        Outcome<EntryPage> foreign;
        client.api->entries(QStringLiteral("foreign"), 0, 50, Priority::Normal, &client.context, foreign.taker());
        QVERIFY(foreign.failed());
        QCOMPARE(foreign.error().kind, ErrorKind::NotAllowed);
        QVERIFY(!client.memory.load(QStringLiteral("client")));
        Outcome<EntryPage> mine;
        client.api->entries(QStringLiteral("mine"), 0, 50, Priority::Normal, &client.context, mine.taker());
        QVERIFY(mine.ok());
        QCOMPARE(client.memory.load(QStringLiteral("client")), std::optional(Dialect::Items));
        client.server.clearRequests();
        Outcome<EntryPage> again;
        client.api->entries(QStringLiteral("foreign"), 0, 50, Priority::Normal, &client.context, again.taker());
        QVERIFY(again.failed());
        QCOMPARE(client.asked().size(), 1);
    }

    void payloadShapeSavesARequest()
    {
        Client client(
            [](const HttpRequest &request) {
                if (request.path() == "/v1/playlists/p1")
                    return HttpAnswer{.body = R"({"id":"p1","tracks":{"total":0}})"};
                return oneRoute(request, "tracks", emptyPage);
            },
            std::nullopt);
        Outcome<Playlist> playlist;
        client.api->playlist(p, &client.context, playlist.taker());
        QVERIFY(playlist.ok());
        Outcome<EntryPage> page;
        client.api->entries(p, 0, 50, Priority::Normal, &client.context, page.taker());
        QVERIFY(page.ok());
        QCOMPARE(client.asked(), (QList<QByteArray>{"GET /v1/playlists/p1", "GET /v1/playlists/p1/tracks"}));
    }

    void copiesAreRemovedInTheOldDialectOnly_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("known, old") << true << Dialect::Tracks;
        QTest::newRow("known, new") << true << Dialect::Items;
        QTest::newRow("unknown, old") << false << Dialect::Tracks;
        QTest::newRow("unknown, new") << false << Dialect::Items;
    }

    void copiesAreRemovedInTheOldDialectOnly()
    {
        QFETCH(bool, known);
        QFETCH(Dialect, dialect);
        const QByteArray route(tableOf(dialect).entries.data(), tableOf(dialect).entries.size());
        Client client(
            [&](const HttpRequest &request) {
                return oneRoute(request, route, request.method == "GET" ? emptyPage : snapshot);
            },
            known ? std::optional(dialect) : std::nullopt);
        Outcome<QString> done;
        client.api->removeItems(p, {{QStringLiteral("spotify:track:1"), {3}}}, QStringLiteral("s1"), &client.context,
                                done.taker());
        QCOMPARE(done.count(), 0);
        if (dialect == Dialect::Tracks) {
            QVERIFY(done.ok());
            QCOMPARE(client.asked().last(), QByteArray("DELETE /v1/playlists/p1/tracks"));
            QVERIFY(client.server.requests().last().body.contains("\"positions\":[3]"));
        } else {
            QVERIFY(done.failed());
            QCOMPARE(done.error().kind, ErrorKind::InvalidInput);
            for (const HttpRequest &request : client.server.requests())
                QCOMPARE(request.method, QByteArray("GET"));
        }
    }

    void createAsksWhoIAmOnce()
    {
        Client client(
            [](const HttpRequest &request) {
                if (request.path() == "/v1/me")
                    return HttpAnswer{.body = R"({"id":"una"})"};
                if (request.path() == "/v1/users/una/playlists")
                    return HttpAnswer{.status = 201, .body = R"({"id":"new","name":"N"})"};
                return refusal();
            },
            std::nullopt);
        for (int i = 0; i < 2; ++i) {
            Outcome<Playlist> done;
            client.api->createPlaylist({.name = QStringLiteral("N")}, &client.context, done.taker());
            QVERIFY(done.ok());
            QVERIFY(done.value().itemsReadable);
            QCOMPARE(done.value().itemCount, 0);
        }
        QCOMPARE(client.asked(), (QList<QByteArray>{"GET /v1/me", "POST /v1/me/playlists",
                                                    "POST /v1/users/una/playlists", "POST /v1/users/una/playlists"}));
    }

    void cancelBetweenTheSteps()
    {
        Client client(
            [](const HttpRequest &request) {
                return request.path().endsWith("items") ? refusal() : HttpAnswer{.body = emptyPage};
            },
            std::nullopt);
        Outcome<EntryPage> first;
        Call call;
        connect(&client.server, &segue::test::ScriptedServer::requested, &client.context, [&] { call.cancel(); });
        call = client.api->entries(p, 0, 50, Priority::Normal, &client.context, first.taker());
        QTRY_COMPARE(client.asked().size(), 1);
        QTest::qWait(30);
        QCOMPARE(first.count(), 0);
        QCOMPARE(client.asked().size(), 1);
        client.server.disconnect(&client.context);
        Outcome<EntryPage> second; // not stuck behind the cancelled probe
        client.api->entries(p, 0, 50, Priority::Normal, &client.context, second.taker());
        QVERIFY(second.ok());
    }
};

SEGUE_TEST(TestApiDialects)
#include "tst_ApiDialects.moc"
