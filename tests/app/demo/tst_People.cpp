// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// /users and /browse of the older dialect, which the newer one refuses.
class TestPeople : public ReadingFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(Dialect::Tracks); }

    void profiles()
    {
        const Reply reply = m_bench->get(QStringLiteral("/v1/users/junia-77"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json.keys(),
                 (QStringList{QStringLiteral("display_name"), QStringLiteral("external_urls"),
                              QStringLiteral("followers"), QStringLiteral("href"), QStringLiteral("id"),
                              QStringLiteral("images"), QStringLiteral("type"), QStringLiteral("uri")}));
        QCOMPARE(text(reply.json, "uri"), QStringLiteral("spotify:user:junia-77"));
        const Reply own = m_bench->get(QStringLiteral("/v1/users/segue_listener"));
        QVERIFY(!own.json.contains(QLatin1String("product")) && !own.json.contains(QLatin1String("email")));
    }

    void playlistsOfOthers()
    {
        int others = 0;
        for (const char *user : {"ilva_q", "maro.tarrowby", "junia-77", "nightdesk", "long_name_user"}) {
            const QString path = QStringLiteral("/v1/users/%1/playlists?limit=1").arg(QLatin1String(user));
            int pages = 0;
            const QJsonArray all = walked(path, nullptr, &pages);
            QCOMPARE(pages, qMax(1, int(all.size())));
            others += int(all.size());
            for (const QJsonValue &playlist : all) {
                QCOMPARE(text(playlist[QLatin1String("owner")], "id"), QLatin1String(user));
                QVERIFY(playlist[QLatin1String("public")].toBool());
            }
        }
        QCOMPARE(others, 6);
    }

    void ownOnesAreThePublicOnes()
    {
        const auto names = [&] {
            return texts(walked(QStringLiteral("/v1/users/segue_listener/playlists?limit=10")), "name");
        };
        const qsizetype before = names().size();
        QVERIFY(names().contains(QStringLiteral("Night drive")) && !names().contains(QStringLiteral("Vinyl, side B")));
        QCOMPARE(m_bench->put(QStringLiteral("/v1/playlists/") + id("Night drive"), {{QStringLiteral("public"), false}})
                     .status,
                 200);
        QCOMPARE(names().size(), before - 1);
    }

    void categories()
    {
        int pages = 0;
        const QJsonArray all = walked(QStringLiteral("/v1/browse/categories"), "categories", &pages);
        QCOMPARE(all.size(), 24);
        QCOMPARE(pages, 2);
        for (const QJsonValue &category : all) {
            const QString path = QStringLiteral("/v1/browse/categories/") + text(category, "id");
            QCOMPARE(m_bench->get(path).json, category.toObject());
            QVERIFY(!walked(path + QStringLiteral("/playlists?limit=1"), "playlists").isEmpty());
        }
        const QUrl icon(text(all[0][QLatin1String("icons")][0], "url"));
        QCOMPARE(m_bench->get(icon.path()).status, 200);
    }

    void featured()
    {
        const QString path = QStringLiteral("/v1/browse/featured-playlists?limit=4");
        const Reply reply = m_bench->get(path);
        QCOMPARE(reply.status, 200);
        QVERIFY(!text(reply.json, "message").isEmpty());
        int pages = 0;
        const QJsonArray all = walked(path, "playlists", &pages);
        QCOMPARE(all.size(), 6);
        QCOMPARE(pages, 2);
        QCOMPARE(text(all[0], "type"), QStringLiteral("playlist"));
    }

    void closedToNewerApps()
    {
        m_bench->setOption("editorialClosed", true);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/browse/featured-playlists")).status, 404);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/browse/categories/rain/playlists")).status, 404);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/browse/categories/rain")).status, 200);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/browse/categories")).status, 200);
    }

    void refused_data()
    {
        refusals();
        for (const char *path : {"users/ilva_q", "users/ilva_q/playlists", "browse/featured-playlists",
                                 "browse/categories", "browse/categories/rain", "browse/categories/rain/playlists"})
            refusal(Dialect::Items, QStringLiteral("GET ") + QLatin1String(path), 403, "Forbidden");
        for (const char *path : {"users/ilva_q/playlists", "browse/featured-playlists", "browse/categories",
                                 "browse/categories/rain/playlists"}) {
            const QString question = QStringLiteral("GET ") + QLatin1String(path);
            refusal(Dialect::Tracks, question + QStringLiteral("?limit=51"), 400, "Invalid limit");
            refusal(Dialect::Tracks, question + QStringLiteral("?offset=-1"), 400, "Invalid offset");
        }
        refusal(Dialect::Tracks, QStringLiteral("GET users/nobody"), 404, "No such user");
        refusal(Dialect::Tracks, QStringLiteral("GET users/nobody/playlists"), 404, "No such user");
        refusal(Dialect::Tracks, QStringLiteral("GET browse/categories/polka"), 404, "Resource not found");
        refusal(Dialect::Tracks, QStringLiteral("GET browse/categories/polka/playlists"), 404, "Resource not found");
        refusal(Dialect::Tracks, QStringLiteral("GET browse/charts"), 404, "Service not found");
    }
    void refused() { ReadingFixture::refused(); }
};

SEGUE_TEST(TestPeople)
#include "tst_People.moc"
