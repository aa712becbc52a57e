// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <algorithm>

using namespace segue::demo;
using namespace segue::demo::test;

/// Pages of items: every position, each kind of entry, filters, in both dialects.
class TestItemPages : public ReadingFixture
{
    Q_OBJECT

private Q_SLOTS:
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

    void etag()
    {
        const QString path = m_bench->itemsPath(id("Night drive"));
        const QByteArray tag = m_bench->get(path).headers.value("etag");
        QVERIFY(!tag.isEmpty());
        m_bench->extraHeaders = {{"If-None-Match", tag}};
        const Reply same = m_bench->get(path);
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(same.headers.value("etag"), tag);
        for (const QByteArray &form : {QByteArray("W/" + tag), QByteArray("\"other\", " + tag), QByteArray("*")}) {
            m_bench->extraHeaders = {{"If-None-Match", form}};
            QCOMPARE(m_bench->get(path).status, 304);
        }
        m_bench->extraHeaders = {{"If-None-Match", tag}};
        m_bench->put(path, {{QStringLiteral("range_start"), 0}, {QStringLiteral("insert_before"), 5}});
        QCOMPARE(m_bench->get(path).status, 200);
    }

    void tellsHowLongAnAnswerLasts()
    {
        const QString search = QStringLiteral("/v1/search?q=a&type=track");
        QCOMPARE(m_bench->get(search).headers.value("cache-control"), "private, max-age=0");
        m_bench->setOption("catalogueMaxAge", 120);
        QCOMPARE(m_bench->get(search).headers.value("cache-control"), "public, max-age=120");
        const Reply mine = m_bench->get(QStringLiteral("/v1/me/playlists"));
        QCOMPARE(mine.headers.value("cache-control"), "private, max-age=0");
        QVERIFY(!mine.headers.value("etag").isEmpty());
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
};

SEGUE_TEST(TestItemPages)
#include "tst_ItemPages.moc"
