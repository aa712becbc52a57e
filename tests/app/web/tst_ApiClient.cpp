// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiClient.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

const QString p = QStringLiteral("p1");

HttpAnswer refusal(int status = 403, const QByteArray &message = "Forbidden")
{
    return {.status = status, .body = errorBody(status, message)};
}

/// An app that knows one of the two routes for entries.
HttpAnswer oneRoute(const HttpRequest &request, const QByteArray &known, const QByteArray &answer)
{
    return request.path().endsWith(QByteArray('/' + known)) ? HttpAnswer{.body = answer} : refusal();
}

const QByteArray emptyPage = R"({"total":0,"items":[]})";
const QByteArray snapshot = R"({"snapshot_id":"s2"})";

} // namespace

class TestApiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsComeAsValues()
    {
        Client client([](const HttpRequest &request) {
            if (request.path() == "/v1/me")
                return HttpAnswer{.body = R"({"id":"una","display_name":"Una"})"};
            if (request.path() == "/v1/me/playlists")
                return HttpAnswer{.body = R"({"total":2,"items":[{"id":"a","items":{"total":3}},null]})"};
            if (request.path() == "/v1/playlists/p1")
                return HttpAnswer{.body = R"({"id":"p1","name":"N","items":{"total":3}})"};
            if (request.path() == "/v1/playlists/p1/images")
                return HttpAnswer{.body = R"([{"url":"http:\/\/127.0.0.1/i"}])"};
            return HttpAnswer{.body = R"({"total":1,"items":[{"item":{"uri":"spotify:track:1"}}]})"};
        });
        Outcome<UserProfile> me;
        Outcome<PlaylistPage> list;
        Outcome<Playlist> playlist;
        Outcome<EntryPage> entries;
        Outcome<QList<Image>> images;
        const Call call = client.api->me(&client.context, me.taker());
        QVERIFY(call.isActive());
        client.api->myPlaylists(0, 50, &client.context, list.taker());
        client.api->playlist(p, &client.context, playlist.taker());
        client.api->entries(p, 0, 50, Priority::Visible, &client.context, entries.taker());
        client.api->coverImages(p, &client.context, images.taker());
        QCOMPARE(me.count(), 0);
        QVERIFY(me.ok() && list.ok() && playlist.ok() && entries.ok() && images.ok());
        QVERIFY(!call.isActive());
        QCOMPARE(me.value().displayName, QStringLiteral("Una"));
        QCOMPARE(list.value().holes, 1);
        QCOMPARE(playlist.value().itemCount, 3);
        QCOMPARE(entries.value().entries.first().medium->uri, QStringLiteral("spotify:track:1"));
        QCOMPARE(images.value().size(), 1);
    }

    void reorderIsOneRequest()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.body = snapshot}; });
        Outcome<QString> done;
        client.api->reorder(p, {.rangeStart = 4, .rangeLength = 2, .insertBefore = 0}, &client.context, done.taker());
        QVERIFY(done.ok());
        QCOMPARE(done.value(), QStringLiteral("s2"));
        QCOMPARE(client.asked(), (QList<QByteArray>{"PUT /v1/playlists/p1/items"}));
        const QJsonObject body = QJsonDocument::fromJson(client.server.requests().first().body).object();
        QCOMPARE(body.value(QLatin1String("range_start")).toInt(), 4);
        QCOMPARE(body.value(QLatin1String("range_length")).toInt(), 2);
        QCOMPARE(body.value(QLatin1String("insert_before")).toInt(), 0);
    }

    void oldAppIsFoundOutOnceAndRemembered()
    {
        Client client([](const HttpRequest &request) { return oneRoute(request, "tracks", emptyPage); }, std::nullopt);
        QVERIFY(!client.api->honoursPositions());
        QList<Outcome<EntryPage>> pages(5);
        for (Outcome<EntryPage> &page : pages)
            client.api->entries(p, 0, 50, Priority::Normal, &client.context, page.taker());
        for (const auto &page : pages)
            QVERIFY(page.ok());
        QCOMPARE(client.asked().count("GET /v1/playlists/p1/items"), 1);
        QCOMPARE(client.asked().count("GET /v1/playlists/p1/tracks"), 5);
        QVERIFY(client.api->honoursPositions());
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

    void wrongInputIsRefusedLaterAndUnsent()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.body = snapshot}; });
        Outcome<QString> move;
        Outcome<EntryPage> page;
        Outcome<Nothing> cover;
        Outcome<Nothing> details;
        client.api->reorder(QStringLiteral("../me"), {}, &client.context, move.taker());
        client.api->entries(p, 0, 51, Priority::Normal, &client.context, page.taker());
        client.api->uploadCover(p, "GIF89a", {}, &client.context, cover.taker());
        client.api->changeDetails(p, {.onProfile = true, .collaborative = true}, &client.context, details.taker());
        QCOMPARE(move.count() + page.count() + cover.count() + details.count(), 0);
        QVERIFY(move.failed() && page.failed() && cover.failed() && details.failed());
        QCOMPARE(move.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(cover.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(client.asked().size(), 0);
    }

    void cancelledWhileRefused()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.body = snapshot}; });
        Outcome<QString> move;
        const Call call = client.api->reorder(QString(), {}, &client.context, move.taker());
        call.cancel();
        QVERIFY(!call.isActive());
        QTest::qWait(10);
        QCOMPARE(move.count(), 0);
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

    void cover()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.status = 202, .contentType = {}}; });
        const QByteArray jpeg = QByteArray("\xff\xd8\xff\xe0") + QByteArray(100'000, 'x');
        Outcome<Nothing> done;
        QList<qint64> sent;
        client.api->uploadCover(
            p, jpeg,
            [&](qint64 bytes, qint64 total) {
                QCOMPARE(total, jpeg.toBase64().size());
                sent.append(bytes);
            },
            &client.context, done.taker());
        QVERIFY(done.ok());
        QCOMPARE(client.server.requests().first().body, jpeg.toBase64());
        QCOMPARE(client.server.requests().first().headers.value("content-type"), QByteArray("image/jpeg"));
        QCOMPARE(sent.last(), jpeg.toBase64().size());
    }

    void emptyDescriptionIsExplained()
    {
        Client client([](const HttpRequest &) { return refusal(400, "Description may not be empty"); });
        Outcome<Nothing> done;
        client.api->changeDetails(p, {.description = QString()}, &client.context, done.taker());
        QVERIFY(done.failed());
        QVERIFY(done.error().userText.contains(QStringLiteral("empty description")));
    }

    void writeInDoubtIsToldSo()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; });
        Outcome<QString> done;
        client.api->reorder(p, {.rangeStart = 1, .insertBefore = 0}, &client.context, done.taker());
        QVERIFY(done.failed());
        QCOMPARE(done.error().kind, ErrorKind::BadAnswer);
        QVERIFY(done.error().leavesWriteInDoubt());
        QCOMPARE(client.asked().size(), 1);
    }

    void pausesAndReachabilityAreToldAlong()
    {
        int answers = 0;
        Client client([&](const HttpRequest &) {
            if (answers++ == 0)
                return HttpAnswer{.status = 429, .body = "Too many requests", .headers = {{"Retry-After", "2"}}};
            return HttpAnswer{.body = R"({"id":"una"})"};
        });
        QSignalSpy paused(client.api.get(), &Api::pausedUntil);
        Outcome<UserProfile> me;
        client.api->me(&client.context, me.taker());
        QVERIFY(me.ok());
        QCOMPARE(paused.size(), 2);
    }

    void nothingSecretIsLogged()
    {
        static QStringList lines;
        lines.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("segue.*=true"));
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &line) { lines.append(line); });
        Client client([](const HttpRequest &request) {
            return request.headers.value("authorization") == "Bearer token-1" ? refusal(401, "The access token expired")
                                                                              : HttpAnswer{.body = emptyPage};
        });
        Outcome<EntryPage> page;
        client.api->entries(p, 0, 50, Priority::Normal, &client.context, page.taker());
        const bool ok = page.ok();
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(ok);
        const QString all = lines.join(u'\n');
        QVERIFY(all.contains(QStringLiteral("playlists/p1/items")));
        QVERIFY(!all.contains(QStringLiteral("token-")));
        QVERIFY(!all.contains(QStringLiteral("fields")));
    }
};

SEGUE_TEST(TestApiClient)
#include "tst_ApiClient.moc"
