// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/SearchQuery.h"
#include "tests/app/web/StandInAccount.h"
#include "tests/support/TestMain.h"

#include <QUrlQuery>

#include <algorithm>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

namespace
{

const QByteArray emptyPage = R"({"tracks":{"total":0,"items":[]}})";
const QByteArray profile = R"({"id":"una","country":"SE"})";

} // namespace

/// Looking for tracks: what is asked, in which dialect how much, and what the stand-in finds.
class TestSearch : public QObject
{
    Q_OBJECT

    static QString asked(const Client &client, const char *name, int request = -1)
    {
        const auto &all = client.server.requests();
        return all.at(request < 0 ? all.size() - 1 : request)
            .query()
            .queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    static bool search(Client &client, const SearchCall &call)
    {
        Outcome<TrackSearchPage> page;
        client.api->searchTracks(call, Priority::Normal, &client.context, page.taker());
        return page.ok();
    }

private Q_SLOTS:
    void everySignArrives()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.body = emptyPage}; });
        const QString query = QString::fromUtf8("track:\"A+B & 100% #1 = ß？\" artist:\"C/D;E\"");
        QVERIFY(search(client, {.query = query, .offset = 20}));
        QCOMPARE(client.server.requests().last().path(), QByteArray("/v1/search"));
        QVERIFY(client.server.requests().last().target.contains("A%2BB"));
        QCOMPARE(asked(client, "q"), query);
        QCOMPARE(asked(client, "type"), QStringLiteral("track"));
        QCOMPARE(asked(client, "offset"), QStringLiteral("20"));
    }

    void asMuchAsTheDialectGives()
    {
        const auto handler = [](const HttpRequest &) { return HttpAnswer{.body = emptyPage}; };
        Client items(handler);
        QVERIFY(search(items, {.query = QStringLiteral("a")}));
        QCOMPARE(asked(items, "limit"), QStringLiteral("10"));
        QVERIFY(search(items, {.query = QStringLiteral("a"), .most = 30}));
        QCOMPARE(asked(items, "limit"), QStringLiteral("10"));
        Client tracks(handler, Dialect::Tracks);
        QVERIFY(search(tracks, {.query = QStringLiteral("a")}));
        QCOMPARE(asked(tracks, "limit"), QStringLiteral("50"));
        QVERIFY(search(tracks, {.query = QStringLiteral("a"), .most = 30}));
        QCOMPARE(asked(tracks, "limit"), QStringLiteral("30"));
        // Nothing known: what both take. And nothing is learnt by it.
        Client unknown(handler, std::nullopt);
        QVERIFY(search(unknown, {.query = QStringLiteral("a")}));
        QCOMPARE(asked(unknown, "limit"), QStringLiteral("10"));
        QVERIFY(!unknown.memory.load(QStringLiteral("client")));
    }

    void anOutdatedDialectIsNoObstacle()
    {
        Client client(
            [](const HttpRequest &request) {
                if (request.query().queryItemValue(QStringLiteral("limit")).toInt() > 10)
                    return HttpAnswer{.status = 400, .body = R"({"error":{"status":400,"message":"Invalid limit"}})"};
                return HttpAnswer{.body = emptyPage};
            },
            Dialect::Tracks);
        QVERIFY(search(client, {.query = QStringLiteral("a")}));
        QCOMPARE(client.server.requests().size(), 2);
    }

    void theMarketIsThatOfTheAccount()
    {
        Client client([](const HttpRequest &request) {
            return HttpAnswer{.body = request.path() == "/v1/me" ? profile : emptyPage};
        });
        QVERIFY(search(client, {.query = QStringLiteral("a")}));
        QVERIFY(!client.server.requests().last().query().hasQueryItem(QStringLiteral("market")));
        Outcome<UserProfile> me;
        client.api->me(&client.context, me.taker());
        QVERIFY(me.ok());
        QCOMPARE(me.value().country, QStringLiteral("SE"));
        QVERIFY(search(client, {.query = QStringLiteral("a")}));
        QCOMPARE(asked(client, "market"), QStringLiteral("SE"));
        QVERIFY(search(client, {.query = QStringLiteral("a"), .market = QStringLiteral("JP")}));
        QCOMPARE(asked(client, "market"), QStringLiteral("JP"));
    }

    void whatCannotBeAskedIsNotSent_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("market");
        QTest::newRow("nothing") << QString() << 0 << QString();
        QTest::newRow("blanks") << QStringLiteral(" \t") << 0 << QString();
        QTest::newRow("long") << QString(maxSearchQueryLength + 1, u'a') << 0 << QString();
        QTest::newRow("far") << QStringLiteral("a") << 1001 << QString();
        QTest::newRow("before") << QStringLiteral("a") << -1 << QString();
        QTest::newRow("nowhere") << QStringLiteral("a") << 0 << QStringLiteral("Sweden");
    }
    void whatCannotBeAskedIsNotSent()
    {
        QFETCH(QString, query);
        QFETCH(int, offset);
        QFETCH(QString, market);
        Client client([](const HttpRequest &) { return HttpAnswer{.body = emptyPage}; });
        Outcome<TrackSearchPage> page;
        client.api->searchTracks({.query = query, .offset = offset, .market = market}, Priority::Normal,
                                 &client.context, page.taker());
        QCOMPARE(page.count(), 0);
        QVERIFY(page.failed());
        QCOMPARE(page.error().kind, ErrorKind::InvalidInput);
        QVERIFY(client.server.requests().isEmpty());
    }

    void failuresAreErrors()
    {
        Client client([](const HttpRequest &) {
            return HttpAnswer{.status = 400, .body = R"({"error":{"status":400,"message":"Invalid market code"}})"};
        });
        Outcome<TrackSearchPage> refused;
        client.api->searchTracks({.query = QStringLiteral("a")}, Priority::Normal, &client.context, refused.taker());
        QVERIFY(refused.failed());
        QCOMPARE(refused.error().kind, ErrorKind::BadRequest);
        QCOMPARE(client.server.requests().size(), 1); // the smallest page was refused: there is no smaller one
        client.server.setHandler([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; });
        Outcome<TrackSearchPage> odd;
        client.api->searchTracks({.query = QStringLiteral("a")}, Priority::Normal, &client.context, odd.taker());
        QVERIFY(odd.failed());
        QCOMPARE(odd.error().kind, ErrorKind::BadAnswer);
    }

    void theStandInFinds_data() { bothDialects(); }
    void theStandInFinds()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        Outcome<UserProfile> me;
        account.api->me(&account.context, me.taker());
        QVERIFY(me.ok());
        const QList<PlaylistEntry> entries = account.readAll(account.pick(true));
        const auto withCode = std::find_if(entries.begin(), entries.end(), [](const PlaylistEntry &entry) {
            return entry.medium && !entry.medium->isrc.isEmpty() && entry.medium->isPlayable;
        });
        QVERIFY(withCode != entries.end());
        const Medium &track = *withCode->medium;
        for (const QString &query :
             {searchQuery::byIsrc(track.isrc), searchQuery::byTitle(track.title, track.artists.first().name)}) {
            Outcome<TrackSearchPage> page;
            account.api->searchTracks({.query = query}, Priority::Normal, &account.context, page.taker());
            QVERIFY(page.ok());
            QVERIFY2(page.value().found.size() >= 2, qPrintable(query)); // its single, too
            for (const MediumPtr &found : page.value().found) {
                QCOMPARE(found->title, track.title);
                QCOMPARE(found->artists.first().name, track.artists.first().name);
            }
        }
        // In pages, to the end of what is within reach.
        int pages = 0;
        for (SearchCall call{.query = QStringLiteral("year:1970-2030"), .offset = 980}; call.offset >= 0; ++pages) {
            Outcome<TrackSearchPage> page;
            account.api->searchTracks(call, Priority::Normal, &account.context, page.taker());
            QVERIFY(page.ok());
            QVERIFY(!page.value().found.isEmpty());
            call.offset = page.value().nextOffset;
        }
        QCOMPARE(pages, dialect == demo::Dialect::Items ? 3 : 1);
    }

    void aCancelledSearchIsSilent()
    {
        Client client([](const HttpRequest &) { return HttpAnswer{.body = emptyPage}; });
        Outcome<TrackSearchPage> dropped;
        Outcome<TrackSearchPage> next;
        const Call call = client.api->searchTracks({.query = QStringLiteral("a")}, Priority::Normal, &client.context,
                                                   dropped.taker());
        QVERIFY(call.isActive());
        call.cancel();
        QVERIFY(!call.isActive());
        client.api->searchTracks({.query = QStringLiteral("b")}, Priority::Normal, &client.context, next.taker());
        QVERIFY(next.ok());
        QCOMPARE(dropped.count(), 0);
    }
};

SEGUE_TEST(TestSearch)
#include "tst_Search.moc"
