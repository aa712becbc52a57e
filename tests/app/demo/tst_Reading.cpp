// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// What GET answers beside pages of items: profile, playlists and their details, in both dialects.
class TestReading : public ReadingFixture
{
    Q_OBJECT

private Q_SLOTS:
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
    }

    /// Clients of the older dialect ask so for searches.
    void aSlashAtTheEndMakesNoDifference()
    {
        QCOMPARE(m_bench->get(QStringLiteral("/v1/search/?q=the&type=track")).status, 200);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/")).status, 200);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/")).status, 404);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me//")).status, 404);
    }

    void idsThatAreNone()
    {
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/x")).message(), QStringLiteral("invalid id"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/") + QString(22, u'a')).status, 404);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/nonsense")).status, 404);
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
};

SEGUE_TEST(TestReading)
#include "tst_Reading.moc"
