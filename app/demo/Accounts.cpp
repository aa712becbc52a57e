// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Accounts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>

namespace segue::demo
{

namespace
{

const QStringList &knownScopes()
{
    static const QStringList scopes =
        QStringLiteral(
            "playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public "
            "ugc-image-upload user-follow-read user-follow-modify user-library-read user-library-modify "
            "user-read-private user-read-email user-top-read user-read-recently-played user-read-playback-state "
            "user-modify-playback-state user-read-currently-playing user-read-playback-position streaming "
            "app-remote-control")
            .split(u' ');
    return scopes;
}

bool isVerifier(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9._~-]{43,128}\\z"));
    return form.match(text).hasMatch();
}

bool isChallenge(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_-]{43}\\z"));
    return form.match(text).hasMatch();
}

QString challengeOf(const QString &verifier)
{
    return QString::fromLatin1(QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray encoded(const QString &value)
{
    return QUrl::toPercentEncoding(value);
}

/// 302 back to the app. Built by hand: every character that is not unreserved must stay encoded.
Answer redirected(const QString &redirect, const QByteArray &query, const Form &asked)
{
    QByteArray location = redirect.toUtf8() + (redirect.contains(u'?') ? '&' : '?') + query;
    if (asked.has(QLatin1String("state")))
        location += "&state=" + encoded(asked.value(QLatin1String("state")));
    Answer answer = Answer::empty(302);
    answer.addHeader("Location", location);
    return answer;
}

/// The page that a person sees with consent "ask": the same address again, with the choice added.
Answer consentPage(const Form &asked)
{
    QByteArray query;
    for (const auto &[name, value] : asked.pairs())
        query += encoded(name) + '=' + encoded(value) + '&';
    return {200,
            "<!doctype html><meta charset=\"utf-8\"><title>Stand-in</title><body style=\"font:16px sans-serif;"
            "max-width:30em;margin:4em auto\"><h1>Allow access?</h1><p>This is not Spotify but a stand-in on this "
            "computer. The app asks for: " +
                asked.value(QLatin1String("scope")).toHtmlEscaped().toUtf8() + "</p><p><a href=\"?" + query +
                "_consent=allow\">Agree</a> &nbsp; <a href=\"?" + query + "_consent=deny\">Cancel</a></p>",
            "text/html; charset=utf-8"};
}

} // namespace

bool Accounts::mayRedirectTo(const QString &redirect) const
{
    const QUrl url(redirect, QUrl::StrictMode);
    // "localhost" has been refused since 2025: only the address itself is a loopback address for sure.
    const bool isLoopback =
        redirect.startsWith(QLatin1String("http://127.0.0.1")) || redirect.startsWith(QLatin1String("http://[::1]"));
    if (!isLoopback || !url.isValid() ||
        (url.host() != QLatin1String("127.0.0.1") && url.host() != QLatin1String("::1")) || !url.userInfo().isEmpty() ||
        url.hasFragment())
        return false;
    if (m_settings.redirects.isEmpty())
        return true;
    return std::any_of(m_settings.redirects.begin(), m_settings.redirects.end(), [&](const QString &text) {
        const QUrl registered(text, QUrl::StrictMode);
        return registered.host() == url.host() && registered.path() == url.path() &&
               registered.query() == url.query() && (registered.port() < 0 || registered.port() == url.port());
    });
}

Answer Accounts::authorize(const Request &request)
{
    const Form &asked = request.query;
    const auto value = [&](const char *name) { return asked.value(QLatin1String(name)); };
    // Before both of these are sure nothing may be sent to the redirect address.
    if (value("client_id") != m_clientId)
        return Answer::text("INVALID_CLIENT: Invalid client", 400);
    const QString redirect = value("redirect_uri");
    if (!mayRedirectTo(redirect))
        return Answer::text(redirect.contains(QLatin1String("localhost")) ? "INVALID_CLIENT: Insecure redirect URI"
                                                                          : "INVALID_CLIENT: Invalid redirect URI",
                            400);
    if (value("response_type") != QLatin1String("code"))
        return redirected(redirect, "error=unsupported_response_type", asked);
    if (value("code_challenge_method") != QLatin1String("S256") || !isChallenge(value("code_challenge")))
        return redirected(redirect, "error=invalid_request&error_description=code_challenge_method%20must%20be%20S256",
                          asked);
    const QStringList scopes = value("scope").split(u' ', Qt::SkipEmptyParts);
    for (const QString &scope : scopes) {
        if (!knownScopes().contains(scope))
            return redirected(redirect, "error=invalid_scope", asked);
    }
    QString consent = m_settings.consent;
    if (consent == QLatin1String("ask")) {
        consent = value("_consent");
        if (consent.isEmpty())
            return consentPage(asked);
    }
    if (consent != QLatin1String("allow"))
        return redirected(redirect, "error=access_denied", asked);
    const QString code = m_tokens.newCode({m_clientId, redirect, value("code_challenge"), scopes,
                                           QDateTime::currentMSecsSinceEpoch() + m_settings.codeLife * 1000LL},
                                          m_settings.percentCodes);
    return redirected(redirect, "code=" + encoded(code), asked);
}

Answer Accounts::token(const Request &request)
{
    if (!request.contentType.startsWith("application/x-www-form-urlencoded"))
        return Answer::oauthError(QStringLiteral("unsupported_grant_type"),
                                  QStringLiteral("the body must be application/x-www-form-urlencoded"));
    const Form form(request.body);
    const QString grantType = form.value(QLatin1String("grant_type"));
    if (grantType.isEmpty())
        return Answer::oauthError(QStringLiteral("unsupported_grant_type"),
                                  QStringLiteral("grant_type parameter is missing"));
    if (form.value(QLatin1String("client_id")) != m_clientId)
        return Answer::oauthError(QStringLiteral("invalid_client"), QStringLiteral("Invalid client"));
    // A desktop app has no secret; one that sends a bare "client_secret=" is told so.
    if (form.has(QLatin1String("client_secret")))
        return Answer::oauthError(QStringLiteral("invalid_client"), QStringLiteral("Invalid client secret"));
    if (grantType == QLatin1String("authorization_code"))
        return redeem(form);
    if (grantType == QLatin1String("refresh_token"))
        return refresh(form);
    return Answer::oauthError(QStringLiteral("unsupported_grant_type"),
                              QStringLiteral("grant_type must be authorization_code or refresh_token"));
}

Answer Accounts::redeem(const Form &form)
{
    const auto refused = [](const char *why) {
        return Answer::oauthError(QStringLiteral("invalid_grant"), QString::fromLatin1(why));
    };
    const QString verifier = form.value(QLatin1String("code_verifier"));
    const auto grant = m_tokens.takeCode(form.value(QLatin1String("code")));
    if (!grant)
        return refused("Invalid authorization code");
    if (grant->redirectUri != form.value(QLatin1String("redirect_uri")))
        return refused("Invalid redirect URI");
    if (verifier.isEmpty())
        return Answer::oauthError(QStringLiteral("invalid_request"), QStringLiteral("code_verifier required"));
    if (!isVerifier(verifier) || challengeOf(verifier) != grant->challenge)
        return refused("code_verifier was incorrect");
    return tokens(grant->scopes, m_tokens.newRefresh(grant->scopes));
}

Answer Accounts::refresh(const Form &form)
{
    const QString token = form.value(QLatin1String("refresh_token"));
    const auto scopes = m_tokens.scopesOfRefresh(token);
    if (!scopes) {
        return Answer::oauthError(QStringLiteral("invalid_grant"), m_tokens.wasRevoked(token)
                                                                       ? QStringLiteral("Refresh token revoked")
                                                                       : QStringLiteral("Invalid refresh token"));
    }
    if (!m_settings.rotation)
        return tokens(*scopes, {});
    m_tokens.revokeRefresh(token);
    return tokens(*scopes, m_tokens.newRefresh(*scopes));
}

Answer Accounts::tokens(const QStringList &scopes, const QString &refreshToken) const
{
    QJsonObject json{{QStringLiteral("access_token"), m_tokens.newAccess(scopes, m_settings.expiresIn)},
                     {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                     {QStringLiteral("expires_in"), m_settings.expiresIn}};
    if (!refreshToken.isEmpty())
        json.insert(QStringLiteral("refresh_token"), refreshToken);
    if (!m_settings.dropScope)
        json.insert(QStringLiteral("scope"), scopes.join(u' '));
    Answer answer = Answer::json(json);
    answer.addHeader("Cache-Control", "no-store");
    return answer;
}

} // namespace segue::demo
