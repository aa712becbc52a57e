// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/DemoTestSupport.h"

#include <QObject>
#include <QTest>

namespace segue::demo::test
{

/// What tests of the accounts service stand on: a stand-in, new for each test, and the forms of a sign-in to it.
class AccountsFixture : public QObject
{
    Q_OBJECT

protected:
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

protected Q_SLOTS:
    void init() { m_bench = std::make_unique<Bench>(small()); }
};

} // namespace segue::demo::test
