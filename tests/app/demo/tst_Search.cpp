// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace segue::demo;
using namespace segue::demo::test;

namespace
{

QString isrcOf(const QJsonValue &track)
{
    return track[QLatin1String("external_ids")][QLatin1String("isrc")].toString();
}

} // namespace

/// GET /search: filters, pages, what plays, and what is refused, in both dialects.
class TestSearch : public ReadingFixture
{
    Q_OBJECT

    Reply search(const QString &query, const QString &more = {}, const QString &type = QStringLiteral("track"))
    {
        return m_bench->get(QStringLiteral("/v1/search?q=%1&type=%2%3")
                                .arg(QString::fromLatin1(QUrl::toPercentEncoding(query)), type, more));
    }
    QJsonArray found(const QString &query, const QString &more = {})
    {
        return search(query, more).json[QLatin1String("tracks")][QLatin1String("items")].toArray();
    }
    /// The payloads of a playlist whose rows are of that kind.
    QList<QJsonObject> payloads(const char *playlist, const char *kind)
    {
        const QString list = id(playlist);
        const QJsonArray rows = m_bench->rows(list);
        QList<QJsonObject> out;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (text(rows[i], "kind") != QLatin1String(kind))
                continue;
            const QJsonObject entry = items(list, QStringLiteral("?limit=1&offset=%1").arg(i)).list()[0].toObject();
            out.append(entry[QLatin1String(entry.contains(QLatin1String("item")) ? "item" : "track")].toObject());
        }
        return out;
    }
    static QString byName(const QJsonObject &track)
    {
        return QStringLiteral("track:\"%1\" artist:\"%2\"")
            .arg(text(track, "name"), text(track[QLatin1String("artists")][0], "name"));
    }
    static bool plays(const QJsonValue &track)
    {
        return track[QLatin1String("is_playable")].toBool(
            !track[QLatin1String("available_markets")].toArray().isEmpty());
    }

private Q_SLOTS:
    void byCode_data() { bothDialects(); }
    void byCode()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonObject track = payloads("Twice is nice", "track").at(0);
        const QString isrc = isrcOf(track);
        QVERIFY(!isrc.isEmpty());
        const QJsonArray releases = found(QStringLiteral("isrc:") + isrc.toLower());
        QCOMPARE(releases.size(), 2); // album and single
        QSet<QString> ids;
        for (const QJsonValue &release : releases) {
            QCOMPARE(isrcOf(release), isrc);
            QCOMPARE(text(release, "name"), text(track, "name"));
            ids.insert(text(release, "id"));
        }
        QVERIFY(ids.contains(text(track, "id")));
        QVERIFY(found(QStringLiteral("isrc:") + isrc.left(11)).isEmpty());
    }

    void byFieldsAndWords()
    {
        const QJsonObject track = payloads("Our road trip 2026", "track").at(3);
        const QString name = text(track, "name");
        const QString artist = text(track[QLatin1String("artists")][0], "name");
        const QString album = text(track[QLatin1String("album")], "name");
        const auto finds = [&](const QString &query) {
            for (const QJsonValue &each : found(query, QStringLiteral("&limit=10")))
                if (text(each, "id") == text(track, "id"))
                    return true;
            return false;
        };
        QVERIFY(finds(QStringLiteral("track:\"%1\" artist:\"%2\" album:\"%3\"").arg(name, artist, album)));
        QVERIFY(finds(QStringLiteral("%1 %2 %3").arg(album, name, artist).toUpper()));
        QVERIFY(finds(QStringLiteral("\"%1\" \"%2\"").arg(name, artist)));
        QVERIFY(!finds(QStringLiteral("track:\"%1\" artist:\"%2\"").arg(artist, name)));
        QVERIFY(!finds(QStringLiteral("track:\"%1\" artist:\"%2\" genre:pop").arg(name, artist)));
        const QString year = text(track[QLatin1String("album")], "release_date").left(4);
        QVERIFY(finds(QStringLiteral("track:\"%1\" artist:\"%2\" year:%3").arg(name, artist, year)));
        QVERIFY(!finds(QStringLiteral("track:\"%1\" artist:\"%2\" year:1900-1930").arg(name, artist)));
        QVERIFY(found(QStringLiteral("nobody sings this")).isEmpty());
    }

    void pages_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("usual");
        QTest::addColumn<int>("most");
        QTest::newRow("tracks") << Dialect::Tracks << 20 << 50;
        QTest::newRow("items") << Dialect::Items << 5 << 10;
    }
    void pages()
    {
        QFETCH(Dialect, dialect);
        QFETCH(int, usual);
        QFETCH(int, most);
        start(dialect);
        const QString word = QStringLiteral("year:1970-2030");
        QCOMPARE(found(word).size(), usual);
        QCOMPARE(found(word, QStringLiteral("&limit=%1").arg(most)).size(), most);
        QCOMPARE(search(word, QStringLiteral("&limit=%1").arg(most + 1)).message(), QStringLiteral("Invalid limit"));
        const QJsonValue first = search(word).json[QLatin1String("tracks")];
        QVERIFY(first[QLatin1String("total")].toInt() > 2 * usual);
        QCOMPARE(first[QLatin1String("offset")].toInt(), 0);
        QVERIFY(first[QLatin1String("previous")].isNull());
        // Following `next` goes on where this page ended, with the same query.
        const QString next = text(first, "next").remove(m_bench->standIn.accountsUrl().toString());
        const QJsonValue second = m_bench->get(next).json[QLatin1String("tracks")];
        QCOMPARE(second[QLatin1String("total")], first[QLatin1String("total")]);
        QCOMPARE(second[QLatin1String("items")].toArray(), found(word, QStringLiteral("&offset=%1").arg(usual)));
        QVERIFY(second[QLatin1String("items")].toArray() != first[QLatin1String("items")].toArray());
        // Always the same order.
        QCOMPARE(found(word), first[QLatin1String("items")].toArray());
        QVERIFY(
            search(word, QStringLiteral("&offset=1000")).json[QLatin1String("tracks")][QLatin1String("next")].isNull());
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QString &query, int status, const char *message) {
            QTest::newRow(name) << query << status << QString::fromLatin1(message);
        };
        row("no query", QStringLiteral("type=track"), 400, "No search query");
        row("empty query", QStringLiteral("q=&type=track"), 400, "No search query");
        row("no type", QStringLiteral("q=a"), 400, "Missing parameter type");
        row("unknown type", QStringLiteral("q=a&type=track,song"), 400, "Bad search type field song");
        row("limit", QStringLiteral("q=a&type=track&limit=0"), 400, "Invalid limit");
        row("limit of the other dialect", QStringLiteral("q=a&type=track&limit=50"), 400, "Invalid limit");
        row("offset", QStringLiteral("q=a&type=track&offset=1001"), 400, "Invalid offset");
        row("market", QStringLiteral("q=a&type=track&market=sweden"), 400, "Invalid market code");
        row("long", QStringLiteral("type=track&q=") + QString(101, u'a'), 404, "Not found.");
    }
    void refusals()
    {
        QFETCH(QString, query);
        QFETCH(int, status);
        QFETCH(QString, message);
        const Reply refused = m_bench->get(QStringLiteral("/v1/search?") + query);
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.message(), message);
    }

    void fieldsOfEachDialect()
    {
        const QString query = QStringLiteral("year:1970-2030");
        const QJsonValue items = found(query)[0];
        QVERIFY(items[QLatin1String("is_playable")].isBool());
        QVERIFY(items[QLatin1String("popularity")].isUndefined());
        start(Dialect::Tracks);
        const QJsonValue tracks = found(query)[0];
        QVERIFY(tracks[QLatin1String("is_playable")].isUndefined());
        QVERIFY(tracks[QLatin1String("available_markets")].isArray());
        int relinked = 0;
        for (int offset = 0; offset < 400; offset += 50) {
            const QJsonArray page = found(query, QStringLiteral("&market=SE&limit=50&offset=%1").arg(offset));
            for (const QJsonValue &track : page) {
                QVERIFY(track[QLatin1String("is_playable")].toBool());
                if (track[QLatin1String("linked_from")].isUndefined())
                    continue;
                ++relinked;
                QVERIFY(text(track[QLatin1String("linked_from")], "uri") != text(track, "uri"));
            }
        }
        QVERIFY(relinked > 0);
    }

    void someUnavailableTracksHaveATwin_data() { bothDialects(); }
    void someUnavailableTracksHaveATwin()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        int sameCode = 0, sameName = 0, nothing = 0;
        const QList<QJsonObject> gone = payloads("Odds and ends", "unavailable");
        QCOMPARE(gone.size(), 8);
        for (const QJsonObject &track : gone) {
            QVERIFY(!plays(track));
            int byIsrc = 0, byTitle = 0;
            const QJsonArray named = found(byName(track));
            QVERIFY(!named.isEmpty()); // itself at least
            for (const QJsonValue &other : named) {
                if (!plays(other))
                    continue;
                QVERIFY(text(other, "id") != text(track, "id"));
                // Artists have several songs of one title.
                const QLatin1String length("duration_ms");
                if (std::abs(other[length].toInt() - track[length].toInt()) >= 2'000)
                    continue;
                (!isrcOf(track).isEmpty() && isrcOf(other) == isrcOf(track) ? byIsrc : byTitle)++;
            }
            sameCode += byIsrc > 0;
            sameName += byIsrc == 0 && byTitle > 0;
            nothing += byIsrc + byTitle == 0;
            // With a market, only what plays there is found.
            for (const QJsonValue &other : found(byName(track), QStringLiteral("&market=SE")))
                QVERIFY(plays(other));
        }
        QVERIFY(sameCode > 0 && sameName > 0 && nothing > 0);
    }

    void anUnavailableTrackStaysSoWhereverItIsAdded()
    {
        const QJsonObject track = payloads("Odds and ends", "unavailable").at(0);
        const QString empty = id("Empty for now");
        QCOMPARE(
            m_bench
                ->post(m_bench->itemsPath(empty), {{QStringLiteral("uris"), QJsonArray{track[QLatin1String("uri")]}}})
                .status,
            201);
        QVERIFY(!plays(items(empty, {}).list()[0][QLatin1String("item")]));
    }
};

SEGUE_TEST(TestSearch)
#include "tst_Search.moc"
