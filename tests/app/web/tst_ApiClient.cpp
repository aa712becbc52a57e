// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiClient.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QJsonObject>
#include <QLoggingCategory>
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
const QByteArray snapshot = R"({"snapshot_id":"s2"})";

} // namespace

/// Each call as a request, its answer as a value, and what goes wrong between them.
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
            return request.headers.value("authorization") == "Bearer token-1"
                       ? refusal(401, "The access token expired")
                       : HttpAnswer{.body = R"({"total":0,"items":[]})"};
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
