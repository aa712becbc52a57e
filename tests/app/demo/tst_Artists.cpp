// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

#include <algorithm>

using namespace segue::demo;
using namespace segue::demo::test;

/// GET /artists: one, several, their albums and what of them is heard most.
class TestArtists : public ReadingFixture
{
    Q_OBJECT

    QString artistId() { return text(firstTrack()[QLatin1String("artists")][0], "id"); }
    QString below(const char *what) { return QStringLiteral("/v1/artists/%1/%2").arg(artistId(), QLatin1String(what)); }

private Q_SLOTS:
    void one_data() { bothDialects(); }
    void one()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonObject brief = firstTrack()[QLatin1String("artists")][0].toObject();
        const Reply reply = m_bench->get(QStringLiteral("/v1/artists/") + text(brief, "id"));
        QCOMPARE(reply.status, 200);
        for (const QString &key : brief.keys())
            QCOMPARE(reply.json[key], brief[key]);
        for (const char *key : {"followers", "genres", "popularity"})
            QCOMPARE(reply.json.contains(QLatin1String(key)), dialect == Dialect::Tracks);
        const QUrl picture(text(reply.list("images")[0], "url"));
        const Reply image = m_bench->get(picture.path());
        QCOMPARE(image.status, 200);
        QVERIFY(image.body.startsWith("\xff\xd8"));
    }

    void albumsInPages_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("usual");
        QTest::addColumn<int>("most");
        QTest::newRow("tracks") << Dialect::Tracks << 20 << 50;
        QTest::newRow("items") << Dialect::Items << 5 << 10;
    }
    void albumsInPages()
    {
        QFETCH(Dialect, dialect);
        QFETCH(int, usual);
        QFETCH(int, most);
        start(dialect);
        const QString path = below("albums");
        QCOMPARE(m_bench->get(path).json[QLatin1String("limit")].toInt(), usual);
        QCOMPARE(m_bench->get(path + QStringLiteral("?limit=%1").arg(most)).status, 200);
        QCOMPARE(m_bench->get(path + QStringLiteral("?limit=%1").arg(most + 1)).message(),
                 QStringLiteral("Invalid limit"));
        int pages = 0;
        const QJsonArray albums = walked(path + QStringLiteral("?limit=2"), nullptr, &pages);
        QVERIFY(pages > 1);
        QCOMPARE(albums.size(), m_bench->get(path).json[QLatin1String("total")].toInt());
        const QStringList ids = texts(albums, "id");
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        for (const QJsonValue &album : albums) {
            QCOMPARE(text(album, "type"), QStringLiteral("album"));
            QCOMPARE(album.toObject().contains(QLatin1String("album_group")), dialect == Dialect::Tracks);
        }
        QVERIFY(ids.contains(text(firstTrack()[QLatin1String("album")], "id")));
    }

    void albumsByGroup_data() { bothDialects(); }
    void albumsByGroup()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QString artist = artistId();
        const auto of = [&](const char *groups) {
            return walked(below("albums") + QStringLiteral("?limit=3&include_groups=") + QLatin1String(groups));
        };
        const QJsonArray own = of("album");
        const QJsonArray singles = of("single");
        const QJsonArray others = of("appears_on");
        QVERIFY(!own.isEmpty() && !singles.isEmpty());
        for (const QJsonValue &album : own)
            QCOMPARE(text(album, "album_type"), QStringLiteral("album"));
        for (const QJsonValue &album : singles)
            QCOMPARE(text(album, "album_type"), QStringLiteral("single"));
        for (const QJsonValue &album : others)
            QVERIFY(!texts(album[QLatin1String("artists")].toArray(), "id").contains(artist));
        QCOMPARE(of("album,single").size(), own.size() + singles.size());
        QCOMPARE(of("compilation").size(), 0);
        // Own ones, singles, others'; of each the latest first.
        QStringList ordered;
        for (const QJsonArray &group : {own, singles, others}) {
            ordered += texts(group, "id");
            const QStringList dates = texts(group, "release_date");
            QVERIFY(std::is_sorted(dates.rbegin(), dates.rend()));
        }
        QCOMPARE(texts(walked(below("albums")), "id"), ordered);
        QCOMPARE(texts(of("album,single,appears_on,compilation"), "id"), ordered);
        QCOMPARE(m_bench->get(below("albums") + QStringLiteral("?include_groups=tape")).message(),
                 QStringLiteral("Invalid include_groups"));
    }

    void topTracks()
    {
        QCOMPARE(m_bench->get(below("top-tracks?market=SE")).message(), QStringLiteral("Forbidden"));
        start(Dialect::Tracks);
        const QString artist = artistId();
        const Reply reply = m_bench->get(below("top-tracks?market=SE"));
        QCOMPARE(reply.status, 200);
        const QJsonArray tracks = reply.list("tracks");
        QVERIFY(!tracks.isEmpty() && tracks.size() <= 10);
        int last = 100;
        for (const QJsonValue &track : tracks) {
            QVERIFY(track[QLatin1String("popularity")].toInt() <= last);
            last = track[QLatin1String("popularity")].toInt();
            QVERIFY(texts(track[QLatin1String("artists")].toArray(), "id").contains(artist));
            QCOMPARE(track[QLatin1String("is_playable")], QJsonValue(true));
            QVERIFY(track[QLatin1String("track")].isUndefined());
        }
    }

    void several()
    {
        start(Dialect::Tracks);
        const QString known = artistId();
        const QJsonArray artists =
            m_bench->get(QStringLiteral("/v1/artists?ids=%1,%2").arg(QString(22, u'7'), known)).list("artists");
        QCOMPARE(artists.size(), 2);
        QVERIFY(artists[0].isNull());
        QCOMPARE(text(artists[1], "id"), known);
    }

    void refused_data()
    {
        refusals();
        const QString none(22, u'7');
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            refusal(dialect, QStringLiteral("GET artists/abc"), 400, "invalid id");
            refusal(dialect, QStringLiteral("GET artists/") + none, 404, "Resource not found");
            refusal(dialect, QStringLiteral("GET artists/%1/albums").arg(none), 404, "Resource not found");
            refusal(dialect, QStringLiteral("GET artists/%1/shoes").arg(none), 404, "Service not found");
        }
        refusal(Dialect::Items, QStringLiteral("GET artists?ids=") + none, 403, "Forbidden");
        refusal(Dialect::Tracks, QStringLiteral("GET artists/%1/top-tracks").arg(none), 404, "Resource not found");
        refusal(Dialect::Tracks, QStringLiteral("GET artists?ids=") + QStringList(51, none).join(u','), 400,
                "Too many ids requested");
        refusal(Dialect::Tracks, QStringLiteral("GET artists?ids=a"), 400, "invalid id");
    }
    void refused() { ReadingFixture::refused(); }
};

SEGUE_TEST(TestArtists)
#include "tst_Artists.moc"
