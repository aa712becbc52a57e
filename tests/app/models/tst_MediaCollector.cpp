// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/MediaCollector.h"
#include "tests/support/FakeApi.h"
#include "tests/support/FakeCatalogue.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::test;
using models::CollectedMedia;
using models::MediaCollector;
using web::SpotifyLink;
using Kind = SpotifyLink::Kind;

/// What is behind links, read from services in memory.
class TestMediaCollector : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        /// Reads all of it, until there is an outcome.
        bool collect(const QList<SpotifyLink> &links)
        {
            MediaCollector collector(api, catalogue, links);
            QObject::connect(&collector, &MediaCollector::finished, &collector, [this](const CollectedMedia &media) {
                collected = media;
                ++outcomes;
            });
            QObject::connect(&collector, &MediaCollector::failed, &collector, [this](const Error &failure) {
                error = failure;
                ++outcomes;
            });
            collector.start();
            return QTest::qWaitFor([this] { return outcomes > 0; });
        }
        void addBigPlaylist(const QString &id)
        {
            QStringList uris;
            for (int i = 0; i < 6000; ++i)
                uris.append(QStringLiteral("spotify:track:%1%2").arg(id).arg(i));
            api.addPlaylist(id, uris);
        }

        FakeApi api;
        FakeCatalogue catalogue;
        std::optional<CollectedMedia> collected;
        std::optional<Error> error;
        int outcomes = 0;
    };
    static SpotifyLink playlist(const QString &id) { return {.kind = Kind::Playlist, .id = id}; }
    static SpotifyLink album(const QString &id) { return {.kind = Kind::Album, .id = id}; }

private Q_SLOTS:
    /// Valgrind, a sanitizer or glibc.malloc.perturb shows a reader that goes within its own signal.
    void twoPlaylistsThatAreTooMuchTogether()
    {
        Setup s;
        s.addBigPlaylist(QStringLiteral("a"));
        s.addBigPlaylist(QStringLiteral("b"));
        QVERIFY(s.collect({playlist(QStringLiteral("a")), playlist(QStringLiteral("b"))}));
        QVERIFY(s.error);
        QVERIFY(s.error->userText.contains(QStringLiteral("more than 10,000")));
        QVERIFY(!s.collected);
        // The second is not read once its length is known.
        QCOMPARE(s.api.log.filter(QStringLiteral("entries b ")).size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(s.outcomes, 1);
    }

    void aPlaylistThatMayNotBeReadIsNamedAndTheRestAdded()
    {
        Setup s;
        s.api.addPlaylist(QStringLiteral("p"), 3);
        s.catalogue.addAlbum(QStringLiteral("x"), 2);
        s.catalogue.addAlbum(QStringLiteral("y"), 2);
        s.api.failNextRead(FakeApi::error(ErrorKind::NotAllowed, 403));
        QVERIFY(s.collect({album(QStringLiteral("x")), playlist(QStringLiteral("p")), album(QStringLiteral("y"))}));
        QVERIFY(s.collected);
        QCOMPARE(s.collected->media.size(), 4);
        QCOMPARE(s.collected->notReadable, QStringList{QStringLiteral("spotify:playlist:p")});
        QVERIFY(s.collected->problem().contains(QStringLiteral("spotify:playlist:p")));
        QVERIFY(s.collected->problem().contains(QStringLiteral("own")));
    }

    void whoMayNotReadAlbumsIsToldWhy()
    {
        Setup s;
        s.catalogue.addAlbum(QStringLiteral("x"), 2);
        s.catalogue.answers.failNext({.error = FakeApi::error(ErrorKind::NotAllowed, 403)});
        QVERIFY(s.collect({album(QStringLiteral("x"))}));
        QVERIFY(s.error);
    }

    void deadLinksAreNamedAndCounted()
    {
        Setup s;
        s.catalogue.addAlbum(QStringLiteral("x"), 1);
        QList<SpotifyLink> links{album(QStringLiteral("x"))};
        for (int i = 0; i < 5; ++i)
            links.append(album(QStringLiteral("gone%1").arg(i)));
        QVERIFY(s.collect(links));
        QVERIFY(s.collected);
        QCOMPARE(s.collected->problem(), QStringLiteral("Spotify does not find spotify:album:gone0, "
                                                        "spotify:album:gone1, spotify:album:gone2 and 2 more."));
    }

    void whatHasNoTracksIsNamed()
    {
        Setup s;
        s.catalogue.addAlbum(QStringLiteral("x"), 1);
        QVERIFY(s.collect({album(QStringLiteral("x")), {.kind = Kind::Artist, .id = QStringLiteral("a")}}));
        QVERIFY(s.collected);
        QVERIFY(s.collected->problem().contains(QStringLiteral("spotify:artist:a")));
    }
};

SEGUE_TEST(TestMediaCollector)
#include "tst_MediaCollector.moc"
