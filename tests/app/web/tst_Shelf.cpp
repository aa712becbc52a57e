// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/shelf/ParseShelf.h"
#include "app/web/shelf/ShelfRequests.h"
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
class TestShelf : public QObject
{
    Q_OBJECT

    TextPool m_pool;

    static QStringList two(const char *kind)
    {
        const QString prefix = QStringLiteral("spotify:%1:").arg(QLatin1String(kind));
        return {prefix + QStringLiteral("a"), prefix + QStringLiteral("b")};
    }
    static QString queryOf(const ApiRequest &request) { return request.query.toString(QUrl::FullyEncoded); }

private Q_SLOTS:
    void oldRoutes_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("type");
        QTest::newRow("tracks") << QByteArray("track") << QStringLiteral("me/tracks") << QString();
        QTest::newRow("episodes") << QByteArray("episode") << QStringLiteral("me/episodes") << QString();
        QTest::newRow("albums") << QByteArray("album") << QStringLiteral("me/albums") << QString();
        QTest::newRow("shows") << QByteArray("show") << QStringLiteral("me/shows") << QString();
        QTest::newRow("artists") << QByteArray("artist") << QStringLiteral("me/following")
                                 << QStringLiteral("type=artist");
        QTest::newRow("users") << QByteArray("user") << QStringLiteral("me/following") << QStringLiteral("type=user");
    }
    void oldRoutes()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QString, path);
        QFETCH(QString, type);
        const QStringList uris = two(kind.constData());
        const auto route = shelfRouteOf(uris, 2);
        QVERIFY(route);
        for (const auto &[request, method] :
             {std::pair(requests::save(Dialect::Tracks, *route, uris), "PUT"),
              std::pair(requests::removeSaved(Dialect::Tracks, *route, uris), "DELETE")}) {
            QCOMPARE(request.method, QByteArray(method));
            QCOMPARE(request.path, path);
            QCOMPARE(queryOf(request), type);
            QCOMPARE(request.body, QByteArray(R"({"ids":["a","b"]})"));
            QCOMPARE(request.contentType, QByteArray("application/json"));
            QVERIFY(!request.answersJson);
        }
        const ApiRequest contains = requests::containsSaved(Dialect::Tracks, *route, uris);
        QVERIFY(!contains.isWrite());
        QCOMPARE(contains.path, path + QStringLiteral("/contains"));
        QCOMPARE(queryOf(contains), (type.isEmpty() ? QString() : type + u'&') + QStringLiteral("ids=a,b"));
        QCOMPARE(route->subject, type.isEmpty() ? Subject::Saved : Subject::Following);
    }

    void newRoutes()
    {
        for (const char *kind : {"track", "episode", "album", "show", "artist", "user"}) {
            const QStringList uris = two(kind);
            const auto route = shelfRouteOf(uris, 2);
            const QString query = QStringLiteral("uris=") + uris.join(u',');
            const ApiRequest save = requests::save(Dialect::Items, *route, uris);
            QCOMPARE(save.method + ' ' + save.path.toLatin1(), QByteArray("PUT me/library"));
            QCOMPARE(queryOf(save), query);
            QVERIFY(save.body.isEmpty());
            const ApiRequest remove = requests::removeSaved(Dialect::Items, *route, uris);
            QCOMPARE(remove.method + ' ' + remove.path.toLatin1(), QByteArray("DELETE me/library"));
            QCOMPARE(queryOf(remove), query);
            QCOMPARE(remove.writeKey, save.writeKey); // in their order
            const ApiRequest contains = requests::containsSaved(Dialect::Items, *route, uris);
            QCOMPARE(contains.method + ' ' + contains.path.toLatin1(), QByteArray("GET me/library/contains"));
            QCOMPARE(queryOf(contains), query);
        }
    }

    void oddNamesOfUsersAreEncoded()
    {
        const QStringList uris{QStringLiteral("spotify:user:a,b+\u00e9")};
        const auto route = shelfRouteOf(uris, 1);
        QVERIFY(route);
        QCOMPARE(queryOf(requests::save(Dialect::Items, *route, uris)),
                 QStringLiteral("uris=spotify:user:a%2Cb%2B%C3%A9"));
        QCOMPARE(queryOf(requests::containsSaved(Dialect::Tracks, *route, uris)),
                 QStringLiteral("type=user&ids=a%2Cb%2B%C3%A9"));
        QCOMPARE(json(requests::save(Dialect::Tracks, *route, uris).body)[QLatin1String("ids")][0].toString(),
                 QStringLiteral("a,b+\u00e9"));
    }

    void whatCannotBeSaved()
    {
        const QString track = QStringLiteral("spotify:track:a");
        for (const QStringList &uris :
             {QStringList{}, QStringList{track, track, track}, QStringList{track, QStringLiteral("spotify:album:a")},
              QStringList{QStringLiteral("spotify:playlist:a")}, QStringList{QStringLiteral("spotify:local:a:b:c:1")},
              QStringList{QStringLiteral("spotify:track:")}, QStringList{QStringLiteral("spotify:track:a,b")},
              QStringList{QString()}}) {
            const auto route = shelfRouteOf(uris, 2);
            QVERIFY2(!route, qPrintable(uris.join(u' ')));
            QCOMPARE(route.error().kind, ErrorKind::InvalidInput);
        }
    }

    void howManyAtOnce()
    {
        QCOMPARE(Clients(Dialect::Items).shelf.urisPerCall(), 40);
        QCOMPARE(Clients(Dialect::Tracks).shelf.urisPerCall(), 20);
        QCOMPARE(Clients(std::nullopt).shelf.urisPerCall(), 20);

        Clients clients(Dialect::Items);
        QStringList uris;
        for (int i = 0; i < 41; ++i)
            uris.append(QStringLiteral("spotify:track:%1").arg(i));
        Outcome<Nothing> tooMany;
        clients.shelf.save(uris, &clients.http.context, tooMany.taker());
        QVERIFY(tooMany.failed());
        QCOMPARE(tooMany.error().kind, ErrorKind::InvalidInput);
        QVERIFY(clients.http.server.requests().isEmpty());
    }

    void theOldRouteIsTriedAfterTheNewOne()
    {
        Clients clients(std::nullopt);
        clients.http.server.setHandler(
            [](const HttpRequest &request) { return request.path() == "/v1/me/library" ? refusal() : HttpAnswer{}; });
        Outcome<Nothing> saved;
        clients.shelf.save(two("track"), &clients.http.context, saved.taker());
        QVERIFY(saved.ok());
        QCOMPARE(clients.http.asked(), QList<QByteArray>({"PUT /v1/me/library", "PUT /v1/me/tracks"}));
        QCOMPARE(clients.http.caller->dialect(), std::optional(Dialect::Tracks));
        Outcome<Nothing> removed;
        clients.shelf.remove(two("album"), &clients.http.context, removed.taker());
        QVERIFY(removed.ok());
        QCOMPARE(clients.http.asked().last(), QByteArray("DELETE /v1/me/albums"));
    }

    void pages()
    {
        Clients clients(Dialect::Items);
        clients.http.server.setHandler(
            [](const HttpRequest &) { return HttpAnswer{.body = R"({"total":0,"items":[]})"}; });
        Outcome<Page<SavedMedium>> tracks;
        Outcome<Page<SavedMedium>> episodes;
        Outcome<Page<Album>> albums;
        Outcome<Page<Show>> shows;
        Outcome<Page<SavedMedium>> wrong;
        clients.shelf.savedTracks(100, &clients.http.context, tracks.taker());
        clients.shelf.savedEpisodes(0, &clients.http.context, episodes.taker());
        clients.shelf.savedAlbums(0, &clients.http.context, albums.taker());
        clients.shelf.savedShows(0, &clients.http.context, shows.taker());
        clients.shelf.savedTracks(-1, &clients.http.context, wrong.taker());
        QVERIFY(tracks.ok() && episodes.ok() && albums.ok() && shows.ok() && wrong.failed());
        QCOMPARE(clients.http.asked(), QList<QByteArray>({"GET /v1/me/tracks", "GET /v1/me/episodes",
                                                          "GET /v1/me/albums", "GET /v1/me/shows"}));
        QVERIFY(clients.http.server.requests().first().target.endsWith("?offset=100&limit=50"));
    }

    void savedThings()
    {
        const auto tracks = parseSavedTracks(
            json(
                R"({"total":5,"next":"x","items":[{"added_at":"2020-01-02T03:04:05Z","track":{"uri":"spotify:track:new",
            "linked_from":{"uri":"spotify:track:old"}}},{"added_at":null,"track":{"uri":"spotify:track:2"}},
            {"added_at":"2020-01-02T03:04:05Z","track":null},null]})"),
            0, m_pool);
        QVERIFY(tracks);
        QCOMPARE(tracks->items.size(), 2);
        QCOMPARE(tracks->holes, 2);
        QCOMPARE(tracks->nextOffset(), 4);
        QCOMPARE(tracks->items.first().medium->uri, QStringLiteral("spotify:track:old")); // what was saved
        QCOMPARE(tracks->items.first().savedAt.toString(Qt::ISODate), QStringLiteral("2020-01-02T03:04:05Z"));
        QVERIFY(!tracks->items.last().savedAt.isValid());

        const auto episodes =
            parseSavedEpisodes(json(R"({"total":1,"items":[{"episode":{"uri":"spotify:episode:1"}}]})"), 0, m_pool);
        QCOMPARE(episodes->items.first().medium->kind, MediumKind::Episode);
        const auto albums = parseSavedAlbums(
            json(R"({"total":1,"items":[{"album":{"uri":"spotify:album:1","name":"A"}},{"show":{}}]})"), 0, m_pool);
        QCOMPARE(albums->items.first().title, QStringLiteral("A"));
        QCOMPARE(albums->holes, 1);
        const auto shows =
            parseSavedShows(json(R"({"total":1,"items":[{"show":{"uri":"spotify:show:1","name":"S"}}]})"), 0);
        QCOMPARE(shows->items.first().title, QStringLiteral("S"));
    }

    void followedArtistsGoByCursor()
    {
        Clients clients(Dialect::Tracks);
        clients.http.server.setHandler([](const HttpRequest &request) {
            const bool second = request.query().queryItemValue(QStringLiteral("after")) == QStringLiteral("c1");
            return HttpAnswer{.body =
                                  second ? R"({"artists":{"items":[{"uri":"spotify:artist:2"}],"cursors":{"after":null},
                                              "next":null,"total":2}})"
                                         : R"({"artists":{"items":[{"uri":"spotify:artist:1"},null],
                                              "cursors":{"after":"c1"},"next":"x","total":2}})"};
        });
        Outcome<Page<Artist>> first;
        clients.shelf.followedArtists({}, &clients.http.context, first.taker());
        QVERIFY(first.ok());
        QVERIFY(first.value().more);
        QCOMPARE(first.value().after, QStringLiteral("c1"));
        QCOMPARE(first.value().holes, 1);
        Outcome<Page<Artist>> second;
        clients.shelf.followedArtists(first.value().after, &clients.http.context, second.taker());
        QVERIFY(second.ok());
        QVERIFY(!second.value().more);
        QCOMPARE(second.value().items.first().uri, QStringLiteral("spotify:artist:2"));
        QCOMPARE(clients.http.server.requests().first().target, QByteArray("/v1/me/following?type=artist&limit=50"));
    }

    void answersKeepTheirOrder()
    {
        Clients clients(Dialect::Items);
        clients.http.server.setHandler([](const HttpRequest &) { return HttpAnswer{.body = "[true,false]"}; });
        Outcome<QList<bool>> contained;
        clients.shelf.contains(two("album"), &clients.http.context, contained.taker());
        QVERIFY(contained.ok());
        QCOMPARE(contained.value(), QList<bool>({true, false}));
    }

    void aMissingPermissionIsNamed()
    {
        Clients clients(Dialect::Items);
        clients.http.server.setHandler([](const HttpRequest &) { return refusal(403, "Insufficient client scope"); });
        Outcome<Nothing> save;
        clients.shelf.save(two("track"), &clients.http.context, save.taker());
        QVERIFY(save.failed());
        QVERIFY(save.error().userText.contains(QStringLiteral("saved")));
        Outcome<Nothing> follow;
        clients.shelf.save(two("artist"), &clients.http.context, follow.taker());
        QVERIFY(follow.failed());
        QVERIFY(follow.error().userText.contains(QStringLiteral("follow")));
    }
};

SEGUE_TEST(TestShelf)
#include "tst_Shelf.moc"
