// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Tokens.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace segue::demo
{

namespace
{

QString randomText(int length)
{
    static const QLatin1String letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    QString text;
    for (int i = 0; i < length; ++i)
        text.append(letters[QRandomGenerator::system()->bounded(int(letters.size()))]);
    return text;
}

QString tokenIn(const QByteArray &authorization)
{
    return QString::fromLatin1(authorization.mid(int(sizeof("Bearer ")) - 1).trimmed());
}

} // namespace

QString Tokens::newCode(const CodeGrant &grant, bool withPercent)
{
    // The marks that come out wrong when somebody encodes or decodes a code once too often.
    const QString code = withPercent ? QString(randomText(60) + QStringLiteral("%2B+/%=") + randomText(60) + u'%')
                                     : QString(QStringLiteral("AQ") + randomText(126));
    m_codes.insert(code, grant);
    return code;
}

std::optional<CodeGrant> Tokens::takeCode(const QString &code)
{
    const auto known = m_codes.constFind(code);
    if (known == m_codes.constEnd())
        return std::nullopt;
    const CodeGrant grant = *known;
    m_codes.erase(known);
    if (grant.endsAt <= QDateTime::currentMSecsSinceEpoch())
        return std::nullopt;
    return grant;
}

QString Tokens::newAccess(const QStringList &scopes, int seconds)
{
    const QString token = QStringLiteral("BQ") + randomText(150);
    m_access.insert(token, {scopes, QDateTime::currentMSecsSinceEpoch() + seconds * 1000LL});
    return token;
}

QString Tokens::newRefresh(const QStringList &scopes)
{
    const QString token = QStringLiteral("AQ") + randomText(120);
    m_refresh.insert(token, scopes);
    return token;
}

std::optional<QStringList> Tokens::scopesOfRefresh(const QString &token) const
{
    const auto known = m_refresh.constFind(token);
    return known == m_refresh.constEnd() ? std::nullopt : std::optional(*known);
}

void Tokens::revokeRefresh(const QString &token)
{
    if (m_refresh.remove(token))
        m_revoked.append(token);
}

Tokens::Check Tokens::check(const QByteArray &authorization, AccessGrant *grant) const
{
    if (!authorization.startsWith("Bearer "))
        return Check::Missing;
    const auto known = m_access.constFind(tokenIn(authorization));
    if (known == m_access.constEnd())
        return Check::Invalid;
    if (known->endsAt <= QDateTime::currentMSecsSinceEpoch())
        return Check::Expired;
    *grant = *known;
    return Check::Good;
}

void Tokens::expire(const QByteArray &authorization)
{
    const auto known = m_access.find(tokenIn(authorization));
    if (known != m_access.end())
        known->endsAt = 0;
}

void Tokens::expireAll()
{
    for (AccessGrant &grant : m_access)
        grant.endsAt = 0;
}

void Tokens::revokeAll()
{
    m_codes.clear();
    m_access.clear();
    m_revoked.append(m_refresh.keys());
    m_refresh.clear();
}

} // namespace segue::demo
