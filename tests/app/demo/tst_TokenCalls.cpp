// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/AccountsFixture.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>

using namespace segue::demo;
using namespace segue::demo::test;

/// Codes exchanged for tokens, tokens for tokens, and their ends.
class TestTokenCalls : public AccountsFixture
{
    Q_OBJECT

private Q_SLOTS:
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
};

SEGUE_TEST(TestTokenCalls)
#include "tst_TokenCalls.moc"
