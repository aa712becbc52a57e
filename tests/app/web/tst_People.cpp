// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/people/ParsePeople.h"
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
class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes()
    {
        Clients clients(Dialect::Tracks);
        clients.http.server.setHandler([](const HttpRequest &) {
            return HttpAnswer{.body = R"({"id":"u","total":0,"items":[],"playlists":{"total":0,"items":[]},
                                          "categories":{"total":0,"items":[]}})"};
        });
        QObject *context = &clients.http.context;
        const QString odd = QStringLiteral("a/b?c+\u00e9");
        Outcome<UserProfile> profile;
        clients.people.profile(odd, context, profile.taker());
        QVERIFY(profile.ok());
        Outcome<Page<Playlist>> playlists;
        clients.people.playlistsOf(odd, 50, context, playlists.taker());
        QVERIFY(playlists.ok());
        Outcome<FeaturedPlaylists> featured;
        clients.people.featured(0, context, featured.taker());
        QVERIFY(featured.ok());
        Outcome<Page<Category>> categories;
        clients.people.categories(0, context, categories.taker());
        QVERIFY(categories.ok());
        Outcome<Page<Playlist>> ofCategory;
        clients.people.playlistsOfCategory(QStringLiteral("0JQ5"), 0, context, ofCategory.taker());
        QVERIFY(ofCategory.ok());
        QList<QByteArray> targets;
        for (const HttpRequest &request : clients.http.server.requests())
            targets.append(request.target);
        QCOMPARE(targets,
                 QList<QByteArray>(
                     {"/v1/users/a%2Fb%3Fc%2B%C3%A9", "/v1/users/a%2Fb%3Fc%2B%C3%A9/playlists?offset=50&limit=50",
                      "/v1/browse/featured-playlists?offset=0&limit=50", "/v1/browse/categories?offset=0&limit=50",
                      "/v1/browse/categories/0JQ5/playlists?offset=0&limit=50"}));
    }

    void wrongCallsAreNotSent()
    {
        Clients clients(Dialect::Tracks);
        for (const char *id : {"", ".", ".."}) {
            Outcome<UserProfile> profile;
            clients.people.profile(QString::fromLatin1(id), &clients.http.context, profile.taker());
            QVERIFY(profile.failed());
            QCOMPARE(profile.error().kind, ErrorKind::InvalidInput);
        }
        Outcome<Page<Playlist>> category;
        clients.people.playlistsOfCategory(QStringLiteral("a/b"), 0, &clients.http.context, category.taker());
        QVERIFY(category.failed());
        Outcome<FeaturedPlaylists> featured;
        clients.people.featured(-1, &clients.http.context, featured.taker());
        QVERIFY(featured.failed());
        QVERIFY(clients.http.server.requests().isEmpty());
    }

    void aClosedRouteIsNotDeleted()
    {
        Clients clients(Dialect::Tracks);
        clients.http.server.setHandler([](const HttpRequest &) { return refusal(404, "Not found."); });
        Outcome<FeaturedPlaylists> featured;
        clients.people.featured(0, &clients.http.context, featured.taker());
        QVERIFY(featured.failed());
        QCOMPARE(featured.error().kind, ErrorKind::NotAllowed);
        QVERIFY(featured.error().userText.contains(QStringLiteral("client ID")));
        Outcome<UserProfile> profile; // but a user may be gone
        clients.people.profile(QStringLiteral("u"), &clients.http.context, profile.taker());
        QVERIFY(profile.failed());
        QCOMPARE(profile.error().kind, ErrorKind::NotFound);
    }

    void featuredPlaylists()
    {
        const auto featured = parseFeatured(json(R"({"message":"Good evening","playlists":{"total":3,"next":"x",
            "items":[{"id":"p","name":"P","tracks":{"total":5}},null,{"name":"nameless"}]}})"),
                                            0);
        QVERIFY(featured);
        QCOMPARE(featured->message, QStringLiteral("Good evening"));
        QCOMPARE(featured->playlists.items.size(), 1);
        QCOMPARE(featured->playlists.items.first().itemCount, 5);
        QCOMPARE(featured->playlists.holes, 2);
        QVERIFY(featured->playlists.more);
        QVERIFY(parseFeatured(json(R"({"message":null,"playlists":{"total":0,"items":[]}})"), 0)->message.isEmpty());
        QVERIFY(!parseFeatured(json(R"({"message":"x"})"), 0));
    }

    void categories()
    {
        const auto page = parseCategories(json(R"({"categories":{"total":9,"offset":5,"items":[
            {"id":"c","name":"C","icons":[{"url":"https:\/\/a\/1","width":null}]},{"id":"d","name":null},{"name":"e"}]}})"),
                                          5);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->items.first().name, QStringLiteral("C"));
        QCOMPARE(page->items.first().icons.size(), 1);
        QCOMPARE(page->items.last().name, QStringLiteral("d"));
        QCOMPARE(page->holes, 1);
        QCOMPARE(page->nextOffset(), 8);
    }
};

SEGUE_TEST(TestPeople)
#include "tst_People.moc"
