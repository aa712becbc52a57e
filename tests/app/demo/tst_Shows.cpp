// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// GET /shows: one, several, and their episodes.
class TestShows : public ReadingFixture
{
    Q_OBJECT

    /// An episode that a playlist holds, as /episodes gives it.
    QJsonObject episode()
    {
        for (const QJsonValue &row : m_bench->rows(id("Odds and ends"))) {
            if (text(row, "kind") == QLatin1String("episode"))
                return m_bench->get(QStringLiteral("/v1/episodes/") + text(row, "uri").section(u':', -1)).json;
        }
        return {};
    }
    QString showId() { return text(episode()[QLatin1String("show")], "id"); }

private Q_SLOTS:
    void one_data() { bothDialects(); }
    void one()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonObject brief = episode()[QLatin1String("show")].toObject();
        const Reply reply = m_bench->get(QStringLiteral("/v1/shows/") + text(brief, "id"));
        QCOMPARE(reply.status, 200);
        for (const QString &key : brief.keys())
            QCOMPARE(reply.json[key], brief[key]);
        for (const char *key : {"publisher", "available_markets"})
            QCOMPARE(reply.json.contains(QLatin1String(key)), dialect == Dialect::Tracks);
        QCOMPARE(reply.json[QLatin1String("episodes")][QLatin1String("total")], brief[QLatin1String("total_episodes")]);
    }

    void episodesInPages_data() { bothDialects(); }
    void episodesInPages()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const QJsonObject known = episode();
        int pages = 0;
        const QJsonArray episodes =
            walked(QStringLiteral("/v1/shows/%1/episodes?limit=20").arg(showId()), nullptr, &pages);
        QVERIFY(pages > 1);
        QCOMPARE(episodes.size(), known[QLatin1String("show")][QLatin1String("total_episodes")].toInt());
        QVERIFY(texts(episodes, "id").contains(text(known, "id")));
        QString last = QStringLiteral("9999");
        for (const QJsonValue &entry : episodes) {
            for (const char *key : {"show", "episode", "track", "is_local"})
                QVERIFY2(!entry.toObject().contains(QLatin1String(key)), key);
            QVERIFY(text(entry, "release_date") < last); // latest first
            last = text(entry, "release_date");
            QVERIFY(entry[QLatin1String("resume_point")].isObject());
        }
    }

    void howFarOneHeardNeedsAScope()
    {
        const QString path = QStringLiteral("/v1/shows/%1/episodes").arg(showId());
        m_bench->useScopes(QStringLiteral("playlist-read-private"));
        const Reply reply = m_bench->get(path);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.list()[0].isObject() && reply.list()[0][QLatin1String("resume_point")].isUndefined());
    }

    void several()
    {
        start(Dialect::Tracks);
        const QString known = showId();
        const QJsonArray shows =
            m_bench->get(QStringLiteral("/v1/shows?ids=%1,%2").arg(known, QString(22, u'7'))).list("shows");
        QCOMPARE(shows.size(), 2);
        QCOMPARE(text(shows[0], "id"), known);
        QVERIFY(!shows[0].toObject().contains(QLatin1String("episodes")));
        QVERIFY(shows[1].isNull());
    }

    void refused_data()
    {
        refusals();
        const QString none(22, u'7');
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            refusal(dialect, QStringLiteral("GET shows/abc"), 400, "invalid id");
            refusal(dialect, QStringLiteral("GET shows/") + none, 404, "Resource not found");
            refusal(dialect, QStringLiteral("GET shows/%1/episodes").arg(none), 404, "Resource not found");
        }
        refusal(Dialect::Items, QStringLiteral("GET shows?ids=") + none, 403, "Forbidden");
        refusal(Dialect::Tracks, QStringLiteral("GET shows"), 400, "Missing required field: ids");
        refusal(Dialect::Tracks, QStringLiteral("GET shows?ids=") + QStringList(51, none).join(u','), 400,
                "Too many ids requested");
    }
    void refused() { ReadingFixture::refused(); }

    void badPages()
    {
        const QString path = QStringLiteral("/v1/shows/%1/episodes").arg(showId());
        QCOMPARE(m_bench->get(path + QStringLiteral("?limit=51")).message(), QStringLiteral("Invalid limit"));
        QCOMPARE(m_bench->get(path + QStringLiteral("?offset=x")).message(), QStringLiteral("Invalid offset"));
    }
};

SEGUE_TEST(TestShows)
#include "tst_Shows.moc"
