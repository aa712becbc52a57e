// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace segue::demo;
using namespace segue::demo::test;

/// GET /search for other things than tracks, alone and several kinds at once.
class TestSearchKinds : public ReadingFixture
{
    Q_OBJECT

    static QString path(const QString &query, const QString &types, const QString &more = {})
    {
        return QStringLiteral("/v1/search?q=%1&type=%2%3")
            .arg(QString::fromLatin1(QUrl::toPercentEncoding(query)), types, more);
    }
    QJsonArray found(const QString &query, const char *kind, const QString &more = {})
    {
        const Reply reply = m_bench->get(path(query, QLatin1String(kind), more));
        return reply.json[QLatin1String(kind) + u's'][QLatin1String("items")].toArray();
    }

private Q_SLOTS:
    void albums_data() { bothDialects(); }
    void albums()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonObject track = firstTrack();
        const QJsonValue album = track[QLatin1String("album")];
        const QString artist = text(album[QLatin1String("artists")][0], "name");
        const QString query = QStringLiteral("album:\"%1\" artist:\"%2\"").arg(text(album, "name"), artist);
        const QJsonArray list = found(query, "album");
        QVERIFY(texts(list, "id").contains(text(album, "id")));
        const QString year = text(album, "release_date").left(4);
        QVERIFY(texts(found(query + QStringLiteral(" year:") + year, "album"), "id").contains(text(album, "id")));
        QVERIFY(found(query + QStringLiteral(" year:1900"), "album").isEmpty());
        QVERIFY(found(QStringLiteral("isrc:") + text(track[QLatin1String("external_ids")], "isrc"), "album").isEmpty());
        for (const QJsonValue &each : list) {
            QCOMPARE(text(each, "type"), QStringLiteral("album"));
            QVERIFY(each[QLatin1String("tracks")].isUndefined());
        }
    }

    void artists_data() { bothDialects(); }
    void artists()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonValue artist = firstTrack()[QLatin1String("artists")][0];
        const QString name = text(artist, "name");
        for (const QString &query : {QStringLiteral("\"%1\"").arg(name), QStringLiteral("artist:\"%1\"").arg(name)}) {
            const QJsonArray list = found(query, "artist");
            QVERIFY(texts(list, "id").contains(text(artist, "id")));
            QVERIFY(list[0][QLatin1String("images")].isArray());
        }
        QVERIFY(found(QStringLiteral("album:\"%1\"").arg(name), "artist").isEmpty());
    }

    void playlists()
    {
        const QJsonArray list = found(QStringLiteral("vinyl"), "playlist");
        QCOMPARE(texts(list, "name"), QStringList{QStringLiteral("Vinyl, side B")});
        QVERIFY(found(QStringLiteral("our road trip"), "playlist").isEmpty()); // nobody else's business
        const QString common = QStringLiteral("a");
        const QJsonArray before = found(common, "playlist", QStringLiteral("&limit=10"));
        QVERIFY(before.size() > 2);
        m_bench->setOption("nullResults", true);
        const QJsonArray after = found(common, "playlist", QStringLiteral("&limit=10"));
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after[0], before[0]);
        QVERIFY(after[1].isNull());
    }

    void showsAndEpisodes_data() { bothDialects(); }
    void showsAndEpisodes()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonArray shows = found(QStringLiteral("acoustics rooms"), "show");
        QCOMPARE(texts(shows, "name"), QStringList{QStringLiteral("Rooms with Good Acoustics")});
        QVERIFY(shows[0][QLatin1String("total_episodes")].toInt() > 0);
        const QJsonArray episodes = found(QStringLiteral("lighthouse"), "episode");
        QVERIFY(!episodes.isEmpty());
        for (const QJsonValue &episode : episodes) {
            QVERIFY(text(episode, "name").contains(QStringLiteral("Lighthouse")));
            QCOMPARE(text(episode, "type"), QStringLiteral("episode"));
            QVERIFY(episode[QLatin1String("show")].isUndefined() && episode[QLatin1String("images")].isArray());
        }
        QVERIFY(!found(QStringLiteral("\"night desk radio\""), "episode").isEmpty());
    }

    void pagesOfEachKind_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("query");
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            const auto row = [&](const char *kind, const char *query) {
                QTest::addRow("%s %d", kind, int(dialect))
                    << dialect << QString::fromLatin1(kind) << QString::fromLatin1(query);
            };
            row("album", "year:1980-1984");
            row("artist", "the");
            row("playlist", "a");
            row("episode", "tide");
            row("show", "a");
            row("track", "year:1981 n");
        }
    }
    void pagesOfEachKind()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, kind);
        QFETCH(QString, query);
        start(dialect);
        const int most = dialect == Dialect::Items ? 10 : 50;
        const QByteArray key = (kind + u's').toLatin1();
        const QJsonValue first = m_bench->get(path(query, kind)).json[QLatin1String(key)];
        QCOMPARE(first[QLatin1String("limit")].toInt(), dialect == Dialect::Items ? 5 : 20);
        const int total = first[QLatin1String("total")].toInt();
        QVERIFY(total > 0);
        const QStringList ids =
            texts(walked(path(query, kind, QStringLiteral("&limit=%1").arg(most)), key.constData()), "id");
        QCOMPARE(ids.size(), total);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), total);
        QCOMPARE(m_bench->get(path(query, kind, QStringLiteral("&limit=%1").arg(most + 1))).message(),
                 QStringLiteral("Invalid limit"));
        QCOMPARE(m_bench->get(path(query, kind, QStringLiteral("&offset=1001"))).message(),
                 QStringLiteral("Invalid offset"));
    }

    void severalKindsAtOnce_data() { bothDialects(); }
    void severalKindsAtOnce()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QString types = QStringLiteral("track,album,artist,playlist,show,episode,audiobook");
        const Reply reply = m_bench->get(path(QStringLiteral("a"), types, QStringLiteral("&limit=3&market=SE")));
        QCOMPARE(reply.status, 200);
        QStringList wanted;
        for (const QString &type : types.split(u','))
            wanted.append(type + u's');
        wanted.sort();
        QCOMPARE(reply.json.keys(), wanted);
        for (const QString &key : wanted) {
            const QJsonValue page = reply.json[key];
            QCOMPARE(page[QLatin1String("limit")].toInt(), 3);
            // The address of a further page is of one kind only.
            if (!page[QLatin1String("next")].isNull()) {
                const QString next = text(page, "next").remove(m_bench->standIn.accountsUrl().toString());
                QVERIFY(next.contains(QStringLiteral("market=SE")));
                QCOMPARE(m_bench->get(next).json.keys(), QStringList{key});
            }
        }
        const QJsonValue track = reply.json[QLatin1String("tracks")][QLatin1String("items")][0];
        QVERIFY(track[QLatin1String("track")].isUndefined() && track[QLatin1String("episode")].isUndefined());
        QCOMPARE(reply.json[QLatin1String("audiobooks")][QLatin1String("total")].toInt(), 0);
        QCOMPARE(m_bench->get(path(QStringLiteral("a"), QStringLiteral("album,song"))).status, 400);
    }
};

SEGUE_TEST(TestSearchKinds)
#include "tst_SearchKinds.moc"
