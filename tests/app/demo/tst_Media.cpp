// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// GET /tracks and /episodes, one and several.
class TestMedia : public ReadingFixture
{
    Q_OBJECT

    /// The ids of the rows of a kind of the playlist that has all kinds.
    QStringList idsOf(const char *kind)
    {
        QStringList ids;
        for (const QJsonValue &row : m_bench->rows(id("Odds and ends"))) {
            if (row[QLatin1String("kind")].toString() == QLatin1String(kind))
                ids.append(row[QLatin1String("uri")].toString().section(u':', -1));
        }
        return ids;
    }

private Q_SLOTS:
    void one_data() { bothDialects(); }
    void one()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QString track = m_bench->tracks(1).constFirst().section(u':', -1);
        const Reply reply = m_bench->get(QStringLiteral("/v1/tracks/") + track);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json[QLatin1String("id")].toString(), track);
        QVERIFY(!reply.json[QLatin1String("name")].toString().isEmpty());
        QVERIFY(reply.json[QLatin1String("album")][QLatin1String("images")].isArray());
        QVERIFY(!reply.json.contains(QLatin1String("track")) && !reply.json.contains(QLatin1String("episode")));
        QCOMPARE(reply.json.contains(QLatin1String("popularity")), dialect == Dialect::Tracks);
        const QStringList episodes = idsOf("episode");
        QVERIFY(!episodes.isEmpty());
        const Reply episode = m_bench->get(QStringLiteral("/v1/episodes/") + episodes.constFirst());
        QCOMPARE(episode.status, 200);
        QCOMPARE(episode.json[QLatin1String("type")].toString(), QStringLiteral("episode"));
        QVERIFY(episode.json[QLatin1String("show")].isObject());
    }

    void several()
    {
        QStringList ids = m_bench->tracks(3).replaceInStrings(QStringLiteral("spotify:track:"), QString());
        QCOMPARE(m_bench->get(QStringLiteral("/v1/tracks?ids=") + ids.join(u',')).status, 403);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/episodes?ids=") + ids.join(u',')).message(),
                 QStringLiteral("Forbidden"));

        start(Dialect::Tracks);
        const QStringList gone = idsOf("null");
        QVERIFY(!gone.isEmpty());
        ids.insert(1, gone.constFirst());
        ids.append(ids.constFirst()); // twice
        const Reply reply = m_bench->get(QStringLiteral("/v1/tracks?ids=") + ids.join(u','));
        QCOMPARE(reply.status, 200);
        const QJsonArray tracks = reply.list("tracks");
        QCOMPARE(tracks.size(), ids.size());
        for (qsizetype i = 0; i < ids.size(); ++i) {
            QCOMPARE(tracks[i].isNull(), i == 1);
            if (i != 1)
                QCOMPARE(tracks[i][QLatin1String("id")].toString(), ids.at(i));
        }
        const QStringList episodes = idsOf("episode");
        QCOMPARE(m_bench->get(QStringLiteral("/v1/episodes?ids=") + episodes.join(u',')).list("episodes").size(),
                 episodes.size());
    }

    void goneAndUnavailable()
    {
        const Reply gone = m_bench->get(QStringLiteral("/v1/tracks/") + idsOf("null").constFirst());
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.message(), QStringLiteral("Resource not found"));
        const Reply mute = m_bench->get(QStringLiteral("/v1/tracks/") + idsOf("unavailable").constFirst());
        QCOMPARE(mute.status, 200);
        QCOMPARE(mute.json[QLatin1String("is_playable")], QJsonValue(false));
        // One that only a link knows: made up, as when it is added.
        QCOMPARE(m_bench->get(QStringLiteral("/v1/tracks/") + QString(22, u'7')).status, 200);
    }

    void wrongQuestions_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const QString id(22, u'7');
        QTest::newRow("short id") << QStringLiteral("tracks/abc") << 400 << QStringLiteral("invalid id");
        QTest::newRow("bad among good") << QStringLiteral("tracks?ids=%1,abc").arg(id) << 400
                                        << QStringLiteral("invalid id");
        QTest::newRow("no ids") << QStringLiteral("tracks") << 400 << QStringLiteral("Missing required field: ids");
        QTest::newRow("51") << QStringLiteral("tracks?ids=") + QStringList(51, id).join(u',') << 400
                            << QStringLiteral("Too many ids requested");
        QTest::newRow("deeper") << QStringLiteral("tracks/%1/more").arg(id) << 404
                                << QStringLiteral("Service not found");
    }
    void wrongQuestions()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, message);
        start(Dialect::Tracks);
        const Reply reply = m_bench->get(QStringLiteral("/v1/") + path);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.message(), message);
    }
};

SEGUE_TEST(TestMedia)
#include "tst_Media.moc"
