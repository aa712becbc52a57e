// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/MediaCollector.h"
#include "tests/support/FakeApi.h"
#include "tests/support/FakeCatalogue.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace segue::test;
using models::CollectedMedia;
using models::MediaCollector;
using Kind = web::SpotifyLink::Kind;

namespace
{

const QString albumId = QStringLiteral("album");
const QString listId = QStringLiteral("list");

/// Leaves out the second track of each page, as the service does with what it cannot name; and can end with a page
/// that has nothing and promises more.
class HoledCatalogue : public FakeCatalogue
{
public:
    using FakeCatalogue::FakeCatalogue;

    bool endless = false;

    web::Call albumTracks(const web::Album &album, int offset, QObject *context,
                          Done<web::Page<web::MediumPtr>> done) override
    {
        return FakeCatalogue::albumTracks(album, offset, context,
                                          [this, done](const Result<web::Page<web::MediumPtr>> &result) {
                                              web::Page<web::MediumPtr> page = *result;
                                              if (page.items.size() > 1) {
                                                  page.items.removeAt(1);
                                                  page.holes = 1;
                                              }
                                              page.more = page.more || endless;
                                              done(page);
                                          });
    }
};

} // namespace

/// What is behind links, read whole.
class TestCollectedMedia : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        /// Waits for the outcome.
        [[nodiscard]] bool collect(const QList<web::SpotifyLink> &links)
        {
            collector = std::make_unique<MediaCollector>(api, catalogue, links);
            QObject::connect(collector.get(), &MediaCollector::finished, collector.get(),
                             [this](const CollectedMedia &media) { collected = media; });
            QObject::connect(collector.get(), &MediaCollector::failed, collector.get(),
                             [this](const Error &why) { error = why; });
            collector->start();
            return QTest::qWaitFor([this] { return collected || error; }, 20'000);
        }
        [[nodiscard]] QStringList uris() const
        {
            QStringList out;
            for (const web::MediumPtr &medium : collected->media)
                out.append(medium->uri);
            return out;
        }

        FakeApi api;
        HoledCatalogue catalogue;
        std::unique_ptr<MediaCollector> collector;
        std::optional<CollectedMedia> collected;
        std::optional<Error> error;
    };
    static QString trackUri(int number) { return QStringLiteral("spotify:track:%1t%2").arg(albumId).arg(number); }

private Q_SLOTS:
    void aPlaylistOfManyPagesKeepsItsOrder()
    {
        Setup s;
        s.api.addPlaylist(listId, 230);
        QVERIFY(s.collect({{Kind::Playlist, listId}}));
        QCOMPARE(s.uris(), s.api.urisOf(listId));
        QVERIFY(s.collected->problem().isEmpty());
    }

    void whatThePagesLeaveOutIsCounted()
    {
        Setup s;
        s.catalogue.pageSize = 3;
        s.catalogue.addAlbum(albumId, 6);
        QVERIFY(s.collect({{Kind::Album, albumId}}));
        QCOMPARE(s.uris(), (QStringList{trackUri(0), trackUri(2), trackUri(3), trackUri(5)}));
        QCOMPARE(s.collected->leftOut, 2);
        QCOMPARE(s.catalogue.log.filter(QStringLiteral("albumTracks ")).size(), 2);
    }

    void aPageThatBringsNothingIsTheLast()
    {
        Setup s;
        s.catalogue.endless = true;
        s.catalogue.addAlbum(albumId, 1);
        QVERIFY(s.collect({{Kind::Album, albumId}}));
        QCOMPARE(s.uris(), QStringList{trackUri(0)});
        QCOMPARE(s.catalogue.log.filter(QStringLiteral("albumTracks ")).size(), 2);
    }

    void tracksAndEpisodesStandForThemselves()
    {
        Setup s;
        QVERIFY(s.collect({{Kind::Episode, QStringLiteral("e")},
                           {Kind::Artist, QStringLiteral("a")},
                           {Kind::Track, QStringLiteral("t")}}));
        QCOMPARE(s.uris(), (QStringList{QStringLiteral("spotify:episode:e"), QStringLiteral("spotify:track:t")}));
        QCOMPARE(s.collected->media.at(0)->kind, web::MediumKind::Episode);
        QCOMPARE(s.collected->media.at(1)->kind, web::MediumKind::Track);
    }

    void threeOfThoseThatLeadNowhereAreNamed()
    {
        Setup s;
        QList<web::SpotifyLink> links;
        for (const char *id : {"a", "b", "c", "d"})
            links.append({Kind::Show, QLatin1String(id)});
        QVERIFY(s.collect(links));
        QCOMPARE(s.collected->notFound.size(), 4);
        QVERIFY2(s.collected->problem().contains(
                     QStringLiteral("spotify:show:a, spotify:show:b, spotify:show:c and 1 more")),
                 qPrintable(s.collected->problem()));
    }

    void aPlaylistThatLeadsNowhereIsPassedOver()
    {
        Setup s;
        s.api.failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        QVERIFY(s.collect({{Kind::Playlist, QStringLiteral("nowhere")}, {Kind::Track, QStringLiteral("t")}}));
        QVERIFY(s.collected);
        QCOMPARE(s.collected->notFound, QStringList{QStringLiteral("spotify:playlist:nowhere")});
        QCOMPARE(s.uris(), QStringList{QStringLiteral("spotify:track:t")});
    }

    void nothingIsReadAfterItWasCancelled()
    {
        Setup s;
        s.catalogue.addAlbum(albumId, 1);
        MediaCollector cancelled(s.api, s.catalogue, {{Kind::Album, albumId}});
        const QSignalSpy finished(&cancelled, &MediaCollector::finished);
        cancelled.start();
        cancelled.cancel();
        QVERIFY(s.collect({{Kind::Track, QStringLiteral("t")}})); // comes after
        QCOMPARE(s.catalogue.log, QStringList());
        QCOMPARE(finished.count(), 0);
    }

    void asMuchAsAPlaylistHolds_data()
    {
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("fits");
        QTest::newRow("as much") << 4'000 << true;
        QTest::newRow("one more") << 4'001 << false;
    }

    void asMuchAsAPlaylistHolds()
    {
        QFETCH(int, second);
        QFETCH(bool, fits);
        Setup s;
        s.api.addPlaylist(listId, 6'000);
        s.api.addPlaylist(QStringLiteral("other"), second);
        QVERIFY(s.collect({{Kind::Playlist, listId}, {Kind::Playlist, QStringLiteral("other")}}));
        QCOMPARE(s.collected.has_value(), fits);
        QCOMPARE(s.error.has_value(), !fits);
        if (fits)
            QCOMPARE(s.collected->media.size(), MediaCollector::most);
        else
            QCOMPARE(s.error->kind, ErrorKind::InvalidInput);
    }

    void ofAnAlbumToo()
    {
        Setup s;
        s.catalogue.pageSize = 5'000;
        s.catalogue.addAlbum(albumId, 10'000);
        QVERIFY(s.collect({{Kind::Album, albumId}, {Kind::Track, QStringLiteral("t")}}));
        QVERIFY(s.collected); // two were left out
        QCOMPARE(s.collected->media.size(), MediaCollector::most - 1);
    }
};

SEGUE_TEST(TestCollectedMedia)
#include "tst_CollectedMedia.moc"
