// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <QDateTime>
#include <QSet>

using namespace segue::demo;
using namespace segue::demo::test;

/// /me/top and /me/player/recently-played, which both dialects have.
class TestListening : public ReadingFixture
{
    Q_OBJECT

    Reply recent(const QString &query = {})
    {
        return m_bench->get(QStringLiteral("/v1/me/player/recently-played") + query);
    }

private Q_SLOTS:
    void top_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("what");
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            QTest::addRow("tracks %d", int(dialect)) << dialect << QStringLiteral("track");
            QTest::addRow("artists %d", int(dialect)) << dialect << QStringLiteral("artist");
        }
    }
    void top()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, what);
        start(dialect);
        const QString path = QStringLiteral("/v1/me/top/%1s").arg(what);
        QCOMPARE(m_bench->get(path).list().size(), 20);
        QHash<QString, QStringList> ids;
        for (const char *range : {"short_term", "medium_term", "long_term"}) {
            int pages = 0;
            const QJsonArray all =
                walked(path + QStringLiteral("?limit=40&time_range=") + QLatin1String(range), nullptr, &pages);
            QCOMPARE(pages, 3);
            QCOMPARE(all.size(), 99);
            QCOMPARE(text(all[0], "type"), what);
            QCOMPARE(all[0].toObject().contains(QLatin1String("popularity")), dialect == Dialect::Tracks);
            ids[QLatin1String(range)] = texts(all, "id");
            QCOMPARE(QSet<QString>(ids[QLatin1String(range)].begin(), ids[QLatin1String(range)].end()).size(), 99);
        }
        QVERIFY(ids[QStringLiteral("short_term")] != ids[QStringLiteral("long_term")]);
        QCOMPARE(texts(m_bench->get(path).list(), "id"), ids[QStringLiteral("medium_term")].mid(0, 20));
    }

    void recentlyPlayed_data() { bothDialects(); }
    void recentlyPlayed()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        int pages = 0;
        const QJsonArray all = walked(QStringLiteral("/v1/me/player/recently-played?limit=50"), nullptr, &pages);
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 120);
        QString last = QStringLiteral("9");
        int contexts = 0;
        for (const QJsonValue &play : all) {
            QCOMPARE(keys(play),
                     (QStringList{QStringLiteral("context"), QStringLiteral("played_at"), QStringLiteral("track")}));
            QVERIFY(text(play, "played_at") < last);
            last = text(play, "played_at");
            QVERIFY(last.endsWith(u'Z'));
            QCOMPARE(text(play[QLatin1String("track")], "type"), QStringLiteral("track"));
            const QJsonValue context = play[QLatin1String("context")];
            contexts += context.isObject();
            if (context.isObject())
                QCOMPARE(keys(context), (QStringList{QStringLiteral("external_urls"), QStringLiteral("href"),
                                                     QStringLiteral("type"), QStringLiteral("uri")}));
        }
        QVERIFY(contexts > 0 && contexts < 120);
    }

    void cursors()
    {
        const Reply first = recent();
        QCOMPARE(first.list().size(), 20);
        const auto at = [](const QJsonValue &play) {
            return QString::number(
                QDateTime::fromString(text(play, "played_at"), Qt::ISODateWithMs).toMSecsSinceEpoch());
        };
        const QJsonValue cursors = first.json[QLatin1String("cursors")];
        QCOMPARE(text(cursors, "after"), at(first.list()[0]));
        QCOMPARE(text(cursors, "before"), at(first.list()[19]));
        QVERIFY(!first.json.contains(QLatin1String("total")));
        // Back from the end, nothing twice and nothing left out.
        const Reply older = recent(QStringLiteral("?limit=5&before=") + text(cursors, "before"));
        QCOMPARE(older.list().size(), 5);
        QVERIFY(at(older.list()[0]) < at(first.list()[19]));
        const Reply newer = recent(QStringLiteral("?limit=5&after=") + at(older.list()[0]));
        QCOMPARE(newer.list().last(), first.list()[19]);
        QCOMPARE(newer.list().size(), 5);
        QVERIFY(newer.json[QLatin1String("next")].isString());
        const Reply none = recent(QStringLiteral("?after=") + at(first.list()[0]));
        QCOMPARE(none.status, 200);
        QVERIFY(none.list().isEmpty() && none.json[QLatin1String("cursors")].isNull());
        QVERIFY(none.json[QLatin1String("next")].isNull());
    }

    void refused_data()
    {
        refusals();
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            refusal(dialect, QStringLiteral("GET me/top/tracks?time_range=ever"), 400, "Invalid time range");
            refusal(dialect, QStringLiteral("GET me/top/artists?limit=51"), 400, "Invalid limit");
            refusal(dialect, QStringLiteral("GET me/top/artists?offset=-1"), 400, "Invalid offset");
            refusal(dialect, QStringLiteral("GET me/top/albums"), 404, "Service not found");
            refusal(dialect, QStringLiteral("GET me/player/recently-played?limit=51"), 400, "Invalid limit");
            refusal(dialect, QStringLiteral("GET me/player/recently-played?before=noon"), 400, "Invalid before");
            refusal(dialect, QStringLiteral("GET me/player/recently-played?after=-1"), 400, "Invalid after");
            refusal(dialect, QStringLiteral("GET me/player/recently-played?after=1&before=2"), 400,
                    "Can't have both before and after");
        }
    }
    void refused() { ReadingFixture::refused(); }

    void scopes()
    {
        m_bench->useScopes(QStringLiteral("user-top-read"));
        QCOMPARE(recent().message(), QStringLiteral("Insufficient client scope"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/top/tracks")).status, 200);
        m_bench->useScopes(QStringLiteral("user-read-recently-played"));
        QCOMPARE(recent().status, 200);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/top/tracks")).message(),
                 QStringLiteral("Insufficient client scope"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/top/artists")).status, 403);
    }
};

SEGUE_TEST(TestListening)
#include "tst_Listening.moc"
