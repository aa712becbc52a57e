// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseMedia.h"
#include "app/web/Requests.h"
#include "tests/app/web/JsonSample.h"
#include "tests/app/web/StandInAccount.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;

/// Tracks and episodes asked for by themselves: requests, answers good and bad, and both dialects of the stand-in.
class TestMedia : public QObject
{
    Q_OBJECT

    static QStringList uris(std::initializer_list<const char *> ids, const char *kind = "track")
    {
        QStringList list;
        for (const char *id : ids)
            list.append(QStringLiteral("spotify:%1:%2").arg(QLatin1String(kind), QLatin1String(id)));
        return list;
    }

private Q_SLOTS:
    void oneIsAPathAndSeveralAreAQuery()
    {
        const ApiRequest one = requests::media(MediumKind::Track, {QStringLiteral("a")}, Priority::Visible);
        QCOMPARE(one.path, QStringLiteral("tracks/a"));
        QVERIFY(one.query.isEmpty());
        QVERIFY(!one.isWrite());
        QCOMPARE(one.priority, Priority::Visible);
        const ApiRequest many =
            requests::media(MediumKind::Episode, {QStringLiteral("a"), QStringLiteral("b")}, Priority::Background);
        QCOMPARE(many.path, QStringLiteral("episodes"));
        QCOMPARE(many.query.queryItemValue(QStringLiteral("ids")), QStringLiteral("a,b"));
        QVERIFY(!many.query.hasQueryItem(QStringLiteral("market")));
        QCOMPARE(many.priority, Priority::Background);
    }

    void whatIsNoQuestionIsNotSent_data()
    {
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("none") << QStringList();
        QTest::newRow("both kinds") << uris({"a"}) + uris({"b"}, "episode");
        QTest::newRow("local") << QStringList(QStringLiteral("spotify:local:a:b:c:1"));
        QTest::newRow("album") << uris({"a"}, "album");
        QTest::newRow("no id") << uris({""});
        QTest::newRow("another path") << uris({"../me"});
        QTest::newRow("two in one") << uris({"a,b"});
        QTest::newRow("too many") << QStringList(51, QStringLiteral("spotify:track:a"));
    }
    void whatIsNoQuestionIsNotSent()
    {
        QFETCH(QStringList, asked);
        Client client([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; }, Dialect::Tracks);
        Outcome<QList<MediumPtr>> media;
        client.api->media(asked, Priority::Visible, &client.context, media.taker());
        QCOMPARE(media.count(), 0);
        QVERIFY(media.failed());
        QCOMPARE(media.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(client.asked().size(), 0);
    }

    void badAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("null") << QByteArray(R"({"tracks":null})");
        QTest::newRow("object") << QByteArray(R"({"tracks":{"uri":"spotify:track:a"}})");
        QTest::newRow("array outside") << QByteArray(R"([null,null])");
        QTest::newRow("too few") << QByteArray(R"({"tracks":[null]})");
        QTest::newRow("too many") << QByteArray(R"({"tracks":[null,null,null]})");
        QTest::newRow("of the other kind") << QByteArray(R"({"episodes":[null,null]})");
    }
    void badAnswers()
    {
        QFETCH(QByteArray, answer);
        TextPool pool;
        const auto media = parseMedia(json(answer), MediumKind::Track, 2, pool);
        QVERIFY(!media);
        QCOMPARE(media.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!parseSingleMedium(json(answer), pool));
    }

    void oddOnesAreNothing()
    {
        TextPool pool;
        const auto media = parseMedia(json(R"({"tracks":[null,7,{},{"name":"nameless"},
            {"uri":"spotify:track:b","name":"B","linked_from":{"uri":"spotify:track:a"},"artists":[null,{"name":"X"}],
             "album":null,"duration_ms":"long"}]})"),
                                      MediumKind::Track, 5, pool);
        QVERIFY(media);
        for (qsizetype i = 0; i < 4; ++i)
            QVERIFY(!media->at(i));
        QCOMPARE(media->at(4)->uri, QStringLiteral("spotify:track:a"));
        QCOMPARE(media->at(4)->title, QStringLiteral("B"));
        QCOMPARE(media->at(4)->artists.size(), 1);
        QCOMPARE(parseSingleMedium(json(R"({"type":"episode","id":"e","name":"E","show":{"name":"S"}})"), pool)
                     .value()
                     ->artists.constFirst()
                     .name,
                 QStringLiteral("S"));
    }

    void goneIsNothingEitherWay()
    {
        Client client(
            [](const HttpRequest &request) {
                if (request.path() == "/v1/tracks")
                    return HttpAnswer{.body = R"({"tracks":[{"uri":"spotify:track:a","name":"A"},null]})"};
                return refusal(404, "Resource not found");
            },
            Dialect::Tracks);
        Outcome<QList<MediumPtr>> both;
        Outcome<QList<MediumPtr>> gone;
        client.api->media(uris({"a", "b"}), Priority::Visible, &client.context, both.taker());
        client.api->media(uris({"b"}), Priority::Visible, &client.context, gone.taker());
        QVERIFY(both.ok() && gone.ok());
        QCOMPARE(both.value().at(0)->title, QStringLiteral("A"));
        QVERIFY(!both.value().at(1));
        QCOMPARE(gone.value(), QList<MediumPtr>{nullptr});
    }

    void otherFailuresAreTold()
    {
        Client client([](const HttpRequest &) { return refusal(); });
        Outcome<QList<MediumPtr>> refused;
        client.api->media(uris({"a"}), Priority::Visible, &client.context, refused.taker());
        QVERIFY(refused.failed());
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        // Nothing is learnt from it, and no other route is tried.
        QCOMPARE(client.asked(), QList<QByteArray>{"GET /v1/tracks/a"});
    }

    void asManyAsTheDialectTakes()
    {
        for (const auto &[dialect, most] :
             {std::pair(std::optional(Dialect::Tracks), 50), std::pair(std::optional(Dialect::Items), 1),
              std::pair(std::optional<Dialect>(), 1)}) {
            Client client([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; }, dialect);
            QCOMPARE(client.api->mediaPerCall(), most);
        }
        Client client([](const HttpRequest &) { return HttpAnswer{.body = "{}"}; });
        Outcome<QList<MediumPtr>> two;
        client.api->media(uris({"a", "b"}), Priority::Visible, &client.context, two.taker());
        QVERIFY(two.failed());
        QCOMPARE(client.asked().size(), 0);
    }

    void standIn_data() { bothDialects(); }
    void standIn()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        const QString id = account.pick(true);
        QHash<QString, QString> titles;
        QStringList tracks;
        QStringList episodes;
        for (const PlaylistEntry &entry : account.readAll(id)) {
            if (!entry.medium || entry.medium->isLocal || titles.contains(entry.medium->uri))
                continue;
            titles.insert(entry.medium->uri, entry.medium->title);
            (entry.medium->kind == MediumKind::Episode ? episodes : tracks).append(entry.medium->uri);
        }
        QVERIFY(tracks.size() >= 50 && !episodes.isEmpty());
        const bool several = dialect == demo::Dialect::Tracks;
        QCOMPARE(account.api->mediaPerCall(), several ? 50 : 1);
        for (const QStringList &asked : {tracks.mid(0, several ? 50 : 1), episodes.mid(0, 1)}) {
            Outcome<QList<MediumPtr>> media;
            account.api->media(asked, Priority::Visible, &account.context, media.taker());
            QVERIFY(media.ok());
            QCOMPARE(media.value().size(), asked.size());
            for (qsizetype i = 0; i < asked.size(); ++i) {
                QVERIFY(media.value().at(i));
                QCOMPARE(media.value().at(i)->uri, asked.at(i));
                QCOMPARE(media.value().at(i)->title, titles.value(asked.at(i)));
                QVERIFY(!media.value().at(i)->artists.isEmpty());
            }
        }
    }
};

SEGUE_TEST(TestMedia)
#include "tst_Media.moc"
