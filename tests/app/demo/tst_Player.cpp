// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// /me/player: devices, and the two commands. Both dialects have the same.
class TestPlayer : public ReadingFixture
{
    Q_OBJECT

    QJsonArray devices() { return m_bench->get(QStringLiteral("/v1/me/player/devices")).list("devices"); }
    Reply play(const QJsonObject &body, const QString &query = {})
    {
        return m_bench->put(QStringLiteral("/v1/me/player/play") + query, body);
    }
    Reply queue(const QString &query) { return m_bench->send("POST", QStringLiteral("/v1/me/player/queue") + query); }
    static QString reason(const Reply &reply) { return text(reply.json[QLatin1String("error")], "reason"); }
    static QJsonObject context(const QString &uri, const QJsonValue &offset = QJsonValue::Undefined)
    {
        QJsonObject body{{QStringLiteral("context_uri"), uri}};
        if (!offset.isUndefined())
            body.insert(QStringLiteral("offset"), offset);
        return body;
    }
    QString playlistUri() { return QStringLiteral("spotify:playlist:") + id("Night drive"); }
    void setDevices(const QStringList &list) { m_bench->setOption("devices", QJsonArray::fromStringList(list)); }

private Q_SLOTS:
    void devicesAreThoseOfTheSetting_data() { bothDialects(); }
    void devicesAreThoseOfTheSetting()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        setDevices({QStringLiteral("Hall|Speaker|idle"), QStringLiteral("Desk"),
                    QStringLiteral("Van|Automobile|hidden|restricted")});
        const QJsonArray list = devices();
        QCOMPARE(texts(list, "name"),
                 (QStringList{QStringLiteral("Hall"), QStringLiteral("Desk"), QStringLiteral("Van")}));
        QCOMPARE(texts(list, "type"),
                 (QStringList{QStringLiteral("Speaker"), QStringLiteral("Computer"), QStringLiteral("Automobile")}));
        QVERIFY(!list[0][QLatin1String("is_active")].toBool() && list[1][QLatin1String("is_active")].toBool());
        QVERIFY(list[2][QLatin1String("is_restricted")].toBool() && list[2][QLatin1String("id")].isNull());
        for (const char *key : {"is_private_session", "supports_volume", "volume_percent"})
            QVERIFY(list[0].toObject().contains(QLatin1String(key)));
        setDevices({});
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/player/devices")).status, 200);
        QVERIFY(devices().isEmpty());
    }

    void playsAndLogsIt_data() { bothDialects(); }
    void playsAndLogsIt()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QString second = text(devices()[1], "id");
        const QJsonObject body = context(playlistUri(), QJsonObject{{QStringLiteral("position"), 3}});
        const Reply reply = play(body, QStringLiteral("?device_id=") + second);
        QCOMPARE(reply.status, 204);
        QVERIFY(reply.body.isEmpty());
        const QJsonArray log = m_bench->log(QStringLiteral("?method=PUT&path=/player/play"));
        QCOMPARE(log.size(), 1);
        QCOMPARE(log[0][QLatin1String("body")].toObject(), body);
        QCOMPARE(text(log[0][QLatin1String("query")], "device_id"), second);
        QVERIFY(devices()[1][QLatin1String("is_active")].toBool()); // the one that plays now
        const QStringList tracks = m_bench->tracks(2);
        QCOMPARE(
            play({{QStringLiteral("uris"), QJsonArray::fromStringList(tracks)}, {QStringLiteral("position_ms"), 1500}})
                .status,
            204);
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/player/play")).status, 204); // goes on
        QCOMPARE(queue(QStringLiteral("?uri=") + tracks[0]).status, 204);
        QCOMPARE(m_bench->log(QStringLiteral("?method=POST&path=/player/queue")).size(), 1);
    }

    void contexts()
    {
        const QJsonObject track = firstTrack();
        const QString album = text(track[QLatin1String("album")], "uri");
        const QString artist = text(track[QLatin1String("artists")][0], "uri");
        const auto position = [](int at) { return QJsonObject{{QStringLiteral("position"), at}}; };
        const auto uri = [](const QString &text) { return QJsonObject{{QStringLiteral("uri"), text}}; };
        QCOMPARE(play(context(album)).status, 204);
        QCOMPARE(play(context(artist)).status, 204);
        QCOMPARE(play(context(album, uri(text(track, "uri")))).status, 204);
        QCOMPARE(play(context(playlistUri(), uri(text(track, "uri")))).status, 204);
        QCOMPARE(play(context(playlistUri(), position(63))).status, 204);
        QCOMPARE(play(context(playlistUri(), position(64))).message(),
                 QStringLiteral("Given positions are out of bounds"));
        QCOMPARE(play(context(album, position(-1))).status, 400);
        QCOMPARE(play(context(album, uri(m_bench->tracks(1).constFirst()))).message(),
                 QStringLiteral("Resource not found"));
        QCOMPARE(play(context(artist, position(0))).message(),
                 QStringLiteral("Offset is not allowed for this context"));
        QCOMPARE(play(context(album, QJsonObject())).message(), QStringLiteral("Invalid offset"));
        QCOMPARE(play(context(QStringLiteral("spotify:track:") + QString(22, u'7'))).message(),
                 QStringLiteral("Invalid context uri"));
        QCOMPARE(play(context(QStringLiteral("spotify:album:abc"))).message(), QStringLiteral("invalid id"));
        for (const char *type : {"album", "artist", "playlist", "show"})
            QCOMPARE(play(context(QStringLiteral("spotify:%1:%2").arg(QLatin1String(type), QString(22, u'7')))).status,
                     404);
    }

    void badCommands()
    {
        const QJsonArray tracks = QJsonArray::fromStringList(m_bench->tracks(1));
        const QString path = QStringLiteral("/v1/me/player/play");
        QCOMPARE(m_bench->send("PUT", path, "{").message(), QStringLiteral("Error parsing JSON."));
        QCOMPARE(play({{QStringLiteral("uris"), QStringLiteral("x")}}).message(),
                 QStringLiteral("Error parsing JSON."));
        QCOMPARE(play({{QStringLiteral("uris"), QJsonArray()}}).message(), QStringLiteral("No uris provided"));
        QCOMPARE(play({{QStringLiteral("uris"), QJsonArray{QStringLiteral("spotify:local:a:b:c:1")}}}).message(),
                 QStringLiteral("Invalid track uri: spotify:local:a:b:c:1"));
        QCOMPARE(play({{QStringLiteral("uris"), tracks}, {QStringLiteral("context_uri"), playlistUri()}}).status, 400);
        QCOMPARE(play({{QStringLiteral("uris"), tracks}, {QStringLiteral("position_ms"), -1}}).message(),
                 QStringLiteral("Invalid position_ms"));
        QCOMPARE(queue({}).message(), QStringLiteral("Missing required field: uri"));
        QCOMPARE(queue(QStringLiteral("?uri=spotify:album:") + QString(22, u'7')).status, 400);
        QCOMPARE(m_bench->get(path).message(), QStringLiteral("Service not found"));
    }

    void withoutPremium()
    {
        m_bench->setOption("premium", false);
        const QString uri = QStringLiteral("?uri=") + m_bench->tracks(1).constFirst();
        for (const Reply &reply : {play(context(playlistUri())), queue(uri)}) {
            QCOMPARE(reply.status, 403);
            QCOMPARE(reason(reply), QStringLiteral("PREMIUM_REQUIRED"));
        }
        QCOMPARE(devices().size(), 3);
        start(Dialect::Tracks);
        m_bench->setOption("premium", false);
        QCOMPARE(text(m_bench->get(QStringLiteral("/v1/me")).json, "product"), QStringLiteral("free"));
    }

    void withoutADevice()
    {
        const QString uri = QStringLiteral("?uri=") + m_bench->tracks(1).constFirst();
        const QString idle = text(devices()[2], "id");
        // There is one, but it is asleep.
        for (const QStringList &list : {QStringList(), QStringList{QStringLiteral("Hall|Speaker|idle")}}) {
            setDevices(list);
            for (const Reply &reply : {play(context(playlistUri())), queue(uri)}) {
                QCOMPARE(reply.status, 404);
                QCOMPARE(reason(reply), QStringLiteral("NO_ACTIVE_DEVICE"));
            }
        }
        // Until it is chosen.
        const QString hall = text(devices()[0], "id");
        QCOMPARE(play(context(playlistUri()), QStringLiteral("?device_id=") + hall).status, 204);
        QCOMPARE(queue(uri).status, 204);
        const Reply unknown = play(context(playlistUri()), QStringLiteral("?device_id=") + idle);
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.message(), QStringLiteral("Device not found"));
    }

    void onARestrictedDevice()
    {
        const QString car = text(devices()[2], "id");
        QCOMPARE(play(context(playlistUri()), QStringLiteral("?device_id=") + car).status, 403);
    }

    void scopes()
    {
        m_bench->useScopes(QStringLiteral("user-modify-playback-state"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/player/devices")).message(),
                 QStringLiteral("Insufficient client scope"));
        m_bench->useScopes(QStringLiteral("user-read-playback-state"));
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/player/play")).message(),
                 QStringLiteral("Insufficient client scope"));
        QCOMPARE(queue(QStringLiteral("?uri=x")).status, 403);
        QCOMPARE(devices().size(), 3);
    }
};

SEGUE_TEST(TestPlayer)
#include "tst_Player.moc"
