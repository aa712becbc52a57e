// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue::demo
{

/// What a code was given out for; redeeming it must match.
struct CodeGrant {
    QString clientId;
    QString redirectUri;
    QString challenge; ///< S256 of the verifier
    QStringList scopes;
    qint64 endsAt = 0; ///< ms since 1970
};

struct AccessGrant {
    QStringList scopes;
    qint64 endsAt = 0; ///< ms since 1970

    [[nodiscard]] bool has(QLatin1String scope) const { return scopes.contains(scope); }
};

/// The codes and tokens that are out. Nothing of it is ever printed or logged.
class Tokens
{
public:
    enum class Check { Good, Missing, Invalid, Expired };

    QString newCode(const CodeGrant &grant, bool withPercent);
    /// The grant of a code, which is used up by asking. Nothing for one that is unknown, used or too old.
    std::optional<CodeGrant> takeCode(const QString &code);

    QString newAccess(const QStringList &scopes, int seconds);
    QString newRefresh(const QStringList &scopes);
    [[nodiscard]] std::optional<QStringList> scopesOfRefresh(const QString &token) const;
    [[nodiscard]] bool wasRevoked(const QString &refresh) const { return m_revoked.contains(refresh); }
    void revokeRefresh(const QString &token);

    /// Looks at an Authorization header. `grant` is filled when the answer is Good.
    Check check(const QByteArray &authorization, AccessGrant *grant) const;
    void expire(const QByteArray &authorization); ///< that one access token
    void expireAll();                             ///< all access tokens; refresh tokens stay good
    void revokeAll();                             ///< everything, codes too

private:
    QHash<QString, CodeGrant> m_codes;
    QHash<QString, AccessGrant> m_access;
    QHash<QString, QStringList> m_refresh;
    QStringList m_revoked;
};

} // namespace segue::demo
