// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>

using namespace segue::demo;
using namespace segue::demo::test;

/// The accounts service: RFC 6749 and 7636 as Spotify has them.
class TestAccounts : public QObject
{
    Q_OBJECT

    using Pairs = QList<QPair<QString, QString>>;

    static constexpr auto Redirect = "http://127.0.0.1:4711/callback";
    // The example of RFC 7636, appendix B.
    static constexpr auto Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static constexpr auto Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    std::unique_ptr<Bench> m_bench;

    static Pairs usual()
    {
        return {{QStringLiteral("client_id"), QStringLiteral("segue-demo")},
                {QStringLiteral("response_type"), QStringLiteral("code")},
                {QStringLiteral("redirect_uri"), QString::fromLatin1(Redirect)},
                {QStringLiteral("scope"), QStringLiteral("playlist-read-private playlist-modify-public")},
                {QStringLiteral("state"), QStringLiteral("st/a+t e%")},
                {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
                {QStringLiteral("code_challenge"), QString::fromLatin1(Challenge)}};
    }

    static Pairs with(Pairs pairs, const char *name, const QString &value)
    {
        for (auto &pair : pairs) {
            if (pair.first == QLatin1String(name))
                pair.second = value;
        }
        return pairs;
    }

    Reply authorize(const Pairs &pairs)
    {
        QByteArray query;
        for (const auto &[name, value] : pairs)
            query += (query.isEmpty() ? '?' : '&') + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
        return m_bench->get(QStringLiteral("/authorize") + QString::fromLatin1(query));
    }

    /// What the redirect carries, decoded once.
    static QUrlQuery carried(const Reply &reply)
    {
        return QUrlQuery(QUrl::fromEncoded(reply.headers.value("location")).query(QUrl::FullyEncoded));
    }

    static QString value(const QUrlQuery &query, const char *name)
    {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }

    QString code() { return value(carried(authorize(usual())), "code"); }

    static Pairs exchange(const QString &code)
    {
        return {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                {QStringLiteral("client_id"), QStringLiteral("segue-demo")},
                {QStringLiteral("code"), code},
                {QStringLiteral("redirect_uri"), QString::fromLatin1(Redirect)},
                {QStringLiteral("code_verifier"), QString::fromLatin1(Verifier)}};
    }

    static Pairs refreshing(const QString &token)
    {
        return {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                {QStringLiteral("client_id"), QStringLiteral("segue-demo")},
                {QStringLiteral("refresh_token"), token}};
    }

    Reply token(const Pairs &pairs) { return m_bench->form(QStringLiteral("/api/token"), pairs); }

    static QString text(const Reply &reply, const char *key) { return reply.json[QLatin1String(key)].toString(); }

    int me(const QString &accessToken)
    {
        m_bench->token = accessToken.toLatin1();
        return m_bench->get(QStringLiteral("/v1/me")).status;
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<Bench>(small()); }

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

    void exchangeIsChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        const auto grant = QStringLiteral("invalid_grant");
        const auto verifier = QStringLiteral("code_verifier");
        QTest::newRow("wrong verifier") << verifier << QString(43, u'a') << grant;
        QTest::newRow("no verifier") << verifier << QString() << QStringLiteral("invalid_request");
        QTest::newRow("other redirect") << QStringLiteral("redirect_uri")
                                        << QStringLiteral("http://127.0.0.1:4712/callback") << grant;
        QTest::newRow("made-up code") << QStringLiteral("code") << QStringLiteral("abc") << grant;
        QTest::newRow("other client") << QStringLiteral("client_id") << QStringLiteral("x")
                                      << QStringLiteral("invalid_client");
        QTest::newRow("other grant") << QStringLiteral("grant_type") << QStringLiteral("password")
                                     << QStringLiteral("unsupported_grant_type");
        QTest::newRow("no grant") << QStringLiteral("grant_type") << QString()
                                  << QStringLiteral("unsupported_grant_type");
    }
    void exchangeIsChecked()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const Reply refused = token(with(exchange(code()), name.toLatin1().constData(), value));
        QCOMPARE(refused.status, 400);
        QCOMPARE(text(refused, "error"), error);
        QVERIFY(!text(refused, "error_description").isEmpty());
    }

    void shortVerifierIsNone()
    {
        // Its hash is right, its form is not: 42 characters.
        const QByteArray brief(42, 'x');
        const QString challenge =
            QString::fromLatin1(QCryptographicHash::hash(brief, QCryptographicHash::Sha256)
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        const QString code = value(carried(authorize(with(usual(), "code_challenge", challenge))), "code");
        const Reply refused = token(with(exchange(code), "code_verifier", QString::fromLatin1(brief)));
        QCOMPARE(text(refused, "error"), QStringLiteral("invalid_grant"));
    }

    void aCodeIsGoodOnce()
    {
        const QString once = code();
        QCOMPARE(token(exchange(once)).status, 200);
        QCOMPARE(text(token(exchange(once)), "error"), QStringLiteral("invalid_grant"));
    }

    void aCodeGrowsOld()
    {
        m_bench->setOption("codeLife", 0);
        QCOMPARE(text(token(exchange(code())), "error"), QStringLiteral("invalid_grant"));
    }

    void aBareSecretIsRefused()
    {
        Pairs pairs = exchange(code());
        pairs.append({QStringLiteral("client_secret"), QString()});
        QCOMPARE(text(token(pairs), "error"), QStringLiteral("invalid_client"));
    }

    void theTokenCallIsAForm()
    {
        const Reply refused = m_bench->post(QStringLiteral("/api/token"),
                                            {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")}});
        QCOMPARE(refused.status, 400);
    }

    void refreshKeepsTheTokenOrRotatesIt()
    {
        const QString first = text(token(exchange(code())), "refresh_token");
        const Reply kept = token(refreshing(first));
        QCOMPARE(kept.status, 200);
        QVERIFY(!kept.json.contains(QLatin1String("refresh_token")));
        QCOMPARE(me(text(kept, "access_token")), 200);

        m_bench->setOption("rotation", true);
        const Reply rotated = token(refreshing(first));
        const QString second = text(rotated, "refresh_token");
        QVERIFY(!second.isEmpty() && second != first);
        const Reply again = token(refreshing(first));
        QCOMPARE(again.status, 400);
        QCOMPARE(text(again, "error"), QStringLiteral("invalid_grant"));
        QCOMPARE(token(refreshing(second)).status, 200);
    }

    void accessTokensEnd()
    {
        m_bench->setOption("expiresIn", 0);
        const Reply tokens = token(exchange(code()));
        m_bench->token = text(tokens, "access_token").toLatin1();
        const Reply late = m_bench->get(QStringLiteral("/v1/me"));
        QCOMPARE(late.status, 401);
        QCOMPARE(late.message(), QStringLiteral("The access token expired"));
        m_bench->setOption("expiresIn", 3600);
        QCOMPARE(me(text(token(refreshing(text(tokens, "refresh_token"))), "access_token")), 200);
    }

    void revocationEndsEverything()
    {
        const Reply tokens = token(exchange(code()));
        m_bench->control("POST", QStringLiteral("/tokens"), {{QStringLiteral("action"), QStringLiteral("revoke")}});
        m_bench->token = text(tokens, "access_token").toLatin1();
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).message(), QStringLiteral("Invalid access token"));
        const Reply refused = token(refreshing(text(tokens, "refresh_token")));
        QCOMPARE(refused.status, 400);
        QCOMPARE(text(refused, "error"), QStringLiteral("invalid_grant"));
        QCOMPARE(text(refused, "error_description"), QStringLiteral("Refresh token revoked"));
    }

    void expiryOnDemandLeavesTheRefreshToken()
    {
        const Reply tokens = token(exchange(code()));
        m_bench->control("POST", QStringLiteral("/tokens"), {{QStringLiteral("action"), QStringLiteral("expire")}});
        QCOMPARE(me(text(tokens, "access_token")), 401);
        QCOMPARE(token(refreshing(text(tokens, "refresh_token"))).status, 200);
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
