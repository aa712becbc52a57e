// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Catalogue.h"
#include "tests/support/TestMain.h"

#include <QHash>
#include <QSet>

using namespace segue::demo;

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsHoldTheirNumber()
    {
        const Catalogue catalogue(7);
        QSet<QString> seen;
        for (int i = 0; i < 30'000; i = i < 100 ? i + 1 : i + 97) {
            for (const IdKind kind : {IdKind::Track, IdKind::Album, IdKind::Playlist}) {
                const QString id = catalogue.id(kind, i);
                QVERIFY(Catalogue::isId(id));
                QVERIFY(!seen.contains(id));
                seen.insert(id);
                QCOMPARE(catalogue.indexOf(kind, id), std::optional(i));
                QVERIFY(!catalogue.indexOf(IdKind::Artist, id));
            }
        }
        QCOMPARE(catalogue.indexOf(IdKind::Track, catalogue.id(IdKind::Track, 310'000'000)),
                 std::optional(310'000'000));
    }

    void foreignIdsAreNotOurs()
    {
        const Catalogue catalogue(7);
        QVERIFY(!catalogue.indexOf(IdKind::Track, QStringLiteral("4iV5W9uYEdYUVa79Axb7Rh")));
        QVERIFY(!catalogue.indexOf(IdKind::Track, Catalogue(8).id(IdKind::Track, 5)));
        QVERIFY(!Catalogue::isId(QStringLiteral("4iV5W9uYEdYUVa79Axb7R")));
        QVERIFY(!Catalogue::isId(QStringLiteral("4iV5W9uYEdYUVa79Axb7R-")));
    }

    void titlesAreFilledIn()
    {
        const Catalogue catalogue(1);
        QSet<QString> names;
        for (int i = 0; i < 2'000; ++i) {
            const Track track = catalogue.track(i);
            names.insert(track.name);
            QVERIFY(!track.name.isEmpty() && track.durationMs > 0 && !track.artists.isEmpty());
            for (const QString &text :
                 {track.name, catalogue.album(track.album).name, catalogue.artist(track.artists[0]).name})
                QVERIFY2(!text.contains(u'%'), qPrintable(text));
        }
        QVERIFY2(names.size() > 1'200, qPrintable(QString::number(names.size())));
    }

    void scriptsAreFound()
    {
        const Catalogue catalogue(1);
        const QString arabic = catalogue.track(catalogue.trackInScript(QStringLiteral("ar"), 1'000)).name;
        QVERIFY(std::any_of(arabic.begin(), arabic.end(), [](QChar c) { return c.script() == QChar::Script_Arabic; }));
    }

    void singlesAreTheSameRecordings()
    {
        const Catalogue catalogue(1);
        QSet<QString> codes;
        int without = 0;
        for (int i = 0; i < 3'000; ++i) {
            const Track track = catalogue.track(i);
            const Track single = catalogue.track(Catalogue::singleOf(i));
            QVERIFY(single.id != track.id);
            QVERIFY(catalogue.album(single.album).id != catalogue.album(track.album).id);
            QCOMPARE(catalogue.album(single.album).tracks, 1);
            QCOMPARE(single.isrc, track.isrc);
            QCOMPARE(single.name, track.name);
            QCOMPARE(single.artists.first(), track.artists.first());
            QCOMPARE(single.number, 1);
            without += track.isrc.isEmpty();
            if (!track.isrc.isEmpty()) {
                QCOMPARE(track.isrc.size(), 12);
                QVERIFY2(!codes.contains(track.isrc), qPrintable(track.isrc));
                codes.insert(track.isrc);
            }
        }
        QVERIFY(without > 0 && without < 100);
    }

    void remakesAreOtherRecordings()
    {
        const Catalogue catalogue(1);
        for (int i = 0; i < 500; ++i) {
            const Track track = catalogue.track(i);
            const Track remake = catalogue.track(Catalogue::remakeOf(i));
            QCOMPARE(Catalogue::originalOf(Catalogue::remakeOf(i)), i);
            QVERIFY(remake.id != track.id);
            QVERIFY(track.isrc.isEmpty() || remake.isrc != track.isrc);
            QCOMPARE(remake.name, track.name);
            QCOMPARE(remake.artists.first(), track.artists.first());
            QVERIFY(std::abs(remake.durationMs - track.durationMs) < 2'000);
            QCOMPARE(catalogue.album(remake.album).artist, catalogue.album(track.album).artist);
            QVERIFY(catalogue.album(remake.album).releaseDate < QStringLiteral("2026-11"));
            QCOMPARE(catalogue.indexOf(IdKind::Track, remake.id), std::optional(Catalogue::remakeOf(i)));
        }
    }

    void reissuesAreTheSameRecordings()
    {
        const Catalogue catalogue(1);
        for (int i = 0; i < 500; ++i) {
            const Track track = catalogue.track(i);
            const Track reissue = catalogue.track(Catalogue::reissueOf(i));
            QCOMPARE(Catalogue::originalOf(Catalogue::reissueOf(i)), i);
            QVERIFY(reissue.id != track.id);
            QCOMPARE(reissue.isrc, track.isrc);
            QCOMPARE(reissue.name, track.name);
            QCOMPARE(reissue.durationMs, track.durationMs);
            QVERIFY(catalogue.album(reissue.album).id != catalogue.album(track.album).id);
        }
        QVERIFY(!Catalogue::isRelinkable(Catalogue::reissueOf(5)));
    }

    void relinkedTracksAreTheSame()
    {
        const Catalogue catalogue(1);
        for (const int index : {5, Catalogue::singleOf(5)}) {
            QVERIFY(Catalogue::isRelinkable(index));
            const Track relinked = catalogue.track(Catalogue::relinkedOf(index));
            QCOMPARE(relinked.name, catalogue.track(index).name);
            QCOMPARE(relinked.isrc, catalogue.track(index).isrc);
            QVERIFY(relinked.id != catalogue.track(index).id);
            QCOMPARE(Catalogue::originalOf(Catalogue::relinkedOf(index)), 5);
        }
        QVERIFY(!Catalogue::isRelinkable(Catalogue::remakeOf(5)));
        QVERIFY(!Catalogue::isRelinkable(Catalogue::relinkedOf(5)));
    }

    void albumsHoldTheirTracks()
    {
        const Catalogue catalogue(1);
        for (const int track : {0, 10, 11, 5'000, 2'000'003}) {
            for (const int release :
                 {track, Catalogue::singleOf(track), Catalogue::remakeOf(track), Catalogue::reissueOf(track)}) {
                const int album = catalogue.track(release).album;
                QVERIFY(Catalogue::knowsAlbum(album));
                const QList<int> tracks = Catalogue::tracksOf(album);
                QVERIFY(tracks.contains(release));
                QCOMPARE(int(tracks.size()), catalogue.album(album).tracks);
                for (const int each : tracks)
                    QCOMPARE(catalogue.track(each).album, album);
            }
        }
        QVERIFY(!Catalogue::knowsAlbum(Catalogue::remakeOf(5)));
        QVERIFY(!Catalogue::knowsAlbum(Catalogue::relinkedOf(0)));
    }

    void episodesAreOfOneShowEach()
    {
        const Catalogue catalogue(1);
        qsizetype listed = 0;
        for (qsizetype i = 0; i < catalogue.shows().size(); ++i) {
            const QList<int> &episodes = catalogue.shows()[i].episodes;
            listed += episodes.size();
            QVERIFY(std::is_sorted(episodes.rbegin(), episodes.rend()));
            for (const int episode : episodes)
                QCOMPARE(qsizetype(catalogue.episode(episode).show), i);
        }
        QCOMPARE(listed, qsizetype(Catalogue::EpisodesOfAll));
    }

    void discsAndNumbersFitTheAlbum()
    {
        const Catalogue catalogue(1);
        int two = 0;
        for (int album = 0; album < 50; ++album) {
            int disc = 1;
            int number = 0;
            for (int i = 0; i < Catalogue::TracksPerAlbum; ++i) {
                const Track track = catalogue.track(album * Catalogue::TracksPerAlbum + i);
                if (track.disc != disc) {
                    QCOMPARE(track.disc, ++disc);
                    number = 0;
                }
                QCOMPARE(track.number, ++number);
            }
            two += disc == 2;
            QVERIFY(disc <= 2);
        }
        QVERIFY(two > 0 && two < 50);
    }

    void datesOfEveryPrecision()
    {
        const Catalogue catalogue(1);
        QHash<QString, qsizetype> lengths;
        for (int i = 0; i < 100; ++i) {
            const Album album = catalogue.album(i);
            const auto known = lengths.constFind(album.releasePrecision);
            QVERIFY(known == lengths.constEnd() || *known == album.releaseDate.size());
            lengths.insert(album.releasePrecision, album.releaseDate.size());
        }
        QCOMPARE(lengths, (QHash<QString, qsizetype>{
                              {QStringLiteral("year"), 4}, {QStringLiteral("month"), 7}, {QStringLiteral("day"), 10}}));
    }

    void localFilesAreWellFormed()
    {
        const Catalogue catalogue(1);
        for (int i = 0; i < 50; ++i) {
            const LocalFile file = catalogue.local(i);
            QCOMPARE(file.uri.count(u':'), 5);
            QVERIFY(file.uri.endsWith(u':' + QString::number(file.seconds)));
        }
    }
};

SEGUE_TEST(TestCatalogue)
#include "tst_Catalogue.moc"
