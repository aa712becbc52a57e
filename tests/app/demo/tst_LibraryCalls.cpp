// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/ReadingFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// /me/library of the newer dialect, for everything that can be in it.
class TestLibraryCalls : public ReadingFixture
{
    Q_OBJECT

    QJsonArray contains(const QStringList &uris)
    {
        const Reply reply = m_bench->get(QStringLiteral("/v1/me/library/contains?uris=") + uris.join(u','));
        return QJsonDocument::fromJson(reply.body).array();
    }
    Reply change(const QByteArray &method, const QStringList &uris)
    {
        return m_bench->send(method, QStringLiteral("/v1/me/library?uris=") + uris.join(u','));
    }
    /// One of each kind that is in the library from the start.
    QStringList there()
    {
        QStringList uris;
        for (const char *kind : {"track", "album", "episode", "show"}) {
            const Reply reply = m_bench->get(QStringLiteral("/v1/me/%1s?limit=1").arg(QLatin1String(kind)));
            uris.append(text(reply.list()[0][QLatin1String(kind)], "uri"));
        }
        const Reply artists = m_bench->get(QStringLiteral("/v1/me/following?type=artist&limit=1"));
        uris.append(text(artists.json[QLatin1String("artists")][QLatin1String("items")][0], "uri"));
        return uris + QStringList{QStringLiteral("spotify:user:ilva_q"),
                                  QStringLiteral("spotify:playlist:") + id("Night drive")};
    }

private Q_SLOTS:
    void everyKind()
    {
        const QStringList uris = there();
        QCOMPARE(uris.size(), 7);
        QCOMPARE(contains(uris), (QJsonArray{true, true, true, true, true, true, true}));
        QCOMPARE(change("DELETE", uris).status, 200);
        QCOMPARE(contains(uris), (QJsonArray{false, false, false, false, false, false, false}));
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me/tracks")).json[QLatin1String("total")].toInt(), 136);
        QCOMPARE(change("PUT", uris.mid(0, 1) + uris.mid(4)).status, 200);
        QCOMPARE(contains(uris), (QJsonArray{true, false, false, false, true, true, true}));
        // What was saved last comes first.
        QCOMPARE(text(m_bench->get(QStringLiteral("/v1/me/tracks")).list()[0][QLatin1String("track")], "uri"), uris[0]);
    }

    void unknownOnes()
    {
        const QString none(22, u'7');
        const QStringList uris{QStringLiteral("spotify:album:") + none, QStringLiteral("spotify:playlist:") + none,
                               QStringLiteral("spotify:user:nobody")};
        QCOMPARE(contains(uris), (QJsonArray{false, false, false}));
        for (const QString &uri : uris)
            QCOMPARE(change("PUT", {uri}).status, 404);
        // Nothing is done when one of them is wrong.
        const QString track = m_bench->tracks(1).constFirst();
        QCOMPARE(change("PUT", {track, uris[0]}).status, 404);
        QCOMPARE(contains({track}), QJsonArray{false});
        QCOMPARE(change("PUT", {track}).status, 200);
        QCOMPARE(contains({track}), QJsonArray{true});
    }

    void refused_data()
    {
        refusals();
        const QString none(22, u'7');
        const QString many = QStringList(41, QStringLiteral("spotify:track:") + none).join(u',');
        for (const char *call : {"PUT me/library", "DELETE me/library", "GET me/library/contains"}) {
            const QString question = QLatin1String(call);
            refusal(Dialect::Items, question, 400, "Missing required field: uris");
            refusal(Dialect::Items, question + QStringLiteral("?uris=") + many, 400, "Too many uris requested");
            refusal(Dialect::Items, question + QStringLiteral("?uris=spotify:track:x"), 400,
                    "Invalid uri: spotify:track:x");
            refusal(Dialect::Items, question + QStringLiteral("?uris=spotify:song:") + none, 400,
                    qPrintable(QStringLiteral("Invalid uri: spotify:song:") + none));
            refusal(Dialect::Tracks, question + QStringLiteral("?uris=spotify:track:") + none, 404,
                    "Service not found");
        }
    }
    void refused() { ReadingFixture::refused(); }

    void scopesOfEachKind()
    {
        const QString track = m_bench->tracks(1).constFirst();
        const QString user = QStringLiteral("spotify:user:ilva_q");
        m_bench->useScopes(QStringLiteral("user-library-modify user-library-read"));
        QCOMPARE(change("PUT", {track}).status, 200);
        QCOMPARE(change("PUT", {track, user}).message(), QStringLiteral("Insufficient client scope"));
        QVERIFY(contains({user}).isEmpty());
        m_bench->useScopes(QStringLiteral("user-follow-modify user-follow-read"));
        QCOMPARE(change("DELETE", {user}).status, 200);
        QCOMPARE(contains({user}), QJsonArray{false});
        QCOMPARE(change("DELETE", {track}).status, 403);
        m_bench->useScopes(QString());
        QCOMPARE(change("PUT", {user}).status, 403);
    }
};

SEGUE_TEST(TestLibraryCalls)
#include "tst_LibraryCalls.moc"
