// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// GET /albums: one, several, and what is on them.
class TestAlbums : public ReadingFixture
{
    Q_OBJECT

    QString albumId() { return text(firstTrack()[QLatin1String("album")], "id"); }

private Q_SLOTS:
    void one_data() { bothDialects(); }
    void one()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonObject track = firstTrack();
        const QJsonObject brief = track[QLatin1String("album")].toObject();
        const Reply reply = m_bench->get(QStringLiteral("/v1/albums/") + text(brief, "id"));
        QCOMPARE(reply.status, 200);
        for (const QString &key : brief.keys())
            QCOMPARE(reply.json[key], brief[key]);
        const bool isOld = dialect == Dialect::Tracks;
        for (const char *key : {"label", "popularity", "available_markets"})
            QCOMPARE(reply.json.contains(QLatin1String(key)), isOld);
        QVERIFY(reply.json[QLatin1String("copyrights")].isArray());
        const QJsonObject tracks = reply.json[QLatin1String("tracks")].toObject();
        QCOMPARE(tracks[QLatin1String("total")], brief[QLatin1String("total_tracks")]);
        QVERIFY(texts(tracks[QLatin1String("items")].toArray(), "id").contains(text(track, "id")));
    }

    void tracksInPages_data() { bothDialects(); }
    void tracksInPages()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        int pages = 0;
        const QJsonArray tracks =
            walked(QStringLiteral("/v1/albums/%1/tracks?limit=4").arg(albumId()), nullptr, &pages);
        QCOMPARE(tracks.size(), 11);
        QCOMPARE(pages, 3);
        int last = 0;
        for (const QJsonValue &track : tracks) {
            const int place =
                100 * track[QLatin1String("disc_number")].toInt() + track[QLatin1String("track_number")].toInt();
            QVERIFY(place > last);
            last = place;
            QCOMPARE(text(track, "type"), QStringLiteral("track"));
            for (const char *key : {"album", "external_ids", "popularity", "track", "episode"})
                QVERIFY2(!track.toObject().contains(QLatin1String(key)), key);
        }
        const Reply market = m_bench->get(QStringLiteral("/v1/albums/%1/tracks?limit=4&market=SE").arg(albumId()));
        QVERIFY(market.list()[0][QLatin1String("is_playable")].isBool());
        QVERIFY(text(market.json, "next").contains(QStringLiteral("market=SE")));
        const Reply end = m_bench->get(QStringLiteral("/v1/albums/%1/tracks?limit=4&offset=8").arg(albumId()));
        QCOMPARE(end.list().size(), 3);
        QVERIFY(end.json[QLatin1String("next")].isNull() && end.json[QLatin1String("previous")].isString());
    }

    void everyAlbumThatIsToldOfHasItsTracks()
    {
        // Singles and what was recorded once more among them.
        const Reply found = m_bench->get(QStringLiteral("/v1/search?type=track&q=year:1970-2030&limit=10&offset=200"));
        QCOMPARE(found.json[QLatin1String("tracks")][QLatin1String("items")].toArray().size(), 10);
        for (const QJsonValue &track : found.json[QLatin1String("tracks")][QLatin1String("items")].toArray()) {
            const QString album = text(track[QLatin1String("album")], "id");
            QVERIFY(texts(walked(QStringLiteral("/v1/albums/%1/tracks").arg(album)), "id").contains(text(track, "id")));
        }
    }

    void several()
    {
        start(Dialect::Tracks);
        const QString known = albumId();
        const Reply reply = m_bench->get(QStringLiteral("/v1/albums?ids=%1,%2,%1").arg(known, QString(22, u'7')));
        QCOMPARE(reply.status, 200);
        const QJsonArray albums = reply.list("albums");
        QCOMPARE(albums.size(), 3);
        QCOMPARE(text(albums[0], "id"), known);
        QVERIFY(albums[1].isNull());
        QCOMPARE(albums[2], albums[0]);
    }

    void refused_data()
    {
        refusals();
        const QString none(22, u'7');
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            refusal(dialect, QStringLiteral("GET albums/abc"), 400, "invalid id");
            refusal(dialect, QStringLiteral("GET albums/") + none, 404, "Resource not found");
            refusal(dialect, QStringLiteral("GET albums/%1/tracks").arg(none), 404, "Resource not found");
            refusal(dialect, QStringLiteral("GET albums/%1/artists").arg(none), 404, "Service not found");
            refusal(dialect, QStringLiteral("PUT albums/") + none, 404, "Service not found");
        }
        refusal(Dialect::Items, QStringLiteral("GET albums?ids=") + none, 403, "Forbidden");
        refusal(Dialect::Tracks, QStringLiteral("GET albums"), 400, "Missing required field: ids");
        refusal(Dialect::Tracks, QStringLiteral("GET albums?ids=abc"), 400, "invalid id");
        refusal(Dialect::Tracks, QStringLiteral("GET albums?ids=") + QStringList(21, none).join(u','), 400,
                "Too many ids requested");
    }
    void refused() { ReadingFixture::refused(); }

    void badPages()
    {
        const QString path = QStringLiteral("/v1/albums/%1/tracks").arg(albumId());
        QCOMPARE(m_bench->get(path + QStringLiteral("?limit=51")).message(), QStringLiteral("Invalid limit"));
        QCOMPARE(m_bench->get(path + QStringLiteral("?limit=0")).status, 400);
        QCOMPARE(m_bench->get(path + QStringLiteral("?offset=-1")).message(), QStringLiteral("Invalid offset"));
        QCOMPARE(m_bench->get(path + QStringLiteral("?market=Sweden")).message(),
                 QStringLiteral("Invalid market code"));
    }
};

SEGUE_TEST(TestAlbums)
#include "tst_Albums.moc"
