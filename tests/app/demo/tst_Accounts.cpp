// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/AccountsFixture.h"
#include "tests/support/TestMain.h"

using namespace segue::demo;
using namespace segue::demo::test;

/// Signing in at the accounts service: RFC 6749 and 7636 as Spotify has them.
class TestAccounts : public AccountsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn()
    {
        const Reply back = authorize(usual());
        QCOMPARE(back.status, 302);
        QVERIFY(back.headers.value("location").startsWith(QByteArray(QByteArray(Redirect) + "?")));
        QCOMPARE(value(carried(back), "state"), QStringLiteral("st/a+t e%"));
        const Reply tokens = token(exchange(value(carried(back), "code")));
        QCOMPARE(tokens.status, 200);
        QCOMPARE(text(tokens, "token_type"), QStringLiteral("Bearer"));
        QCOMPARE(text(tokens, "scope"), QStringLiteral("playlist-read-private playlist-modify-public"));
        QCOMPARE(tokens.json[QLatin1String("expires_in")].toInt(), 3600);
        QVERIFY(!text(tokens, "refresh_token").isEmpty());
        QCOMPARE(me(text(tokens, "access_token")), 200);
    }

    void hardCodesSurviveOneDecoding()
    {
        m_bench->setOption("percentCodes", true);
        const QString hard = code();
        QVERIFY(hard.contains(QLatin1String("%2B+/")));
        QCOMPARE(token(exchange(hard)).status, 200);
        // Encoded once too often, as QtNetworkAuth 6.4 does with a %.
        const QString twice = QString::fromLatin1(QUrl::toPercentEncoding(code()));
        QCOMPARE(text(token(exchange(twice)), "error"), QStringLiteral("invalid_grant"));
    }

    void denial()
    {
        m_bench->setOption("consent", QStringLiteral("deny"));
        const Reply back = authorize(usual());
        QCOMPARE(back.status, 302);
        QCOMPARE(value(carried(back), "error"), QStringLiteral("access_denied"));
        QCOMPARE(value(carried(back), "state"), QStringLiteral("st/a+t e%"));
        QVERIFY(!carried(back).hasQueryItem(QStringLiteral("code")));
    }

    void asksOnAPage()
    {
        m_bench->setOption("consent", QStringLiteral("ask"));
        const Reply page = authorize(usual());
        QCOMPARE(page.status, 200);
        const auto from = page.body.indexOf("href=\"") + 6;
        const QByteArray link = page.body.mid(from, page.body.indexOf('"', from) - from);
        const Reply back = m_bench->get(QStringLiteral("/authorize") + QString::fromLatin1(link));
        QCOMPARE(back.status, 302);
        QCOMPARE(token(exchange(value(carried(back), "code"))).status, 200);
    }

    void badRequestsStayHere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto redirect = QStringLiteral("redirect_uri");
        QTest::newRow("unknown client") << QStringLiteral("client_id") << QStringLiteral("somebody");
        QTest::newRow("localhost") << redirect << QStringLiteral("http://localhost:4711/callback");
        QTest::newRow("elsewhere") << redirect << QStringLiteral("http://example.com/callback");
        QTest::newRow("looks like it") << redirect << QStringLiteral("http://127.0.0.1.example.com/callback");
        QTest::newRow("user before the host") << redirect << QStringLiteral("http://127.0.0.1@example.com/");
        QTest::newRow("fragment") << redirect << QStringLiteral("http://127.0.0.1:1/callback#x");
        QTest::newRow("none") << redirect << QString();
    }
    void badRequestsStayHere()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Reply page = authorize(with(usual(), name.toLatin1().constData(), value));
        QCOMPARE(page.status, 400);
        QVERIFY(!page.headers.contains("location"));
    }

    void sixIsALoopbackToo()
    {
        const Reply back = authorize(with(usual(), "redirect_uri", QStringLiteral("http://[::1]:4711/callback")));
        QCOMPARE(back.status, 302);
    }

    void pkceIsMandatory_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << QStringLiteral("code_challenge_method") << QStringLiteral("plain");
        QTest::newRow("no challenge") << QStringLiteral("code_challenge") << QString();
        QTest::newRow("padded") << QStringLiteral("code_challenge") << (QString::fromLatin1(Challenge) + u'=');
    }
    void pkceIsMandatory()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Reply back = authorize(with(usual(), name.toLatin1().constData(), value));
        QCOMPARE(TestAccounts::value(carried(back), "error"), QStringLiteral("invalid_request"));
    }

    void unknownScope()
    {
        const Reply back = authorize(with(usual(), "scope", QStringLiteral("everything")));
        QCOMPARE(value(carried(back), "error"), QStringLiteral("invalid_scope"));
    }

    void registeredRedirects()
    {
        m_bench->setOption("redirects", QJsonArray{QStringLiteral("http://127.0.0.1/callback"),
                                                   QStringLiteral("http://127.0.0.1:99/fixed")});
        QCOMPARE(authorize(usual()).status, 302); // registered without a port: any will do
        QCOMPARE(authorize(with(usual(), "redirect_uri", QStringLiteral("http://127.0.0.1:99/fixed"))).status, 302);
        QCOMPARE(authorize(with(usual(), "redirect_uri", QStringLiteral("http://127.0.0.1:98/fixed"))).status, 400);
        QCOMPARE(authorize(with(usual(), "redirect_uri", QStringLiteral("http://127.0.0.1:1/callback/"))).status, 400);
    }

    void theLogHoldsNoSecrets()
    {
        const QString secret = code();
        const Reply tokens = token(exchange(secret));
        token(refreshing(text(tokens, "refresh_token")));
        const QByteArray log = QJsonDocument(m_bench->log()).toJson();
        for (const QString &each :
             {secret, QString::fromLatin1(Verifier), text(tokens, "access_token"), text(tokens, "refresh_token")})
            QVERIFY(!log.contains(each.toLatin1()));
        QVERIFY(log.contains("\"grant_type\": \"refresh_token\""));
        QVERIFY(log.contains("(43 characters)"));
    }
};

SEGUE_TEST(TestAccounts)
#include "tst_Accounts.moc"
