// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Checks.h"
#include "app/web/Requests.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace segue;
using namespace segue::web;

class TestRequests : public QObject
{
    Q_OBJECT

    static QJsonObject body(const ApiRequest &request) { return QJsonDocument::fromJson(request.body).object(); }
    static QJsonObject object(const char *text) { return QJsonDocument::fromJson(text).object(); }

private Q_SLOTS:
    void entriesSpeakTheDialect()
    {
        for (const Dialect dialect : {Dialect::Items, Dialect::Tracks}) {
            const ApiRequest request = requests::entries(dialect, QStringLiteral("p"), 9000, 50, Priority::Visible);
            const bool items = dialect == Dialect::Items;
            QCOMPARE(request.path, items ? QStringLiteral("playlists/p/items") : QStringLiteral("playlists/p/tracks"));
            const QString fields = request.query.queryItemValue(QStringLiteral("fields"));
            QVERIFY(fields.contains(items ? QStringLiteral(",item(") : QStringLiteral(",track(")));
            QVERIFY(!fields.contains(items ? QStringLiteral(",track(") : QStringLiteral(",item(")));
            QCOMPARE(fields.count(u'('), fields.count(u')'));
            for (const char *fact : {"disc_number", "track_number", "popularity", "external_ids(isrc)",
                                     "album(name,uri,images,release_date,release_date_precision)"})
                QVERIFY2(fields.contains(QLatin1String(fact)), fact);
            QCOMPARE(request.query.queryItemValue(QStringLiteral("offset")), QStringLiteral("9000"));
            QCOMPARE(request.query.queryItemValue(QStringLiteral("limit")), QStringLiteral("50"));
            QCOMPARE(request.query.queryItemValue(QStringLiteral("additional_types")), QStringLiteral("track,episode"));
            QVERIFY(!request.query.hasQueryItem(QStringLiteral("market")));
            QCOMPARE(request.priority, Priority::Visible);
            QVERIFY(!request.isWrite());
        }
    }

    void reorderIsOnePut()
    {
        const ApiRequest request = requests::reorder(Dialect::Items, QStringLiteral("p"),
                                                     {.rangeStart = 5, .rangeLength = 3, .insertBefore = 0});
        QCOMPARE(request.method, QByteArray("PUT"));
        QCOMPARE(request.path, QStringLiteral("playlists/p/items"));
        QCOMPARE(body(request), object(R"({"range_start":5,"range_length":3,"insert_before":0})"));
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QVERIFY(request.isWrite());
    }

    void replacingIsThePutOfUris()
    {
        const ApiRequest request =
            requests::replaceItems(Dialect::Tracks, QStringLiteral("p"), {QStringLiteral("spotify:track:a")});
        QCOMPARE(request.method, QByteArray("PUT"));
        QCOMPARE(request.path, QStringLiteral("playlists/p/tracks"));
        QCOMPARE(body(request), object(R"({"uris":["spotify:track:a"]})"));
        QCOMPARE(body(requests::replaceItems(Dialect::Items, QStringLiteral("p"), {})), object(R"({"uris":[]})"));
        QCOMPARE(request.writeKey, requests::addItems(Dialect::Tracks, QStringLiteral("p"), {}, 0).writeKey);
    }

    void additions()
    {
        const QStringList uris{QStringLiteral("spotify:track:a"), QStringLiteral("spotify:episode:b")};
        QCOMPARE(body(requests::addItems(Dialect::Tracks, QStringLiteral("p"), uris, 0)),
                 object(R"({"uris":["spotify:track:a","spotify:episode:b"],"position":0})"));
        QVERIFY(!body(requests::addItems(Dialect::Tracks, QStringLiteral("p"), uris, -1))
                     .contains(QLatin1String("position")));
    }

    void removals()
    {
        const QList<RemoveTarget> targets{{QStringLiteral("spotify:track:a"), {3, 7}}};
        QCOMPARE(body(requests::removeItems(Dialect::Tracks, QStringLiteral("p"), targets, QStringLiteral("s"))),
                 object(R"({"tracks":[{"uri":"spotify:track:a","positions":[3,7]}],"snapshot_id":"s"})"));
        QCOMPARE(body(requests::removeItems(Dialect::Items, QStringLiteral("p"), targets, QStringLiteral("s"))),
                 object(R"({"items":[{"uri":"spotify:track:a"}]})"));
        QCOMPARE(body(requests::removeItems(Dialect::Tracks, QStringLiteral("p"), {{QStringLiteral("u"), {}}},
                                            QStringLiteral("s"))),
                 object(R"({"tracks":[{"uri":"u"}]})"));
    }

    void details()
    {
        const auto change = [](const PlaylistDetails &details) {
            return body(requests::changeDetails(QStringLiteral("p"), details));
        };
        QCOMPARE(change({.name = QStringLiteral("N"), .description = QStringLiteral("R&B <3")}),
                 object(R"({"name":"N","description":"R&B <3"})"));
        QCOMPARE(change({.onProfile = true}), object(R"({"public":true})"));
        QCOMPARE(change({.collaborative = true}), object(R"({"collaborative":true,"public":false})"));
        QCOMPARE(change({.collaborative = false}), object(R"({"collaborative":false})"));
        QCOMPARE(change({.onProfile = true, .collaborative = false}),
                 object(R"({"collaborative":false,"public":true})"));
        QCOMPARE(change({.description = QString()}), object(R"({"description":""})"));
    }

    void creation()
    {
        const PlaylistDetails details{.name = QStringLiteral("N"), .description = QString()};
        const ApiRequest items = requests::createPlaylist(Dialect::Items, QStringLiteral("a b/c"), details);
        QCOMPARE(items.path, QStringLiteral("me/playlists"));
        QCOMPARE(items.method, QByteArray("POST"));
        QCOMPARE(body(items), object(R"({"name":"N"})"));
        QCOMPARE(requests::createPlaylist(Dialect::Tracks, QStringLiteral("a b/c"), details).path,
                 QStringLiteral("users/a%20b%2Fc/playlists"));
    }

    void following()
    {
        const ApiRequest follow = requests::followPlaylist(Dialect::Items, QStringLiteral("p"));
        QCOMPARE(follow.path, QStringLiteral("me/library"));
        QCOMPARE(follow.query.queryItemValue(QStringLiteral("uris")), QStringLiteral("spotify:playlist:p"));
        QVERIFY(follow.body.isEmpty());
        const ApiRequest old = requests::followPlaylist(Dialect::Tracks, QStringLiteral("p"));
        QCOMPARE(old.path, QStringLiteral("playlists/p/followers"));
        QCOMPARE(body(old), object(R"({"public":false})"));
        QCOMPARE(requests::unfollowPlaylist(Dialect::Items, QStringLiteral("p")).method, QByteArray("DELETE"));
        QCOMPARE(requests::unfollowPlaylist(Dialect::Tracks, QStringLiteral("p")).path,
                 QStringLiteral("playlists/p/followers"));
    }

    void writesToOnePlaylistShareAKey()
    {
        const QString id = QStringLiteral("p");
        QCOMPARE(requests::reorder(Dialect::Items, id, {}).writeKey,
                 requests::addItems(Dialect::Tracks, id, {}, 0).writeKey);
        QCOMPARE(requests::changeDetails(id, {}).writeKey, requests::unfollowPlaylist(Dialect::Items, id).writeKey);
        // A slow upload must not hold up edits.
        QVERIFY(requests::uploadCover(id, {}, {}).writeKey != requests::changeDetails(id, {}).writeKey);
    }

    void upload()
    {
        const ApiRequest request = requests::uploadCover(QStringLiteral("p"), "QUJD", {});
        QCOMPARE(request.path, QStringLiteral("playlists/p/images"));
        QCOMPARE(request.contentType, QByteArray("image/jpeg"));
        QCOMPARE(request.body, QByteArray("QUJD"));
        QCOMPARE(request.lane, Lane::Cover);
        QVERIFY(!request.answersJson);
    }

    void checksFindWhatIsWrong()
    {
        QVERIFY(!checks::playlistId(QStringLiteral("3cEYpjA9oz9GiPac4AsH4n")));
        for (const QString &id :
             {QString(), QStringLiteral("a/b"), QStringLiteral(".."), QStringLiteral("a?b"), QStringLiteral("ä")})
            QVERIFY(checks::playlistId(id));
        QVERIFY(!checks::page(0, 50, 50));
        QVERIFY(checks::page(-1, 50, 50) && checks::page(0, 0, 50) && checks::page(0, 51, 50));
        QVERIFY(!checks::details({.name = QString(100, u'x'), .description = QString(300, u'x')}, true));
        QVERIFY(checks::details({}, true));
        QVERIFY(!checks::details({}, false));
        QVERIFY(checks::details({.name = QStringLiteral("  ")}, false));
        QVERIFY(checks::details({.name = QString(101, u'x')}, false));
        QVERIFY(checks::details({.name = QStringLiteral("a\nb")}, false));
        QVERIFY(checks::details({.description = QString(301, u'x')}, false));
        QVERIFY(checks::details({.description = QStringLiteral("a\rb")}, false));
        QVERIFY(checks::details({.onProfile = true, .collaborative = true}, false));
        QVERIFY(!checks::move({.rangeStart = 2, .rangeLength = 2, .insertBefore = 0}));
        QVERIFY(checks::move({.rangeStart = 2, .rangeLength = 2, .insertBefore = 3}));
        QVERIFY(checks::move({.rangeStart = -1, .rangeLength = 2, .insertBefore = 3}));
        QVERIFY(checks::move({.rangeStart = 0, .rangeLength = 0, .insertBefore = 3}));
        QVERIFY(!checks::additions({QStringLiteral("spotify:track:a")}, -1));
        QVERIFY(checks::additions({}, 0));
        QVERIFY(checks::additions(QStringList(101, QStringLiteral("u")), 0));
        QCOMPARE(checks::additions({QStringLiteral("spotify:local:a:b:c:1")}, 0)->kind, ErrorKind::InvalidInput);
        QVERIFY(!checks::removals({{QStringLiteral("u"), {}}}, {}));
        QVERIFY(checks::removals({{QStringLiteral("u"), {1}}}, {}));
        QVERIFY(checks::removals({{QString(), {}}}, {}));
        QVERIFY(checks::removals(QList<RemoveTarget>(101, {QStringLiteral("u"), {}}), {}));
    }

    void coverCountsItsBase64()
    {
        const QByteArray head("\xff\xd8\xff\xe0", 4);
        const auto fits = static_cast<int>(maxCoverBase64Bytes / 4 * 3);
        QVERIFY(!checks::cover(head + QByteArray(fits - 4, 'x')));
        QCOMPARE(QByteArray(head + QByteArray(fits - 4, 'x')).toBase64().size(), maxCoverBase64Bytes);
        QCOMPARE(checks::cover(head + QByteArray(fits - 3, 'x'))->kind, ErrorKind::TooLarge);
        QCOMPARE(checks::cover("\x89PNG")->kind, ErrorKind::InvalidInput);
        QCOMPARE(checks::cover({})->kind, ErrorKind::InvalidInput);
    }
};

SEGUE_TEST(TestRequests)
#include "tst_Requests.moc"
