// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/StandIn.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

HttpAnswer playlistNamed(const QByteArray &name, const QByteArray &cacheControl = "private, max-age=0")
{
    return {.body = R"({"id":"37i9dQZF1DXcBWIGoYBM5M","name":")" + name +
                    R"(","snapshot_id":"s","owner":{"id":"me"},"items":{"total":1}})",
            .headers = {{"ETag", '"' + name + '"'}, {"Cache-Control", cacheControl}}};
}

/// What an origin does that knows its tags.
HttpAnswer conditional(const HttpRequest &request, const HttpAnswer &answer)
{
    if (request.headers.value("if-none-match") != answer.headers.first().second)
        return answer;
    return {.status = 304, .body = {}, .headers = answer.headers};
}

const QString id = QStringLiteral("37i9dQZF1DXcBWIGoYBM5M");

} // namespace

/// Reads that ask whether an earlier answer is still the one.
class TestConditionalReads : public QObject
{
    Q_OBJECT

    static Outcome<Playlist> read(Client &client)
    {
        Outcome<Playlist> outcome;
        (void)client.api->playlist(id, &client.context, outcome.taker());
        return outcome;
    }

private Q_SLOTS:
    void unchangedIsTheEarlierAnswer()
    {
        QByteArray name = "first";
        Client client([&](const HttpRequest &request) { return conditional(request, playlistNamed(name)); });
        const auto first = read(client);
        QVERIFY(first.ok());
        const auto second = read(client);
        QVERIFY(second.ok());
        QCOMPARE(second.value(), first.value());
        QCOMPARE(client.server.requests().at(0).headers.value("if-none-match"), "");
        QCOMPARE(client.server.requests().at(1).headers.value("if-none-match"), "\"first\"");
        // And what has changed is seen at once.
        name = "second";
        const auto third = read(client);
        QVERIFY(third.ok());
        QCOMPARE(third.value().name, QStringLiteral("second"));
        QVERIFY(read(client).ok());
        QCOMPARE(client.server.requests().last().headers.value("if-none-match"), "\"second\"");
    }

    void aPlaylistIsAskedForHoweverLongItMayBeKept()
    {
        QByteArray name = "first";
        Client client(
            [&](const HttpRequest &request) { return conditional(request, playlistNamed(name, "max-age=3600")); });
        QVERIFY(read(client).ok());
        name = "changed elsewhere";
        const auto second = read(client);
        QVERIFY(second.ok());
        QCOMPARE(second.value().name, QStringLiteral("changed elsewhere"));
    }

    void theCatalogueIsNotAskedAgainWhileItsAnswerLasts()
    {
        std::chrono::milliseconds now{1};
        Client client([](const HttpRequest &) {
            return HttpAnswer{.body = R"({"id":"11dFghVXANMlKmJXsNCbNl","uri":"spotify:track:11dFghVXANMlKmJXsNCbNl",)"
                                      R"("name":"Cut to the Feeling","type":"track","artists":[]})",
                              .headers = {{"Cache-Control", "public, max-age=60"}}};
        });
        client.options.scheduler.clock = [&now] { return now; };
        client.restart();
        const auto media = [&client] {
            Outcome<QList<MediumPtr>> outcome;
            (void)client.api->media({QStringLiteral("spotify:track:11dFghVXANMlKmJXsNCbNl")}, Priority::Normal,
                                    &client.context, outcome.taker());
            return outcome;
        };
        QVERIFY(media().ok());
        const auto again = media();
        QCOMPARE(again.count(), 0); // through the event loop, too
        QVERIFY(again.ok());
        QCOMPARE(again.value().constFirst()->title, QStringLiteral("Cut to the Feeling"));
        QCOMPARE(client.asked().size(), 1);
        now += std::chrono::seconds(61);
        QVERIFY(media().ok());
        QCOMPARE(client.asked().size(), 2);
    }

    void anAnswerThatIsKeptIsGivenUpLikeAnyOther()
    {
        Client client([](const HttpRequest &) {
            return HttpAnswer{.body = R"({"tracks":{"total":0,"items":[]}})",
                              .headers = {{"Cache-Control", "public, max-age=60"}}};
        });
        const SearchCall search{.query = QStringLiteral("a"), .offset = 0, .most = 5, .market = {}};
        Outcome<TrackSearchPage> first;
        (void)client.api->searchTracks(search, Priority::Normal, &client.context, first.taker());
        QVERIFY(first.ok());
        Outcome<TrackSearchPage> second;
        Call call = client.api->searchTracks(search, Priority::Normal, &client.context, second.taker());
        call.cancel();
        QCoreApplication::processEvents();
        QCOMPARE(second.count(), 0);
        QCOMPARE(client.asked().size(), 1);
    }

    void notModifiedWithoutHavingAskedIsNoAnswer()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.status = 304}; });
        const auto outcome = read(client);
        QVERIFY(outcome.failed());
        QCOMPARE(outcome.error().kind, ErrorKind::BadAnswer);
    }

    void anotherAccountKnowsNothingOfIt()
    {
        Client client([](const HttpRequest &request) { return conditional(request, playlistNamed("first")); });
        QVERIFY(read(client).ok());
        client.restart(); // as the program does for another account
        QVERIFY(read(client).ok());
        QCOMPARE(client.server.requests().last().headers.value("if-none-match"), "");
    }

    void readsOfTheStandInAreConditional()
    {
        demo::StandIn standIn;
        QString error;
        QVERIFY2(standIn.start(&error), qPrintable(error));
        const QString token = standIn
                                  .control("POST", QStringLiteral("/tokens"),
                                           {{QStringLiteral("action"), QStringLiteral("issue")},
                                            {QStringLiteral("scope"), QStringLiteral("playlist-read-private")}})
                                  .value(QLatin1String("access_token"))
                                  .toString();
        const QString playlist = standIn.control("GET", QStringLiteral("/playlists"))
                                     .value(QLatin1String("list"))
                                     .toArray()
                                     .at(0)[QLatin1String("id")]
                                     .toString();
        QVERIFY(!token.isEmpty() && !playlist.isEmpty());
        struct Token : FakeTokens {
            QByteArray value;
            void requestToken(QObject *context, Done<auth::AccessToken> done) override
            {
                QTimer::singleShot(0, context, [this, done = std::move(done)] { done(auth::AccessToken{value, {}}); });
            }
        } tokens;
        tokens.value = token.toLatin1();
        QNetworkAccessManager network;
        DialectMemoryInRam memory;
        Caller caller(standIn.apiUrl(), tokens, network, memory, {.clientId = QStringLiteral("c")});
        ApiClient api(caller);
        QObject context;
        const auto page = [&] {
            Outcome<EntryPage> outcome;
            (void)api.entries(playlist, 0, 50, Priority::Normal, &context, outcome.taker());
            return outcome;
        };
        const auto first = page();
        QVERIFY(first.ok());
        const auto second = page();
        QVERIFY(second.ok());
        QCOMPARE(second.value().total, first.value().total);
        QCOMPARE(second.value().entries.size(), first.value().entries.size());
        const QJsonArray log =
            standIn.control("GET", QStringLiteral("/log?path=/items$")).value(QLatin1String("list")).toArray();
        QCOMPARE(log.last()[QLatin1String("status")].toInt(), 304);
    }
};

SEGUE_TEST(TestConditionalReads)
#include "tst_ConditionalReads.moc"
