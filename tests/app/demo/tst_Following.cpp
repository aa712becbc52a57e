// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace segue::demo;
using namespace segue::demo::test;

/// /me/following: the artists by cursor in both dialects, the older calls for artists and users.
class TestFollowing : public ReadingFixture
{
    Q_OBJECT

    QStringList followed()
    {
        return texts(walked(QStringLiteral("/v1/me/following?type=artist&limit=50"), "artists"), "id");
    }
    QJsonArray contains(const QString &type, const QString &ids)
    {
        const QString path = QStringLiteral("/v1/me/following/contains?type=%1&ids=%2").arg(type, ids);
        return QJsonDocument::fromJson(m_bench->get(path).body).array();
    }
    /// Somebody whom the user does not follow yet.
    QString stranger()
    {
        const QStringList known = followed();
        for (int i = 0; i < 60; ++i) {
            const QString uri = m_bench->tracks(1, 710'000 + 20 * i).constFirst();
            const QString artist = text(
                m_bench->get(QStringLiteral("/v1/tracks/") + uri.section(u':', -1)).json[QLatin1String("artists")][0],
                "id");
            if (!known.contains(artist))
                return artist;
        }
        return {};
    }

private Q_SLOTS:
    void byCursor_data() { bothDialects(); }
    void byCursor()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const Reply first = m_bench->get(QStringLiteral("/v1/me/following?type=artist&limit=20"));
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json.keys(), QStringList{QStringLiteral("artists")});
        const QJsonValue page = first.json[QLatin1String("artists")];
        QCOMPARE(page[QLatin1String("total")].toInt(), 57);
        const QJsonArray items = page[QLatin1String("items")].toArray();
        QCOMPARE(items.size(), 20);
        QVERIFY(items[0][QLatin1String("images")].isArray());
        const QString after = text(page[QLatin1String("cursors")], "after");
        QCOMPARE(after, text(items[19], "id"));
        const Reply second = m_bench->get(QStringLiteral("/v1/me/following?type=artist&limit=20&after=") + after);
        int pages = 0;
        const QJsonArray all = walked(QStringLiteral("/v1/me/following?type=artist&limit=20"), "artists", &pages);
        QCOMPARE(pages, 3);
        const QStringList ids = texts(all, "id");
        QCOMPARE(ids.size(), 57);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 57);
        QCOMPARE(text(second.json[QLatin1String("artists")][QLatin1String("items")][0], "id"), ids[20]);
        const QJsonValue end = m_bench->get(QStringLiteral("/v1/me/following?type=artist&limit=20&after=") + ids[39])
                                   .json[QLatin1String("artists")];
        QVERIFY(end[QLatin1String("next")].isNull());
        QVERIFY(end[QLatin1String("cursors")][QLatin1String("after")].isNull());
    }

    void artists()
    {
        start(Dialect::Tracks);
        const QStringList before = followed();
        const QString one = stranger();
        QVERIFY(!one.isEmpty());
        QCOMPARE(contains(QStringLiteral("artist"), one + u',' + before[0]), (QJsonArray{false, true}));
        const QString path = QStringLiteral("/v1/me/following?type=artist");
        QCOMPARE(m_bench->send("PUT", path + QStringLiteral("&ids=") + one).status, 204);
        QCOMPARE(followed(), QStringList{one} + before);
        QCOMPARE(m_bench->send("DELETE", path + QStringLiteral("&ids=") + one).status, 204);
        QCOMPARE(followed(), before);
        QCOMPARE(m_bench->put(path, {{QStringLiteral("ids"), QJsonArray{one}}}).status, 204);
        QCOMPARE(contains(QStringLiteral("artist"), one), QJsonArray{true});
    }

    void users()
    {
        start(Dialect::Tracks);
        QCOMPARE(contains(QStringLiteral("user"), QStringLiteral("ilva_q,long_name_user,nobody")),
                 (QJsonArray{true, false, false}));
        const QString path = QStringLiteral("/v1/me/following?type=user&ids=");
        QCOMPARE(m_bench->send("PUT", path + QStringLiteral("long_name_user")).status, 204);
        QCOMPARE(m_bench->send("DELETE", path + QStringLiteral("ilva_q")).status, 204);
        QCOMPARE(contains(QStringLiteral("user"), QStringLiteral("ilva_q,long_name_user")), (QJsonArray{false, true}));
        QCOMPARE(m_bench->send("PUT", path + QStringLiteral("nobody")).message(), QStringLiteral("Resource not found"));
    }

    void refused_data()
    {
        refusals();
        const QString none(22, u'7');
        for (const Dialect dialect : {Dialect::Tracks, Dialect::Items}) {
            const QString path = QStringLiteral("GET me/following");
            refusal(dialect, path, 400, "Missing parameter type");
            refusal(dialect, path + QStringLiteral("?type=user"), 400, "Invalid type");
            refusal(dialect, path + QStringLiteral("?type=artist&limit=51"), 400, "Invalid limit");
            refusal(dialect, path + QStringLiteral("?type=artist&after=abc"), 400, "invalid id");
        }
        for (const char *call : {"PUT me/following", "DELETE me/following", "GET me/following/contains"}) {
            const QString question = QLatin1String(call);
            refusal(Dialect::Items, question + QStringLiteral("?type=artist&ids=") + none, 403, "Forbidden");
            refusal(Dialect::Tracks, question + QStringLiteral("?ids=") + none, 400, "Missing parameter type");
            refusal(Dialect::Tracks, question + QStringLiteral("?type=show&ids=") + none, 400, "Invalid type");
            refusal(Dialect::Tracks, question + QStringLiteral("?type=artist"), 400, "Missing required field: ids");
            refusal(Dialect::Tracks, question + QStringLiteral("?type=artist&ids=abc"), 400, "invalid id");
            refusal(Dialect::Tracks, question + QStringLiteral("?type=artist&ids=") + QStringList(51, none).join(u','),
                    400, "Too many ids requested");
        }
        refusal(Dialect::Tracks, QStringLiteral("PUT me/following?type=artist&ids=") + none, 404, "Resource not found");
    }
    void refused() { ReadingFixture::refused(); }

    void scopes()
    {
        start(Dialect::Tracks);
        m_bench->useScopes(QStringLiteral("user-follow-modify user-library-read"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/following?type=artist")).message(),
                 QStringLiteral("Insufficient client scope"));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/following/contains?type=user&ids=ilva_q")).status, 403);
        m_bench->useScopes(QStringLiteral("user-follow-read user-library-modify"));
        QCOMPARE(m_bench->send("PUT", QStringLiteral("/v1/me/following?type=user&ids=ilva_q")).status, 403);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/following?type=artist")).status, 200);
    }
};

SEGUE_TEST(TestFollowing)
#include "tst_Following.moc"
