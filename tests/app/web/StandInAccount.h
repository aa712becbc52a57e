// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/StandIn.h"
#include "tests/app/web/WebTestSupport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

namespace segue::web::test
{

using segue::demo::StandIn;

extern const QString allScopes;

/// Tokens from the stand-in's control interface; a new one after a rejection.
class StandInTokens : public auth::AccessTokenSource
{
public:
    StandInTokens(StandIn &standIn, QString scopes) : m_standIn(standIn), m_scopes(std::move(scopes)) {}

    void requestToken(QObject *context, Done<auth::AccessToken> done) override
    {
        if (m_token.isEmpty()) {
            const QJsonObject issued = m_standIn.control(
                "POST", QStringLiteral("/tokens"),
                {{QStringLiteral("action"), QStringLiteral("issue")}, {QStringLiteral("scope"), m_scopes}});
            m_token = issued.value(QLatin1String("access_token")).toString().toLatin1();
        }
        QTimer::singleShot(0, context, [token = m_token, done = std::move(done)] {
            done(auth::AccessToken{token, {}});
        });
    }
    void reportRejected(const auth::AccessToken &token) override
    {
        if (token.value == m_token)
            m_token.clear();
    }

private:
    StandIn &m_standIn;
    QString m_scopes;
    QByteArray m_token;
};

/// An ApiClient over real HTTP to a stand-in, and what the stand-in has, past the Web API.
struct Account {
    explicit Account(demo::Dialect dialect, const QString &scopes = allScopes, int items = 300);

    [[nodiscard]] QJsonArray playlists();
    [[nodiscard]] QJsonArray rows(const QString &id);
    [[nodiscard]] QStringList column(const QString &id, const char *name);
    [[nodiscard]] QJsonObject state(const QString &id);
    /// One's own playlist with the most items, or that of somebody else that one may not edit.
    [[nodiscard]] QString pick(bool own);
    [[nodiscard]] QString myId();
    [[nodiscard]] QList<PlaylistEntry> readAll(const QString &id, int *total = nullptr);
    void arm(const QJsonObject &fault) { standIn.control("POST", QStringLiteral("/faults"), fault); }
    [[nodiscard]] QJsonArray log(const QString &query);

    StandIn standIn;
    StandInTokens tokens;
    QNetworkAccessManager network;
    DialectMemoryInRam memory;
    std::unique_ptr<Caller> caller;
    std::unique_ptr<ApiClient> api;
    QObject context;
};

/// The rows of a test that is true of both dialects.
void bothDialects();

} // namespace segue::web::test
