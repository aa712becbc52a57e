// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// What GET answers: profile, playlists, pages of items, filters, in both dialects.
class TestReading : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    QString id(const char *name) { return m_bench->playlist(QString::fromUtf8(name)); }
    Reply items(const QString &playlist, const QString &query)
    {
        return m_bench->get(m_bench->itemsPath(playlist) + query);
    }
    static QString encoded(const char *text)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(text)));
    }
    static QStringList keys(const QJsonValue &value) { return value.toObject().keys(); }
    void start(Dialect dialect) { m_bench = std::make_unique<Bench>(small(dialect)); }

    static void bothDialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("tracks") << Dialect::Tracks;
        QTest::newRow("items") << Dialect::Items;
    }

private Q_SLOTS:
    void init() { start(Dialect::Items); }

    void aTokenIsNeeded()
    {
        m_bench->token.clear();
        const Reply none = m_bench->get(QStringLiteral("/v1/me"));
        QCOMPARE(none.status, 401);
        QCOMPARE(none.message(), QStringLiteral("No token provided"));
        m_bench->token = "made-up";
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/playlists")).message(), QStringLiteral("Invalid access token"));
    }

    void profile()
    {
        QVERIFY(!m_bench->get(QStringLiteral("/v1/me")).json.contains(QLatin1String("country")));
        start(Dialect::Tracks);
        const QJsonObject me = m_bench->get(QStringLiteral("/v1/me")).json;
        QCOMPARE(me[QLatin1String("id")].toString(), QStringLiteral("segue_listener"));
        QCOMPARE(me[QLatin1String("product")].toString(), QStringLiteral("premium"));
    }

    void playlistsInPages()
    {
        QStringList seen;
        QString next = QStringLiteral("/v1/me/playlists?limit=20");
        while (!next.isEmpty()) {
            const Reply page = m_bench->get(next);
            QCOMPARE(page.status, 200);
            QCOMPARE(page.json[QLatin1String("total")].toInt(), 44);
            for (const QJsonValue &entry : page.list())
                seen.append(entry[QLatin1String("id")].toString());
            next = page.json[QLatin1String("next")].toString().remove(m_bench->standIn.accountsUrl().toString());
        }
        QCOMPARE(seen.size(), 44);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 44);
    }

    void pageLimits_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("message");
        QTest::newRow("51") << QStringLiteral("?limit=51") << QStringLiteral("Invalid limit");
        QTest::newRow("0") << QStringLiteral("?limit=0") << QStringLiteral("Invalid limit");
        QTest::newRow("word") << QStringLiteral("?limit=all") << QStringLiteral("Invalid limit");
        QTest::newRow("negative") << QStringLiteral("?offset=-1") << QStringLiteral("Invalid offset");
        QTest::newRow("far") << QStringLiteral("?offset=100001") << QStringLiteral("Invalid offset");
    }
    void pageLimits()
    {
        QFETCH(QString, query);
        QFETCH(QString, message);
        const Reply refused = m_bench->get(QStringLiteral("/v1/me/playlists") + query);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.message(), message);
    }

    void scopesDecideWhatIsListed()
    {
        const auto total = [&](const char *scopes) {
            m_bench->useScopes(QLatin1String(scopes));
            return m_bench->get(QStringLiteral("/v1/me/playlists")).json[QLatin1String("total")].toInt();
        };
        QCOMPARE(total("playlist-read-private playlist-read-collaborative"), 44);
        QCOMPARE(total("playlist-read-private"), 40);       // without the collaborative ones
        QCOMPARE(total("playlist-read-collaborative"), 41); // without the private ones
        QCOMPARE(total(""), 37);
    }

    void itemPageLimitOfEachDialect_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("most");
        QTest::newRow("tracks") << Dialect::Tracks << 100;
        QTest::newRow("items") << Dialect::Items << 50;
    }
    void itemPageLimitOfEachDialect()
    {
        QFETCH(Dialect, dialect);
        QFETCH(int, most);
        start(dialect);
        const QString big = id("Everything, ever");
        QCOMPARE(items(big, QStringLiteral("?limit=%1").arg(most)).list().size(), most);
        QCOMPARE(items(big, QStringLiteral("?limit=%1").arg(most + 1)).status, 400);
        QCOMPARE(items(big, {}).list().size(), 20);
        QCOMPARE(items(big, QStringLiteral("?offset=290")).list().size(), 10);
        const Reply beyond = items(big, QStringLiteral("?offset=400"));
        QCOMPARE(beyond.status, 200);
        QCOMPARE(beyond.list().size(), 0);
        QCOMPARE(beyond.json[QLatin1String("total")].toInt(), 300);
    }

    void everyPositionIsThere()
    {
        const QString mixed = id("Odds and ends");
        const QJsonArray rows = m_bench->rows(mixed);
        QJsonArray read = items(mixed, QStringLiteral("?limit=50&additional_types=track,episode")).list();
        const QJsonArray rest =
            items(mixed, QStringLiteral("?limit=50&offset=50&additional_types=track,episode")).list();
        for (const QJsonValue &entry : rest)
            read.append(entry);
        QCOMPARE(read.size(), rows.size());
        int nulls = 0, locals = 0, episodes = 0, unplayable = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject entry = read[i].toObject();
            const QJsonValue what = entry[QLatin1String("item")];
            QVERIFY(!entry.contains(QLatin1String("track")));
            QCOMPARE(entry[QLatin1String("added_at")], rows[i][QLatin1String("addedAt")]);
            const QString kind = rows[i][QLatin1String("kind")].toString();
            QCOMPARE(what.isNull(), kind == QLatin1String("null"));
            nulls += what.isNull();
            if (what.isNull())
                continue;
            QCOMPARE(what[QLatin1String("uri")], rows[i][QLatin1String("uri")]);
            locals += what[QLatin1String("is_local")].toBool();
            episodes += what[QLatin1String("type")] == QLatin1String("episode");
            unplayable += what[QLatin1String("is_playable")] == QJsonValue(false);
            if (what[QLatin1String("is_local")].toBool()) {
                QVERIFY(what[QLatin1String("id")].isNull());
                QVERIFY(what[QLatin1String("uri")].toString().startsWith(QLatin1String("spotify:local:")));
                QVERIFY(entry[QLatin1String("is_local")].toBool());
            } else if (what[QLatin1String("type")] == QLatin1String("track")) {
                QCOMPARE(what[QLatin1String("track")], QJsonValue(true));
                QCOMPARE(what[QLatin1String("episode")], QJsonValue(false));
            } else {
                QVERIFY(what[QLatin1String("show")].isObject());
            }
        }
        QVERIFY(nulls > 3 && locals > 3 && episodes > 3 && unplayable > 3);
    }

    void episodesAreDressedUpForThoseWhoDoNotAsk()
    {
        const QJsonArray read = items(id("Odds and ends"), QStringLiteral("?limit=50")).list();
        int found = 0;
        for (const QJsonValue &entry : read) {
            const QJsonValue what = entry[QLatin1String("item")];
            if (what[QLatin1String("type")] != QLatin1String("episode"))
                continue;
            ++found;
            QVERIFY(what[QLatin1String("album")].isObject());
            QVERIFY(what[QLatin1String("show")].isUndefined());
        }
        QVERIFY(found > 0);
    }

    void factsOfTracks_data() { bothDialects(); }
    void factsOfTracks()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const bool isItems = dialect == Dialect::Items;
        const QLatin1String key(isItems ? "item" : "track");
        const QJsonArray read = items(id("Twice is nice"), QStringLiteral("?limit=40")).list();
        QHash<QString, QSet<QString>> albumsOfCode;
        for (const QJsonValue &entry : read) {
            const QJsonObject track = entry[key].toObject();
            QVERIFY(track[QLatin1String("disc_number")].toInt() >= 1);
            QVERIFY(track[QLatin1String("track_number")].toInt() >= 1);
            QCOMPARE(track[QLatin1String("popularity")].isDouble(), !isItems);
            const QJsonValue album = track[QLatin1String("album")];
            QVERIFY(album[QLatin1String("release_date")].toString().size() >= 4);
            QVERIFY(!album[QLatin1String("release_date_precision")].toString().isEmpty());
            const QString isrc = track[QLatin1String("external_ids")][QLatin1String("isrc")].toString();
            if (!isrc.isEmpty())
                albumsOfCode[isrc].insert(album[QLatin1String("album_type")].toString());
        }
        // Some are there on the album and as a single.
        QVERIFY(std::any_of(albumsOfCode.cbegin(), albumsOfCode.cend(), [](const auto &s) { return s.size() == 2; }));
        QVERIFY(std::any_of(albumsOfCode.cbegin(), albumsOfCode.cend(), [](const auto &s) { return s.size() == 1; }));
    }

    void fieldsOfAPage()
    {
        const QString playlist = id("Night drive");
        const Reply page =
            items(playlist, QStringLiteral("?limit=3&fields=") + encoded("items(added_at,item(name,artists(name)))"));
        QCOMPARE(page.json.keys(), QStringList{QStringLiteral("items")});
        QCOMPARE(page.list().size(), 3);
        for (const QJsonValue &entry : page.list()) {
            QCOMPARE(keys(entry), (QStringList{QStringLiteral("added_at"), QStringLiteral("item")}));
            QCOMPARE(keys(entry[QLatin1String("item")]),
                     (QStringList{QStringLiteral("artists"), QStringLiteral("name")}));
            QCOMPARE(keys(entry[QLatin1String("item")][QLatin1String("artists")][0]),
                     QStringList{QStringLiteral("name")});
        }
        const Reply old = items(playlist, QStringLiteral("?limit=2&fields=") + encoded("total,items(track(name))"));
        QCOMPARE(old.json[QLatin1String("total")].toInt(), 64);
        QCOMPARE(old.list(), (QJsonArray{QJsonObject(), QJsonObject()}));
        QCOMPARE(items(playlist, QStringLiteral("?fields=") + encoded("items(")).status, 400);
    }

    void onePlaylist_data() { bothDialects(); }
    void onePlaylist()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QLatin1String key(dialect == Dialect::Items ? "items" : "tracks");
        const QLatin1String other(dialect == Dialect::Items ? "tracks" : "items");
        const Reply full = m_bench->get(QStringLiteral("/v1/playlists/") + id("Night drive"));
        QCOMPARE(full.status, 200);
        QCOMPARE(full.json[key][QLatin1String("total")].toInt(), 64);
        QCOMPARE(full.json[key][QLatin1String("items")].toArray().size(), 64);
        QVERIFY(!full.json.contains(other));
        QCOMPARE(full.json[QLatin1String("description")].toString(),
                 QStringLiteral("Headlights, rain on the windscreen &amp; nobody on the ring road."));
        const Reply brief =
            m_bench->get(QStringLiteral("/v1/playlists/%1?fields=name,owner.id,%2.total").arg(id("Night drive"), key));
        QCOMPARE(brief.json.keys().size(), 3);
        QCOMPARE(keys(brief.json[key]), QStringList{QStringLiteral("total")});
        QCOMPARE(keys(brief.json[QLatin1String("owner")]), QStringList{QStringLiteral("id")});
    }

    void descriptionsAreEscaped()
    {
        const Reply quiet = m_bench->get(QStringLiteral("/v1/playlists/") + id("Kitchen floor disco"));
        QCOMPARE(quiet.json[QLatin1String("description")].toString(),
                 QStringLiteral("Socks on, lights off. &#x27;Loud&#x27; is a suggestion."));
    }

    void foreignPlaylists()
    {
        const QString foreign = id("Vinyl, side B");
        const Reply closed = items(foreign, {});
        QCOMPARE(closed.status, 403);
        QCOMPARE(closed.message(), QStringLiteral("Forbidden"));
        const Reply outside = m_bench->get(QStringLiteral("/v1/playlists/") + foreign);
        QCOMPARE(outside.status, 200);
        QVERIFY(!outside.json.contains(QLatin1String("items")) && !outside.json.contains(QLatin1String("tracks")));
        QCOMPARE(items(id("Band practice"), {}).status, 200); // somebody else's, but we may take part

        start(Dialect::Tracks);
        QCOMPARE(items(id("Vinyl, side B"), {}).status, 200);
    }

    void theOtherDialectsRoutes()
    {
        const QString playlist = id("Night drive");
        const Reply old = m_bench->get(QStringLiteral("/v1/playlists/%1/tracks").arg(playlist));
        QCOMPARE(old.status, 403);
        QCOMPARE(old.message(), QStringLiteral("Forbidden"));
        QCOMPARE(m_bench->post(QStringLiteral("/v1/users/segue_listener/playlists"), {}).status, 403);
        QCOMPARE(m_bench->del(QStringLiteral("/v1/playlists/%1/followers").arg(playlist)).status, 403);
        start(Dialect::Tracks);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/%1/items").arg(playlist)).status, 404);
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/library?uris=spotify:playlist:") + playlist).status, 404);
        QCOMPARE(
            m_bench->post(QStringLiteral("/v1/me/playlists"), {{QStringLiteral("name"), QStringLiteral("x")}}).status,
            404);
    }

    void idsThatAreNone()
    {
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/x")).message(), QStringLiteral("invalid id"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/") + QString(22, u'a')).status, 404);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/nonsense")).status, 404);
    }

    void etag()
    {
        const QString path = m_bench->itemsPath(id("Night drive"));
        const QByteArray tag = m_bench->get(path).headers.value("etag");
        QVERIFY(!tag.isEmpty());
        m_bench->extraHeaders = {{"If-None-Match", tag}};
        const Reply same = m_bench->get(path);
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        m_bench->put(path, {{QStringLiteral("range_start"), 0}, {QStringLiteral("insert_before"), 5}});
        QCOMPARE(m_bench->get(path).status, 200);
    }

    void marketRelinksAndTellsPlayability()
    {
        start(Dialect::Tracks);
        const QString big = id("Everything, ever");
        const QStringList uris = m_bench->uris(big);
        int relinked = 0;
        const QJsonArray read = items(big, QStringLiteral("?limit=100&market=SE")).list();
        for (qsizetype i = 0; i < read.size(); ++i) {
            const QJsonValue track = read[i][QLatin1String("track")];
            if (track[QLatin1String("linked_from")].isUndefined())
                continue;
            ++relinked;
            QCOMPARE(track[QLatin1String("linked_from")][QLatin1String("uri")].toString(), uris[i]);
            QVERIFY(track[QLatin1String("uri")].toString() != uris[i]);
        }
        QVERIFY(relinked > 0);
    }

    void quirksOnDemand()
    {
        const QString path = m_bench->itemsPath(id("Night drive")) + QStringLiteral("?limit=2");
        m_bench->setOption("bothNames", true);
        const QJsonObject entry = m_bench->get(path).list()[0].toObject();
        QVERIFY(entry[QLatin1String("item")].isObject());
        QCOMPARE(entry[QLatin1String("item")], entry[QLatin1String("track")]);
        m_bench->setOption("repeatedItems", true);
        const QByteArray body = m_bench->get(path).body;
        QCOMPARE(body.count("\"items\":["), 2);
        QVERIFY(QJsonDocument::fromJson(body).isObject());
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/") + id("Empty for now")).list("images").size(), 0);
        m_bench->setOption("nullImages", true);
        QVERIFY(m_bench->get(QStringLiteral("/v1/playlists/") + id("Empty for now"))
                    .json[QLatin1String("images")]
                    .isNull());
    }

    void aPageIsQuick()
    {
        StandInOptions options;
        Bench bench(options); // 10,000 items
        const QString path =
            bench.itemsPath(bench.playlist(QStringLiteral("Everything, ever"))) + QStringLiteral("?limit=50&fields=") +
            encoded("total,items(added_at,item(id,uri,name,duration_ms,artists(name),album(name,images)))");
        bench.get(path);
        qint64 best = 1'000;
        for (int i = 1; i < 20; ++i)
            best = std::min(best, bench.get(path + QStringLiteral("&offset=%1").arg(i * 50)).ms);
        // The aim is 5 ms; the rest is for sanitizers and busy machines.
        QVERIFY2(best <= 40, qPrintable(QString::number(best)));
    }
};

SEGUE_TEST(TestReading)
#include "tst_Reading.moc"
