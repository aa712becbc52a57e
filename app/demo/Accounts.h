// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"
#include "app/demo/Settings.h"
#include "app/demo/Tokens.h"

namespace segue::demo
{

/// The accounts service: GET /authorize and POST /api/token, authorization code with PKCE (RFC 6749, 7636,
/// and Spotify's rules for redirect addresses).
class Accounts
{
public:
    Accounts(QString clientId, const Settings &settings, Tokens &tokens)
        : m_clientId(std::move(clientId)), m_settings(settings), m_tokens(tokens)
    {
    }

    [[nodiscard]] Answer authorize(const Request &request);
    [[nodiscard]] Answer token(const Request &request);

private:
    [[nodiscard]] bool mayRedirectTo(const QString &redirect) const;
    [[nodiscard]] Answer redeem(const Form &form);
    [[nodiscard]] Answer refresh(const Form &form);
    [[nodiscard]] Answer tokens(const QStringList &scopes, const QString &refreshToken) const;

    QString m_clientId;
    const Settings &m_settings;
    Tokens &m_tokens;
};

} // namespace segue::demo
