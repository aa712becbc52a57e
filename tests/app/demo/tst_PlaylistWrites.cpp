// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// Making playlists, changing their details, putting them into the library and taking them out.
class TestPlaylistWrites : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    void start(Dialect dialect) { m_bench = std::make_unique<Bench>(small(dialect)); }
    QJsonObject state(const QString &id) { return m_bench->control("GET", QStringLiteral("/playlists/") + id); }
    QString path(const char *name)
    {
        return QStringLiteral("/v1/playlists/") + m_bench->playlist(QString::fromUtf8(name));
    }

private Q_SLOTS:
    void init() { start(Dialect::Items); }

    void creates_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("path");
        QTest::newRow("tracks") << Dialect::Tracks << QStringLiteral("/v1/users/segue_listener/playlists");
        // Undocumented then, and used by the clients of the time.
        QTest::newRow("tracks, without the user") << Dialect::Tracks << QStringLiteral("/v1/me/playlists");
        QTest::newRow("items") << Dialect::Items << QStringLiteral("/v1/me/playlists");
    }
    void creates()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, path);
        start(dialect);
        const Reply made = m_bench->post(path, {{QStringLiteral("name"), QStringLiteral("Brand new")},
                                                {QStringLiteral("public"), false},
                                                {QStringLiteral("description"), QStringLiteral("a <b>")}});
        QCOMPARE(made.status, 201);
        const QString id = made.json[QLatin1String("id")].toString();
        QCOMPARE(made.json[QLatin1String("description")].toString(), QStringLiteral("a &lt;b&gt;"));
        QCOMPARE(state(id)[QLatin1String("description")].toString(), QStringLiteral("a <b>"));
        QCOMPARE(made.json[QLatin1String("public")], QJsonValue(false));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/playlists?limit=1")).list()[0][QLatin1String("id")].toString(),
                 id);
        const Reply bare = m_bench->post(path, {{QStringLiteral("name"), QStringLiteral("Bare")}});
        QCOMPARE(bare.json[QLatin1String("public")], QJsonValue(true));
    }

    void notForAnotherUser()
    {
        start(Dialect::Tracks);
        QCOMPARE(
            m_bench->post(QStringLiteral("/v1/users/ilva_q/playlists"), {{QStringLiteral("name"), QStringLiteral("x")}})
                .status,
            403);
    }

    void refusedDetails_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const auto name = QStringLiteral("name");
        const auto description = QStringLiteral("description");
        const auto collaborative = QStringLiteral("collaborative");
        const auto alone = QStringLiteral("Collaborative playlists can only be private.");
        QTest::newRow("name of 101") << QJsonObject{{name, QString(101, u'n')}} << 400
                                     << QStringLiteral("Playlist name is too long");
        QTest::newRow("newline in the name")
            << QJsonObject{{name, QStringLiteral("a\nb")}} << 500 << QStringLiteral("Server error.");
        QTest::newRow("no name") << QJsonObject{{name, QString()}} << 400
                                 << QStringLiteral("Missing required field: name");
        QTest::newRow("name is a number") << QJsonObject{{name, 3}} << 400 << QStringLiteral("Error parsing JSON.");
        QTest::newRow("description of 301") << QJsonObject{{description, QString(301, u'd')}} << 400
                                            << QStringLiteral("Playlist description is too long");
        QTest::newRow("empty description")
            << QJsonObject{{description, QString()}} << 400 << QStringLiteral("Description may not be empty");
        QTest::newRow("newline in the description")
            << QJsonObject{{description, QStringLiteral("a\nb")}} << 500 << QStringLiteral("Server error.");
        QTest::newRow("collaborative alone") << QJsonObject{{collaborative, true}} << 400 << alone;
        QTest::newRow("collaborative and public")
            << QJsonObject{{collaborative, true}, {QStringLiteral("public"), true}} << 400 << alone;
    }
    void refusedDetails()
    {
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        QFETCH(QString, message);
        const QByteArray before = m_bench->get(path("Letters never sent")).body;
        const Reply refused = m_bench->put(path("Letters never sent"), body);
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.message(), message);
        QCOMPARE(m_bench->get(path("Letters never sent")).body, before);
    }

    void changes()
    {
        const QString where = path("Night drive");
        const QString snapshot = m_bench->get(where).json[QLatin1String("snapshot_id")].toString();
        const Reply done = m_bench->put(where, {{QStringLiteral("name"), QStringLiteral("Day drive")},
                                                {QStringLiteral("public"), false},
                                                {QStringLiteral("collaborative"), true}});
        QCOMPARE(done.status, 200);
        QVERIFY(done.body.isEmpty());
        const QJsonObject after = m_bench->get(where).json;
        QCOMPARE(after[QLatin1String("name")].toString(), QStringLiteral("Day drive"));
        QVERIFY(after[QLatin1String("collaborative")].toBool());
        QVERIFY(!after[QLatin1String("public")].toBool());
        QVERIFY(after[QLatin1String("snapshot_id")].toString() != snapshot);
        // And so it cannot be shown on the profile, as long as others may edit it.
        QCOMPARE(m_bench->put(where, {{QStringLiteral("public"), true}}).status, 400);
        QCOMPARE(
            m_bench->put(where, {{QStringLiteral("public"), true}, {QStringLiteral("collaborative"), false}}).status,
            200);
    }

    void onlyTheOwnerChangesDetails()
    {
        QCOMPARE(m_bench->put(path("Band practice"), {{QStringLiteral("name"), QStringLiteral("Ours")}}).status, 403);
        m_bench->useScopes(QStringLiteral("playlist-modify-private"));
        QCOMPARE(m_bench->put(path("Night drive"), {{QStringLiteral("name"), QStringLiteral("Ours")}}).message(),
                 QStringLiteral("Insufficient client scope"));
    }

    void publicMayBeForgotten()
    {
        m_bench->setOption("publicIgnored", true);
        QCOMPARE(m_bench->put(path("Night drive"), {{QStringLiteral("public"), false}}).status, 200);
        QVERIFY(m_bench->get(path("Night drive")).json[QLatin1String("public")].toBool());
    }

    void libraryOfTheItemsDialect()
    {
        const QString id = m_bench->playlist(QStringLiteral("Vinyl, side B"));
        const QString uris = QStringLiteral("uris=spotify:playlist:") + id;
        const auto contains = [&] { return m_bench->get(QStringLiteral("/v1/me/library/contains?") + uris).body; };
        QCOMPARE(contains(), QByteArray("[true]"));
        QCOMPARE(m_bench->send("DELETE", QStringLiteral("/v1/me/library?") + uris).status, 200);
        QCOMPARE(contains(), QByteArray("[false]"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/playlists")).json[QLatin1String("total")].toInt(), 43);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/playlists/") + id).status, 200); // it goes on without us
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/library?") + uris).status, 200);
        QCOMPARE(contains(), QByteArray("[true]"));

        const Reply inBody =
            m_bench->put(QStringLiteral("/v1/me/library"), {{QStringLiteral("uris"), QJsonArray{QStringLiteral("x")}}});
        QCOMPARE(inBody.status, 400);
        QCOMPARE(inBody.message(), QStringLiteral("Missing required field: uris"));
        const QString many = QStringList(41, QStringLiteral("spotify:playlist:") + id).join(u',');
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/library?uris=") + many).status, 400);
        m_bench->useScopes(QStringLiteral("user-library-read"));
        QCOMPARE(m_bench->send("DELETE", QStringLiteral("/v1/me/library?") + uris).status, 403);
    }

    void ourOwnUnfollowedIsGoneFromTheListOnly()
    {
        const QString id = m_bench->playlist(QStringLiteral("Night drive"));
        QCOMPARE(m_bench->send("DELETE", QStringLiteral("/v1/me/library?uris=spotify:playlist:") + id).status, 200);
        QVERIFY(m_bench->playlist(QStringLiteral("Night drive")).isEmpty());
        QCOMPARE(m_bench->get(m_bench->itemsPath(id)).status, 200);
    }

    void followersOfTheTracksDialect()
    {
        start(Dialect::Tracks);
        const QString where = path("Vinyl, side B") + QStringLiteral("/followers");
        QCOMPARE(m_bench->get(where + QStringLiteral("/contains")).body, QByteArray("[true]"));
        QCOMPARE(m_bench->del(where).status, 200);
        QCOMPARE(m_bench->get(where + QStringLiteral("/contains")).body, QByteArray("[false]"));
        QCOMPARE(m_bench->put(where, {{QStringLiteral("public"), false}}).status, 200);
        QCOMPARE(m_bench->get(where + QStringLiteral("/contains")).body, QByteArray("[true]"));
    }
};

SEGUE_TEST(TestPlaylistWrites)
#include "tst_PlaylistWrites.moc"
