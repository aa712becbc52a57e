// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/SearchQuery.h"
#include "app/web/catalogue/CatalogueRequests.h"
#include "app/web/catalogue/ParseCatalogue.h"
#include "tests/app/web/Endpoints.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

const QString id = QStringLiteral("id1");

QByteArray values(const HttpRequest &request)
{
    QByteArray text;
    for (const auto &[key, value] : request.query().queryItems(QUrl::FullyDecoded))
        text += key.toUtf8() + '=' + value.toUtf8() + ' ';
    return text.trimmed();
}

} // namespace

/// What is asked for, and what becomes of the answers; see TestEndpointTable for what goes wrong.
class TestCatalogue : public QObject
{
    Q_OBJECT

    TextPool m_pool;

    template <typename T, typename Make>
    static HttpRequest lastOf(Clients &clients, const QByteArray &body, Make make)
    {
        clients.http.server.setHandler([body](const HttpRequest &) { return HttpAnswer{.body = body}; });
        Outcome<T> outcome;
        make(outcome);
        if (!outcome.ok())
            qFatal("%s", qPrintable(outcome.error().detail));
        return clients.http.server.requests().last();
    }

private Q_SLOTS:
    void routes()
    {
        Clients clients(Dialect::Tracks);
        Catalogue &catalogue = clients.catalogue;
        QObject *context = &clients.http.context;
        const QByteArray empty = R"({"total":0,"items":[]})";
        const QByteArray one = R"({"uri":"spotify:x:1"})";

        HttpRequest sent = lastOf<Album>(clients, one, [&](auto &done) { catalogue.album(id, context, done.taker()); });
        QCOMPARE(sent.path(), QByteArray("/v1/albums/id1"));
        QCOMPARE(values(sent), QByteArray("market=SE"));
        sent = lastOf<Page<MediumPtr>>(clients, empty, [&](auto &done) {
            catalogue.albumTracks({.uri = QStringLiteral("spotify:album:al")}, 50, context, done.taker());
        });
        QCOMPARE(sent.path(), QByteArray("/v1/albums/al/tracks"));
        QCOMPARE(values(sent), QByteArray("offset=50 limit=50 market=SE"));
        sent = lastOf<Artist>(clients, one, [&](auto &done) { catalogue.artist(id, context, done.taker()); });
        QCOMPARE(sent.path(), QByteArray("/v1/artists/id1"));
        sent = lastOf<QList<MediumPtr>>(clients, R"({"tracks":[]})",
                                        [&](auto &done) { catalogue.artistTopTracks(id, context, done.taker()); });
        QCOMPARE(sent.path(), QByteArray("/v1/artists/id1/top-tracks"));
        sent = lastOf<Show>(clients, one, [&](auto &done) { catalogue.show(id, context, done.taker()); });
        QCOMPARE(sent.path(), QByteArray("/v1/shows/id1"));
        sent = lastOf<Page<MediumPtr>>(clients, empty, [&](auto &done) {
            catalogue.showEpisodes({.uri = QStringLiteral("spotify:show:sh")}, 0, context, done.taker());
        });
        QCOMPARE(sent.path(), QByteArray("/v1/shows/sh/episodes"));
        QCOMPARE(values(sent), QByteArray("offset=0 limit=50 market=SE"));
    }

    void pagesAreAsLargeAsTheDialectGives()
    {
        const QByteArray empty = R"({"total":0,"items":[]})";
        for (const auto &[dialect, limit] : {std::pair(std::optional(Dialect::Tracks), QByteArray("50")),
                                             std::pair(std::optional(Dialect::Items), QByteArray("10")),
                                             std::pair(std::optional<Dialect>(), QByteArray("10"))}) {
            Clients clients(dialect);
            HttpRequest sent = lastOf<Page<Album>>(clients, empty, [&](auto &done) {
                clients.catalogue.artistAlbums(id, 20, &clients.http.context, done.taker());
            });
            QCOMPARE(sent.path(), QByteArray("/v1/artists/id1/albums"));
            QCOMPARE(values(sent),
                     "offset=20 limit=" + limit + " include_groups=album,single,compilation,appears_on market=SE");
            sent =
                lastOf<SearchResults>(clients, R"({"albums":)" + empty + R"(,"shows":)" + empty + '}', [&](auto &done) {
                    clients.catalogue.search(QStringLiteral("a+b \u00e9"), SearchKind::Albums | SearchKind::Shows, 30,
                                             &clients.http.context, done.taker());
                });
            QCOMPARE(sent.path(), QByteArray("/v1/search"));
            QCOMPARE(values(sent), "q=a+b \u00e9 type=album,show limit=" + limit + " offset=30 market=SE");
            QVERIFY(sent.target.contains("q=a%2Bb%20%C3%A9&"));
        }
    }

    void aPageThatBecameTooLargeIsAskedForAgain()
    {
        Clients clients(Dialect::Tracks);
        clients.http.server.setHandler([](const HttpRequest &request) {
            const bool small = request.query().queryItemValue(QStringLiteral("limit")) == QStringLiteral("10");
            return small ? HttpAnswer{.body = R"({"total":0,"items":[]})"} : refusal(400, "Invalid limit");
        });
        Outcome<Page<Album>> albums;
        clients.catalogue.artistAlbums(id, 0, &clients.http.context, albums.taker());
        QVERIFY(albums.ok());
        QCOMPARE(clients.http.server.requests().size(), 2);
    }

    void kindsOfResults()
    {
        QCOMPARE(requests::searchTypes(SearchKind::Tracks), QStringLiteral("track"));
        QCOMPARE(requests::searchTypes(SearchKinds(SearchKind::Tracks) | SearchKind::Albums | SearchKind::Artists |
                                       SearchKind::Playlists | SearchKind::Shows | SearchKind::Episodes),
                 QStringLiteral("track,album,artist,playlist,show,episode"));
    }

    void wrongCallsAreNotSent()
    {
        Clients clients(Dialect::Tracks);
        Catalogue &catalogue = clients.catalogue;
        QObject *context = &clients.http.context;
        QList<Outcome<SearchResults>> searches(5);
        catalogue.search({}, SearchKind::Tracks, 0, context, searches[0].taker());
        catalogue.search(QStringLiteral("a"), {}, 0, context, searches[1].taker());
        catalogue.search(QStringLiteral("a"), SearchKind::Tracks, -1, context, searches[2].taker());
        catalogue.search(QStringLiteral("a"), SearchKind::Tracks, maxSearchOffset + 1, context, searches[3].taker());
        catalogue.search(QString(maxSearchQueryLength + 1, u'a'), SearchKind::Tracks, 0, context, searches[4].taker());
        for (const auto &search : searches) {
            QVERIFY(search.failed());
            QCOMPARE(search.error().kind, ErrorKind::InvalidInput);
        }
        QVERIFY(searches[4].error().userText.contains(QStringLiteral("too long")));
        Outcome<Album> album;
        catalogue.album(QStringLiteral("../me"), context, album.taker());
        QVERIFY(album.failed());
        Outcome<Page<MediumPtr>> tracks;
        catalogue.albumTracks({}, 0, context, tracks.taker());
        QVERIFY(tracks.failed());
        Outcome<Page<Album>> albums;
        catalogue.artistAlbums(id, -1, context, albums.taker());
        QVERIFY(albums.failed());
        QVERIFY(clients.http.server.requests().isEmpty());
    }

    void albums()
    {
        const auto album = parseAlbum(
            json(R"({"uri":"spotify:album:1","name":"A","album_type":"SINGLE","total_tracks":3,"release_date":"1999-12",
            "release_date_precision":"month","artists":[{"name":"B","uri":"spotify:artist:b"},null,{"uri":"x"}],
            "images":[{"url":"https:\/\/a\/2","width":64},{"url":"https:\/\/a\/1","width":640}]})")
                .object(),
            m_pool);
        QVERIFY(album);
        QCOMPARE(album->title, QStringLiteral("A"));
        QCOMPARE(album->type, QStringLiteral("single"));
        QCOMPARE(album->trackCount, 3);
        QCOMPARE(album->released.toString(), QStringLiteral("1999-12"));
        QCOMPARE(album->artists.size(), 1);
        QCOMPARE(album->artists.first().uri, QStringLiteral("spotify:artist:b"));
        QCOMPARE(album->images.first().width, 640);
        const auto bare = parseAlbum(json(R"({"id":"1","total_tracks":-4})").object(), m_pool);
        QCOMPARE(bare->uri, QStringLiteral("spotify:album:1"));
        QCOMPARE(bare->trackCount, -1);
        QVERIFY(!parseAlbum(json(R"({"name":"A"})").object(), m_pool));
    }

    void artistsAndShows()
    {
        const auto artist = parseArtist(json(R"({"id":"1","name":"A","images":null})").object());
        QCOMPARE(artist->uri, QStringLiteral("spotify:artist:1"));
        QCOMPARE(artist->name, QStringLiteral("A"));
        QVERIFY(!parseArtist(json(R"({"name":"A"})").object()));
        const auto show =
            parseShow(json(R"({"uri":"spotify:show:1","name":"S","publisher":"P","total_episodes":7})").object());
        QCOMPARE(show->title, QStringLiteral("S"));
        QCOMPARE(show->publisher, QStringLiteral("P"));
        QCOMPARE(show->episodeCount, 7);
        QVERIFY(!parseShow(json(R"({"type":"show"})").object()));
    }

    void tracksGetWhatTheirAlbumTells()
    {
        const Image large{QUrl(QStringLiteral("https://a/1")), 640, 640};
        const Image middle{QUrl(QStringLiteral("https://a/2")), 300, 300};
        const Image small{QUrl(QStringLiteral("https://a/3")), 64, 64};
        const Album album{.uri = QStringLiteral("spotify:album:1"),
                          .title = QStringLiteral("A"),
                          .released = ReleaseDate::from(QStringLiteral("1999"), {}),
                          .images = {large, middle, small}};
        const auto page = parseAlbumTracks(
            json(R"({"total":3,"items":[{"uri":"spotify:track:1","name":"S","track_number":2},{"name":"x"}]})"), album,
            0, m_pool);
        QVERIFY(page);
        QCOMPARE(page->holes, 1);
        const Medium &track = *page->items.first();
        QCOMPARE(track.title, QStringLiteral("S"));
        QCOMPARE(track.trackNumber, 2);
        QCOMPARE(track.album, QStringLiteral("A"));
        QCOMPARE(track.albumUri, QStringLiteral("spotify:album:1"));
        QCOMPARE(track.released.toString(), QStringLiteral("1999"));
        QCOMPARE(track.images, QList({middle, small}));
    }

    void episodesGetWhatTheirShowTells()
    {
        const Image small{QUrl(QStringLiteral("https://a/3")), 64, 64};
        const Show show{.uri = QStringLiteral("spotify:show:1"), .title = QStringLiteral("S"), .images = {small}};
        const auto page =
            parseShowEpisodes(json(R"({"total":2,"items":[{"uri":"spotify:episode:1","release_date":"2020-01-02"},
            {"uri":"spotify:episode:2","images":[{"url":"https:\/\/a\/own"}]}]})"),
                              show, 0, m_pool);
        QVERIFY(page);
        const Medium &episode = *page->items.first();
        QCOMPARE(episode.kind, MediumKind::Episode);
        QCOMPARE(episode.album, QStringLiteral("S"));
        QCOMPARE(episode.artists, QList({ArtistRef{QStringLiteral("S"), QStringLiteral("spotify:show:1")}}));
        QCOMPARE(episode.released.toString(), QStringLiteral("2020-01-02"));
        QCOMPARE(episode.images, show.images);
        QCOMPARE(page->items.last()->images.first().url.toString(), QStringLiteral("https://a/own"));
    }

    void resultsOfAllKinds()
    {
        const QByteArray answer = R"({"tracks":{"total":2000,"next":"x","items":[{"uri":"spotify:track:1"},null]},
            "albums":{"total":1,"items":[{"uri":"spotify:album:1"}]},"artists":{"total":0,"items":[]},
            "playlists":{"total":3,"items":[null,{"id":"p","name":"P"},{"name":"nameless"}]}})";
        const SearchKinds kinds(SearchKind::Tracks | SearchKind::Albums | SearchKind::Playlists);
        const auto found = parseSearch(json(answer), kinds, 0, m_pool);
        QVERIFY(found);
        QCOMPARE(found->tracks.items.size(), 1);
        QCOMPARE(found->tracks.holes, 1);
        QVERIFY(found->tracks.more);
        QCOMPARE(found->albums.items.first().uri, QStringLiteral("spotify:album:1"));
        QCOMPARE(found->playlists.items.first().name, QStringLiteral("P"));
        QCOMPARE(found->playlists.holes, 2);
        QCOMPARE(found->artists.total, -1); // not asked for
        QVERIFY(parseSearch(json(answer), SearchKind::Tracks, 998, m_pool)->tracks.more);
        QVERIFY(!parseSearch(json(answer), SearchKind::Tracks, 999, m_pool)->tracks.more); // out of reach
        const auto missing = parseSearch(json(answer), kinds | SearchKind::Shows, 0, m_pool);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::BadAnswer);
        QVERIFY(missing.error().detail.contains(QStringLiteral("shows")));
    }

    void topTracks()
    {
        const auto tracks = parseTopTracks(json(R"({"tracks":[{"uri":"spotify:track:1"},null,{}]})"), m_pool);
        QVERIFY(tracks);
        QCOMPARE(tracks->size(), 1);
        QVERIFY(!parseTopTracks(json(R"({"tracks":{}})"), m_pool));
    }
};

SEGUE_TEST(TestCatalogue)
#include "tst_Catalogue.moc"
