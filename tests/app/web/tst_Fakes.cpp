// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/FakeApi.h"
#include "tests/support/FakeCatalogue.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace segue::web;
using segue::test::FakeApi;
using segue::test::FakeCatalogue;
using segue::test::FakeShelf;
using segue::web::test::Outcome;

/// The fakes keep to what their interfaces promise, as far as tests of the window build on it.
class TestFakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCatalogueComesInPages()
    {
        FakeCatalogue catalogue;
        catalogue.pageSize = 2;
        const Album album = catalogue.addAlbum(QStringLiteral("a"), 3);
        QStringList uris;
        int offset = 0;
        for (bool more = true; more;) {
            Outcome<Page<MediumPtr>> page;
            catalogue.albumTracks(album, offset, this, page.taker());
            QCOMPARE(page.count(), 0);
            QVERIFY(page.ok());
            for (const MediumPtr &track : page.value().items)
                uris.append(track->uri);
            QCOMPARE(page.value().total, 3);
            more = page.value().more;
            offset = page.value().nextOffset();
        }
        QCOMPARE(uris, QStringList({QStringLiteral("spotify:track:at0"), QStringLiteral("spotify:track:at1"),
                                    QStringLiteral("spotify:track:at2")}));
        QCOMPARE(catalogue.log, QStringList({QStringLiteral("albumTracks a 0"), QStringLiteral("albumTracks a 2")}));
    }

    void theCatalogueKnowsArtistsAndShows()
    {
        FakeCatalogue catalogue;
        catalogue.addAlbum(QStringLiteral("a"), 2);
        catalogue.addArtist(QStringLiteral("x"), {QStringLiteral("a")});
        const Show show = catalogue.addShow(QStringLiteral("s"), 1);
        Outcome<Page<Album>> albums;
        Outcome<QList<MediumPtr>> top;
        Outcome<Page<MediumPtr>> episodes;
        catalogue.artistAlbums(QStringLiteral("x"), 0, this, albums.taker());
        catalogue.artistTopTracks(QStringLiteral("x"), this, top.taker());
        catalogue.showEpisodes(show, 0, this, episodes.taker());
        QVERIFY(albums.ok() && top.ok() && episodes.ok());
        QCOMPARE(albums.value().items.first().title, QStringLiteral("Album a"));
        QCOMPARE(top.value().size(), 1);
        QCOMPARE(episodes.value().items.first()->kind, MediumKind::Episode);

        catalogue.offersTopTracks = false;
        Outcome<QList<MediumPtr>> refused;
        Outcome<Artist> unknown;
        catalogue.artistTopTracks(QStringLiteral("x"), this, refused.taker());
        catalogue.artist(QStringLiteral("y"), this, unknown.taker());
        QVERIFY(refused.failed() && unknown.failed());
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    }

    void searchesFindWhatWasPutThere()
    {
        FakeCatalogue catalogue;
        catalogue.found[QStringLiteral("q")].albums.items = {catalogue.addAlbum(QStringLiteral("a"), 1)};
        catalogue.found[QStringLiteral("q")].artists.items = {catalogue.addArtist(QStringLiteral("x"))};
        Outcome<SearchResults> albums;
        Outcome<SearchResults> nothing;
        catalogue.search(QStringLiteral("q"), SearchKind::Albums, 0, this, albums.taker());
        catalogue.search(QStringLiteral("other"), SearchKind::Albums, 0, this, nothing.taker());
        QVERIFY(albums.ok() && nothing.ok());
        QCOMPARE(albums.value().albums.items.size(), 1);
        QVERIFY(albums.value().artists.items.isEmpty()); // not asked for
        QCOMPARE(nothing.value().albums.total, 0);
    }

    void theShelfRemembers()
    {
        FakeShelf shelf;
        for (const char *kind : {"track", "episode", "album", "show", "artist", "user"}) {
            const QString uri = QStringLiteral("spotify:%1:a").arg(QLatin1String(kind));
            const QString other = QStringLiteral("spotify:%1:b").arg(QLatin1String(kind));
            Outcome<Nothing> saved;
            shelf.save({uri}, this, saved.taker());
            QVERIFY(saved.ok());
            Outcome<QList<bool>> contained;
            shelf.contains({other, uri}, this, contained.taker());
            QVERIFY(contained.ok());
            QCOMPARE(contained.value(), QList<bool>({false, true}));
        }
        Outcome<Page<SavedMedium>> tracks;
        Outcome<Page<SavedMedium>> episodes;
        Outcome<Page<Album>> albums;
        Outcome<Page<Show>> shows;
        shelf.savedTracks(0, this, tracks.taker());
        shelf.savedEpisodes(0, this, episodes.taker());
        shelf.savedAlbums(0, this, albums.taker());
        shelf.savedShows(0, this, shows.taker());
        QVERIFY(tracks.ok() && episodes.ok() && albums.ok() && shows.ok());
        QVERIFY(tracks.value().items.first().savedAt.isValid());
        QCOMPARE(episodes.value().items.first().medium->kind, MediumKind::Episode);
        QCOMPARE(albums.value().total + shows.value().total, 2);
        Outcome<Nothing> removed;
        shelf.remove({QStringLiteral("spotify:track:a")}, this, removed.taker());
        QVERIFY(removed.ok());
        QVERIFY(!shelf.has(QStringLiteral("spotify:track:a")));
        QVERIFY(shelf.has(QStringLiteral("spotify:album:a")));
    }

    void followedArtistsGoByCursor()
    {
        FakeShelf shelf;
        shelf.pageSize = 2;
        for (const char *id : {"a", "b", "c"})
            shelf.put(QStringLiteral("spotify:artist:") + QLatin1String(id));
        QStringList names;
        QString after;
        for (bool more = true; more;) {
            Outcome<Page<Artist>> page;
            shelf.followedArtists(after, this, page.taker());
            QVERIFY(page.ok());
            for (const Artist &artist : page.value().items)
                names.append(artist.name);
            more = page.value().more;
            after = page.value().after;
        }
        QCOMPARE(names.join(u' '), QStringLiteral("c b a")); // latest first
        QVERIFY(after.isEmpty());
    }

    void faultsOnOrder()
    {
        FakeShelf shelf;
        const Error error = FakeApi::error(ErrorKind::ServerFault, 500);
        shelf.answers.failNext({error, false});
        shelf.answers.failNext({error, true});
        const QString lost = QStringLiteral("spotify:track:lost");
        const QString done = QStringLiteral("spotify:track:done");
        Outcome<Nothing> first;
        Outcome<Nothing> second;
        shelf.save({lost}, this, first.taker());
        shelf.save({done}, this, second.taker());
        QVERIFY(first.failed() && second.failed());
        QVERIFY(!shelf.has(lost));
        QVERIFY(shelf.has(done)); // its answer was lost
    }

    void heldAnswersComeWhenTheyMay()
    {
        FakeShelf shelf;
        shelf.answers.hold(true);
        const QString uri = QStringLiteral("spotify:track:a");
        Outcome<Nothing> saved;
        Outcome<Nothing> cancelled;
        shelf.save({uri}, this, saved.taker());
        const Call call = shelf.save({uri}, this, cancelled.taker());
        QCoreApplication::processEvents();
        QCOMPARE(saved.count(), 0);
        QCOMPARE(shelf.answers.heldCount(), 2);
        QVERIFY(!shelf.has(uri));
        call.cancel();
        QSignalSpy answered(&shelf.answers, &segue::test::HeldAnswers::answered);
        shelf.answers.hold(false);
        QVERIFY(saved.ok());
        QCoreApplication::processEvents();
        QCOMPARE(answered.count(), 2);
        QCOMPARE(cancelled.count(), 0);
        QVERIFY(!call.isActive());
    }
};

SEGUE_TEST(TestFakes)
#include "tst_Fakes.moc"
