// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/catalogue/CatalogueClient.h"
#include "app/web/listening/ListeningClient.h"
#include "app/web/people/PeopleClient.h"
#include "app/web/shelf/ShelfClient.h"
#include "tests/app/web/StandInAccount.h"
#include "tests/support/TestMain.h"

#include <QSet>
#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;

namespace
{

const QString listeningScopes = QStringLiteral(" user-top-read user-read-recently-played user-read-playback-state "
                                               "user-modify-playback-state");
constexpr SearchKinds allKinds = SearchKinds(SearchKind::Tracks) | SearchKind::Albums | SearchKind::Artists |
                                 SearchKind::Playlists | SearchKind::Shows | SearchKind::Episodes;

/// Every family of calls over real HTTP to a stand-in.
struct Families {
    explicit Families(demo::Dialect dialect, const QString &scopes = allScopes + listeningScopes)
        : account(dialect, scopes), catalogue(*account.caller), shelf(*account.caller), listening(*account.caller),
          people(*account.caller)
    {
    }

    /// Something of each kind.
    SearchResults search()
    {
        Outcome<SearchResults> outcome;
        catalogue.search(QStringLiteral("a"), allKinds, 0, &account.context, outcome.taker());
        if (!outcome.ok())
            qFatal("%s", qPrintable(outcome.error().detail));
        const SearchResults &found = outcome.value();
        if (found.tracks.items.isEmpty() || found.albums.items.isEmpty() || found.artists.items.isEmpty() ||
            found.playlists.items.isEmpty() || found.shows.items.isEmpty() || found.episodes.items.isEmpty())
            qFatal("the stand-in does not find something of each kind");
        return found;
    }
    void set(const char *option, const QJsonValue &value)
    {
        account.standIn.control("PATCH", QStringLiteral("/options"), {{QString::fromLatin1(option), value}});
    }

    Account account;
    CatalogueClient catalogue;
    ShelfClient shelf;
    ListeningClient listening;
    PeopleClient people;
};

QString idOf(const QString &uri)
{
    return uri.section(u':', -1);
}

/// All pages of a list that is read by offset; `ask` takes the offset and a taker. Empty after a failure.
template <typename T, typename Ask>
QList<T> readAll(Ask ask, int *total = nullptr)
{
    QList<T> all;
    int offset = 0;
    for (bool more = true; more;) {
        Outcome<Page<T>> page;
        ask(offset, page.taker());
        if (!page.ok() || page.value().offset != offset)
            return {};
        all += page.value().items;
        more = page.value().more;
        offset = page.value().nextOffset();
        if (total)
            *total = page.value().total;
    }
    return all;
}

template <typename T, typename Ask>
QList<T> readByCursor(Ask ask, int *pages)
{
    QList<T> all;
    QString after;
    for (bool more = true; more; ++*pages) {
        Outcome<Page<T>> page;
        ask(after, page.taker());
        if (!page.ok())
            return {};
        all += page.value().items;
        more = page.value().more;
        after = page.value().after;
    }
    return all;
}

} // namespace

/// The calls for the catalogue, the shelf, listening and people, with a service that has something to tell.
class TestFamiliesFromStandIn : public QObject
{
    Q_OBJECT

    static demo::Dialect dialect()
    {
        QFETCH(demo::Dialect, dialect);
        return dialect;
    }
    static bool old() { return dialect() == demo::Dialect::Tracks; }

private Q_SLOTS:
    void fromASearchToTheTracks_data() { bothDialects(); }
    void fromASearchToTheTracks()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        families.set("nullResults", true);
        const SearchResults found = families.search();
        QVERIFY(found.playlists.holes > 0);
        QCOMPARE(found.tracks.items.first()->kind, MediumKind::Track);
        QCOMPARE(found.episodes.items.first()->kind, MediumKind::Episode);

        Outcome<Album> album;
        families.catalogue.album(idOf(found.albums.items.first().uri), context, album.taker());
        QVERIFY(album.ok());
        QCOMPARE(album.value().title, found.albums.items.first().title);
        QVERIFY(!album.value().artists.isEmpty() && !album.value().images.isEmpty());
        QVERIFY(album.value().released.isKnown());
        int total = 0;
        const auto tracks = readAll<MediumPtr>(
            [&](int offset, auto done) { families.catalogue.albumTracks(album.value(), offset, context, done); },
            &total);
        QVERIFY(!tracks.isEmpty());
        QCOMPARE(tracks.size(), total);
        QCOMPARE(album.value().trackCount, total);
        for (const MediumPtr &track : tracks) {
            QCOMPARE(track->album, album.value().title);
            QVERIFY(!track->title.isEmpty() && !track->artists.isEmpty() && track->trackNumber > 0);
        }
    }

    void artistsAndTheirAlbums_data() { bothDialects(); }
    void artistsAndTheirAlbums()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        const QString id = idOf(families.search().artists.items.first().uri);
        Outcome<Artist> artist;
        families.catalogue.artist(id, context, artist.taker());
        QVERIFY(artist.ok());
        QVERIFY(!artist.value().name.isEmpty());
        int total = 0;
        const auto albums = readAll<Album>(
            [&](int offset, auto done) { families.catalogue.artistAlbums(id, offset, context, done); }, &total);
        QVERIFY(!albums.isEmpty());
        QCOMPARE(albums.size(), total);
        QSet<QString> uris;
        for (const Album &album : albums)
            uris.insert(album.uri);
        QCOMPARE(uris.size(), albums.size());
        Outcome<QList<MediumPtr>> top;
        families.catalogue.artistTopTracks(id, context, top.taker());
        QVERIFY(top.wait());
        QCOMPARE(top.ok(), old());
        if (old())
            QVERIFY(!top.value().isEmpty() && top.value().size() <= 10);
        else
            QCOMPARE(top.error().kind, ErrorKind::NotAllowed);
    }

    void showsAndTheirEpisodes_data() { bothDialects(); }
    void showsAndTheirEpisodes()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        Outcome<Show> show;
        families.catalogue.show(idOf(families.search().shows.items.first().uri), context, show.taker());
        QVERIFY(show.ok());
        const auto episodes = readAll<MediumPtr>(
            [&](int offset, auto done) { families.catalogue.showEpisodes(show.value(), offset, context, done); });
        QVERIFY(!episodes.isEmpty());
        QCOMPARE(episodes.size(), show.value().episodeCount);
        for (const MediumPtr &episode : episodes) {
            QCOMPARE(episode->kind, MediumKind::Episode);
            QCOMPARE(episode->album, show.value().title);
        }
    }

    void whatIsNotThere_data() { bothDialects(); }
    void whatIsNotThere()
    {
        Families families(dialect());
        Outcome<Album> album;
        families.catalogue.album(QStringLiteral("0000000000000000000000"), &families.account.context, album.taker());
        QVERIFY(album.failed());
        QCOMPARE(album.error().kind, ErrorKind::NotFound);
    }

    void whatIsSaved_data() { bothDialects(); }
    void whatIsSaved()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        Shelf &shelf = families.shelf;
        int total = 0;
        const auto tracks =
            readAll<SavedMedium>([&](int offset, auto done) { shelf.savedTracks(offset, context, done); }, &total);
        QVERIFY(!tracks.isEmpty());
        QCOMPARE(tracks.size(), total);
        QVERIFY(tracks.first().savedAt.isValid());
        const auto episodes =
            readAll<SavedMedium>([&](int offset, auto done) { shelf.savedEpisodes(offset, context, done); });
        const auto albums = readAll<Album>([&](int offset, auto done) { shelf.savedAlbums(offset, context, done); });
        const auto shows = readAll<Show>([&](int offset, auto done) { shelf.savedShows(offset, context, done); });
        QVERIFY(!episodes.isEmpty() && !albums.isEmpty() && !shows.isEmpty());
        QCOMPARE(episodes.first().medium->kind, MediumKind::Episode);
    }

    void saveRemoveAndContains_data() { bothDialects(); }
    void saveRemoveAndContains()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        const SearchResults found = families.search();
        const QString user = QStringLiteral("spotify:user:") + found.playlists.items.first().ownerId;
        for (const QString &uri :
             {found.tracks.items.last()->uri, found.episodes.items.last()->uri, found.albums.items.last().uri,
              found.shows.items.last().uri, found.artists.items.last().uri, user}) {
            const auto contains = [&] {
                Outcome<QList<bool>> contained;
                families.shelf.contains({uri}, context, contained.taker());
                if (!contained.ok())
                    qWarning("%s: %s", qPrintable(uri), qPrintable(contained.error().detail));
                return contained.ok() && contained.value().constFirst();
            };
            Outcome<Nothing> saved;
            families.shelf.save({uri}, context, saved.taker());
            QVERIFY2(saved.ok(), qPrintable(uri));
            QVERIFY2(contains(), qPrintable(uri));
            Outcome<Nothing> removed;
            families.shelf.remove({uri}, context, removed.taker());
            QVERIFY2(removed.ok(), qPrintable(uri));
            QVERIFY2(!contains(), qPrintable(uri));
        }
        const Dialect expected = old() ? Dialect::Tracks : Dialect::Items;
        QCOMPARE(families.account.caller->dialect(), std::optional(expected)); // and learnt on the way
    }

    void asManyAsThereMayBe_data() { bothDialects(); }
    void asManyAsThereMayBe()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        const auto tracks =
            readAll<SavedMedium>([&](int offset, auto done) { families.shelf.savedTracks(offset, context, done); });
        const QStringList first{tracks.first().medium->uri};
        Outcome<QList<bool>> one;
        families.shelf.contains(first, context, one.taker());
        QVERIFY(one.ok()); // the dialect is known from here on
        QStringList uris;
        for (int i = 0; i < families.shelf.urisPerCall(); ++i)
            uris.append(tracks.at(i % tracks.size()).medium->uri);
        Outcome<QList<bool>> contained;
        families.shelf.contains(uris, context, contained.taker());
        QVERIFY(contained.ok());
        QCOMPARE(contained.value(), QList<bool>(uris.size(), true));
        QCOMPARE(uris.size(), old() ? 20 : 40);
    }

    void followedArtists_data() { bothDialects(); }
    void followedArtists()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        int pages = 0;
        const auto artists = readByCursor<Artist>(
            [&](const QString &after, auto done) { families.shelf.followedArtists(after, context, done); }, &pages);
        QVERIFY(!artists.isEmpty());
        Outcome<Page<Artist>> first;
        families.shelf.followedArtists({}, context, first.taker());
        QVERIFY(first.ok());
        QCOMPARE(artists.size(), first.value().total);
        QCOMPARE(pages, (first.value().total + 49) / 50);
    }

    void whatIsListenedTo_data() { bothDialects(); }
    void whatIsListenedTo()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        for (const TopRange range : {TopRange::Weeks, TopRange::Months, TopRange::Years}) {
            const auto tracks = readAll<MediumPtr>(
                [&](int offset, auto done) { families.listening.topTracks(range, offset, context, done); });
            QVERIFY(!tracks.isEmpty());
            const auto artists = readAll<Artist>(
                [&](int offset, auto done) { families.listening.topArtists(range, offset, context, done); });
            QVERIFY(!artists.isEmpty());
        }
        int pages = 0;
        const auto played = readByCursor<PlayedMedium>(
            [&](const QString &before, auto done) { families.listening.recentlyPlayed(before, context, done); },
            &pages);
        QVERIFY(!played.isEmpty());
        QVERIFY(pages < 100);
        for (qsizetype i = 1; i < played.size(); ++i)
            QVERIFY(played.at(i).playedAt < played.at(i - 1).playedAt); // latest first, none twice
    }

    void playing_data() { bothDialects(); }
    void playing()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        Outcome<QList<Device>> devices;
        families.listening.devices(context, devices.taker());
        QVERIFY(devices.ok());
        QVERIFY(!devices.value().isEmpty());
        const SearchResults found = families.search();
        const QString track = found.tracks.items.first()->uri;
        const PlayCall fromAlbum{
            .deviceId = devices.value().first().id, .contextUri = found.albums.items.first().uri, .position = 0};
        const auto play = [&](const PlayCall &what) {
            Outcome<Nothing> played;
            families.listening.play(what, context, played.taker());
            return played;
        };
        QVERIFY(play(fromAlbum).ok());
        QVERIFY(play({.uris = {track}}).ok());
        Outcome<Nothing> queued;
        families.listening.addToQueue(track, devices.value().first().id, context, queued.taker());
        QVERIFY(queued.ok());
        QCOMPARE(families.account.log(QStringLiteral("?method=PUT&path=player/play")).size(), 2);

        families.set("premium", false);
        const auto refused = play(fromAlbum);
        QVERIFY(refused.failed());
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        QVERIFY(refused.error().userText.contains(QStringLiteral("Premium")));
        families.set("premium", true);
        families.set("devices", QJsonArray());
        const auto silent = play({.uris = {track}});
        QVERIFY(silent.failed());
        QCOMPARE(silent.error().kind, ErrorKind::NotFound);
        QVERIFY(silent.error().userText.contains(QStringLiteral("any device")));
    }

    void people_data() { bothDialects(); }
    void people()
    {
        Families families(dialect());
        QObject *context = &families.account.context;
        const QString owner = families.search().playlists.items.first().ownerId;
        Outcome<UserProfile> profile;
        families.people.profile(owner, context, profile.taker());
        QVERIFY(profile.wait());
        QCOMPARE(profile.ok(), old());
        if (!old()) {
            QCOMPARE(profile.error().kind, ErrorKind::NotAllowed);
            return;
        }
        QCOMPARE(profile.value().id, owner);
        const auto playlists = readAll<Playlist>(
            [&](int offset, auto done) { families.people.playlistsOf(owner, offset, context, done); });
        QVERIFY(!playlists.isEmpty());
        QCOMPARE(playlists.first().ownerId, owner);
        Outcome<FeaturedPlaylists> featured;
        families.people.featured(0, context, featured.taker());
        QVERIFY(featured.ok());
        QVERIFY(!featured.value().playlists.items.isEmpty());
        const auto categories =
            readAll<Category>([&](int offset, auto done) { families.people.categories(offset, context, done); });
        QVERIFY(!categories.isEmpty());
        const auto ofCategory = readAll<Playlist>([&](int offset, auto done) {
            families.people.playlistsOfCategory(categories.first().id, offset, context, done);
        });
        QVERIFY(!ofCategory.isEmpty());

        families.set("editorialClosed", true);
        Outcome<FeaturedPlaylists> closed;
        families.people.featured(0, context, closed.taker());
        QVERIFY(closed.failed());
        QCOMPARE(closed.error().kind, ErrorKind::NotAllowed);
    }

    void withoutPermissions_data() { bothDialects(); }
    void withoutPermissions()
    {
        Families families(dialect(), QStringLiteral("playlist-read-private"));
        QObject *context = &families.account.context;
        Outcome<Page<SavedMedium>> saved;
        families.shelf.savedTracks(0, context, saved.taker());
        Outcome<Page<Artist>> followed;
        families.shelf.followedArtists({}, context, followed.taker());
        Outcome<Page<MediumPtr>> top;
        families.listening.topTracks(TopRange::Weeks, 0, context, top.taker());
        Outcome<Page<PlayedMedium>> recent;
        families.listening.recentlyPlayed({}, context, recent.taker());
        Outcome<QList<Device>> devices;
        families.listening.devices(context, devices.taker());
        Outcome<Nothing> queued;
        families.listening.addToQueue(QStringLiteral("spotify:track:a"), {}, context, queued.taker());
        QVERIFY(saved.failed() && followed.failed() && top.failed() && recent.failed() && devices.failed() &&
                queued.failed());
        QSet<QString> texts;
        for (const Error &error :
             {saved.error(), followed.error(), top.error(), recent.error(), devices.error(), queued.error()}) {
            QCOMPARE(error.kind, ErrorKind::MissingScope);
            texts.insert(error.userText);
        }
        QCOMPARE(texts.size(), 6);
    }
};

SEGUE_TEST(TestFamiliesFromStandIn)
#include "tst_FamiliesFromStandIn.moc"
