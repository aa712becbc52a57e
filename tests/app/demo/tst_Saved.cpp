// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace segue::demo;
using namespace segue::demo::test;

/// Saved tracks, albums, episodes and shows: the lists in both dialects, the older calls that change them.
class TestSaved : public ReadingFixture
{
    Q_OBJECT

    static QString plural(const QString &kind) { return QStringLiteral("/v1/me/%1s").arg(kind); }
    QStringList savedIds(const QString &kind)
    {
        QStringList ids;
        for (const QJsonValue &entry : walked(plural(kind) + QStringLiteral("?limit=50")))
            ids.append(entry[kind][QLatin1String("id")].toString());
        return ids;
    }
    QList<bool> contains(const QString &kind, const QStringList &ids)
    {
        const Reply reply = m_bench->get(plural(kind) + QStringLiteral("/contains?ids=") + ids.join(u','));
        QList<bool> list;
        for (const QJsonValue &answer : QJsonDocument::fromJson(reply.body).array())
            list.append(answer.toBool());
        return list;
    }
    /// Ids of that kind that are there to save and are not saved yet.
    QStringList unsaved(const QString &kind)
    {
        QStringList ids;
        if (kind == QLatin1String("track")) {
            for (const QString &uri : m_bench->tracks(2))
                ids.append(uri.section(u':', -1));
        } else if (kind == QLatin1String("album")) {
            for (const QString &uri : m_bench->tracks(30)) {
                const QString track = QStringLiteral("/v1/tracks/") + uri.section(u':', -1);
                ids.append(text(m_bench->get(track).json[QLatin1String("album")], "id"));
            }
        } else if (kind == QLatin1String("episode")) {
            ids = {QString(22, u'5'), QString(22, u'6')};
        } else {
            const QStringList known = savedIds(kind);
            for (const QString &episode : savedIds(QStringLiteral("episode"))) {
                const Reply reply = m_bench->get(QStringLiteral("/v1/episodes/") + episode);
                const QString show = text(reply.json[QLatin1String("show")], "id");
                if (!known.contains(show))
                    ids.append(show);
            }
        }
        ids.removeDuplicates();
        return ids;
    }

private Q_SLOTS:
    void listsInPages_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("total");
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            const auto row = [&](const char *kind, int total) {
                QTest::addRow("%s %d", kind, int(dialect)) << dialect << QString::fromLatin1(kind) << total;
            };
            row("track", 137);
            row("album", 23);
            row("episode", 24);
            row("show", 3);
        }
    }
    void listsInPages()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, kind);
        QFETCH(int, total);
        start(dialect);
        int pages = 0;
        const int limit = total / 3;
        const QJsonArray all = walked(plural(kind) + QStringLiteral("?limit=%1").arg(limit), nullptr, &pages);
        QCOMPARE(all.size(), total);
        QVERIFY(pages > 2);
        QSet<QString> seen;
        QString last = QStringLiteral("9");
        for (const QJsonValue &entry : all) {
            QCOMPARE(keys(entry), (QStringList{QStringLiteral("added_at"), kind}));
            QCOMPARE(text(entry[kind], "type"), kind);
            QCOMPARE(text(entry[kind], "uri"), QStringLiteral("spotify:%1:%2").arg(kind, text(entry[kind], "id")));
            QVERIFY(entry[kind][QLatin1String("track")].isUndefined());
            QVERIFY(text(entry, "added_at") < last);
            last = text(entry, "added_at");
            seen.insert(text(entry[kind], "id"));
        }
        QCOMPARE(seen.size(), total);
        // The same seed, the same things.
        start(dialect);
        QCOMPARE(savedIds(kind).size(), total);
        QVERIFY(seen.contains(savedIds(kind).constFirst()));
    }

    void savedAndRemoved_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"track", "album", "episode", "show"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void savedAndRemoved()
    {
        QFETCH(QString, kind);
        start(Dialect::Tracks);
        const QStringList before = savedIds(kind);
        const QStringList fresh = unsaved(kind);
        QVERIFY(!fresh.isEmpty());
        const QString one = fresh.constFirst();
        QCOMPARE(contains(kind, {one, before.constFirst()}), (QList<bool>{false, true}));
        // By the query.
        QCOMPARE(m_bench->send("PUT", plural(kind) + QStringLiteral("?ids=") + one).status, 200);
        QCOMPARE(savedIds(kind), QStringList{one} + before);
        QCOMPARE(m_bench->send("PUT", plural(kind) + QStringLiteral("?ids=") + one).status, 200);
        QCOMPARE(savedIds(kind).size(), before.size() + 1);
        QCOMPARE(m_bench->send("DELETE", plural(kind) + QStringLiteral("?ids=") + one).status, 200);
        QCOMPARE(savedIds(kind), before);
        // By the body.
        const QJsonObject body{{QStringLiteral("ids"), QJsonArray{one}}};
        QCOMPARE(m_bench->put(plural(kind), body).status, 200);
        QCOMPARE(contains(kind, {one}), QList<bool>{true});
        QCOMPARE(m_bench->del(plural(kind), body).status, 200);
        QCOMPARE(contains(kind, {one}), QList<bool>{false});
        QCOMPARE(m_bench->send("PUT", plural(kind), "[\"" + one.toLatin1() + "\"]").status, 200);
        QCOMPARE(savedIds(kind).constFirst(), one);
        // A reset brings the beginning back.
        m_bench->control("POST", QStringLiteral("/reset"));
        m_bench->setOption("dialect", QStringLiteral("tracks"));
        QCOMPARE(savedIds(kind), before);
    }

    void tracksAsOfAnotherTime()
    {
        start(Dialect::Tracks);
        const QString track = unsaved(QStringLiteral("track")).constFirst();
        const auto stamped = [&](const char *time) {
            return QJsonObject{{QStringLiteral("timestamped_ids"),
                                QJsonArray{QJsonObject{{QStringLiteral("id"), track},
                                                       {QStringLiteral("added_at"), QLatin1String(time)}}}}};
        };
        QCOMPARE(m_bench->put(QStringLiteral("/v1/me/tracks"), stamped("yesterday")).message(),
                 QStringLiteral("Invalid added_at"));
        QCOMPARE(m_bench->put(QStringLiteral("/v1/me/tracks"), stamped("2001-02-03T04:05:06Z")).status, 200);
        const QJsonValue last = walked(QStringLiteral("/v1/me/tracks?limit=50")).last();
        QCOMPARE(text(last[QLatin1String("track")], "id"), track);
        QCOMPARE(text(last, "added_at"), QStringLiteral("2001-02-03T04:05:06Z"));
    }

    void refused_data()
    {
        refusals();
        const QString none(22, u'7');
        for (const char *kind : {"tracks", "albums", "episodes", "shows"}) {
            const QString path = QStringLiteral("me/") + QLatin1String(kind);
            const int most = path == QLatin1String("me/albums") ? 20 : 50;
            const QString many = QStringList(most + 1, none).join(u',');
            for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
                refusal(dialect, QStringLiteral("GET %1?limit=51").arg(path), 400, "Invalid limit");
                refusal(dialect, QStringLiteral("GET %1?offset=-1").arg(path), 400, "Invalid offset");
                refusal(dialect, QStringLiteral("POST %1").arg(path), 404, "Service not found");
            }
            for (const char *method : {"PUT", "DELETE"}) {
                const QString question = QLatin1String(method) + u' ' + path;
                refusal(Dialect::Items, question + QStringLiteral("?ids=") + none, 403, "Forbidden");
                refusal(Dialect::Tracks, question, 400, "Missing required field: ids");
                refusal(Dialect::Tracks, question + QStringLiteral("?ids=abc"), 400, "invalid id");
                refusal(Dialect::Tracks, question + QStringLiteral("?ids=") + many, 400, "Too many ids requested");
            }
            const QString asks = QStringLiteral("GET %1/contains").arg(path);
            refusal(Dialect::Items, asks + QStringLiteral("?ids=") + none, 403, "Forbidden");
            refusal(Dialect::Tracks, asks, 400, "Missing required field: ids");
            refusal(Dialect::Tracks, asks + QStringLiteral("?ids=abc"), 400, "invalid id");
            refusal(Dialect::Tracks, asks + QStringLiteral("?ids=") + many, 400, "Too many ids requested");
        }
        refusal(Dialect::Tracks, QStringLiteral("PUT me/albums?ids=") + none, 404, "Resource not found");
        refusal(Dialect::Tracks, QStringLiteral("PUT me/shows?ids=") + none, 404, "Resource not found");
    }
    void refused() { ReadingFixture::refused(); }

    void scopes()
    {
        start(Dialect::Tracks);
        const QString ids = QStringLiteral("?ids=") + QString(22, u'7');
        m_bench->useScopes(QStringLiteral("user-library-modify"));
        for (const char *kind : {"track", "album", "episode", "show"}) {
            const Reply list = m_bench->get(plural(QLatin1String(kind)));
            QCOMPARE(list.status, 403);
            QCOMPARE(list.message(), QStringLiteral("Insufficient client scope"));
            QCOMPARE(m_bench->get(plural(QLatin1String(kind)) + QStringLiteral("/contains") + ids).status, 403);
        }
        m_bench->useScopes(QStringLiteral("user-library-read"));
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/tracks") + ids).message(),
                 QStringLiteral("Insufficient client scope"));
        QCOMPARE(m_bench->send("DELETE", QStringLiteral("/v1/me/shows") + ids).status, 403);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/tracks")).status, 200);
    }

    void badBodies()
    {
        start(Dialect::Tracks);
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/albums"), "{no").message(),
                 QStringLiteral("Error parsing JSON."));
        QCOMPARE(m_bench->put(QStringLiteral("/v1/me/albums"), {}).message(),
                 QStringLiteral("Missing required field: ids"));
        const QJsonArray many = QJsonArray::fromStringList(QStringList(51, QString(22, u'7')));
        QCOMPARE(m_bench->put(QStringLiteral("/v1/me/tracks"), {{QStringLiteral("ids"), many}}).message(),
                 QStringLiteral("Too many ids requested"));
    }
};

SEGUE_TEST(TestSaved)
#include "tst_Saved.moc"
