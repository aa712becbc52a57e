// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/SignInConfig.h"

#include "app/auth/EndpointUrl.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace segue::auth
{

namespace
{
QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}
} // namespace

QStringList editingScopes()
{
    return {
        QStringLiteral("playlist-read-private"),   QStringLiteral("playlist-read-collaborative"),
        QStringLiteral("playlist-modify-private"), QStringLiteral("playlist-modify-public"),
        QStringLiteral("ugc-image-upload"),        QStringLiteral("user-read-private"),
        QStringLiteral("user-library-read"),       QStringLiteral("user-library-modify"),
    };
}

std::optional<Error> SignInConfig::problem() const
{
    const auto wrong = [](const QString &text) { return Error{.kind = ErrorKind::InvalidInput, .userText = text}; };
    if (clientId.isEmpty()) {
        return wrong(QCoreApplication::translate("segue::auth", "Enter the client ID of your Spotify app first."));
    }
    static const QRegularExpression plausible(QStringLiteral("\\A[A-Za-z0-9._~-]{1,128}\\z"));
    if (!plausible.match(clientId).hasMatch()) {
        return wrong(QCoreApplication::translate(
            "segue::auth", "This is not a client ID: it consists of letters and digits only, without spaces."));
    }
    if (const Result<QUrl> endpoint = checkedEndpoint(accountsUrl); !endpoint)
        return endpoint.error();
    return std::nullopt;
}

QString SignInConfig::storageKey() const
{
    // Each part is encoded, so that no profile name can imitate the key of another.
    const QString origin = checkedEndpoint(accountsUrl).value_or(accountsUrl).toString(QUrl::FullyEncoded);
    return QString(encoded(profile) + u'/' + encoded(clientId) + u'/' + encoded(origin));
}

QString redirectUriToRegister(quint16 port)
{
    const QString authority = port == 0 ? QString() : QString(u':' + QString::number(port));
    return QString(QStringLiteral("http://127.0.0.1") + authority + redirectPath);
}

bool looksLikeClientId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-fA-F]{32}\\z"));
    return form.match(text).hasMatch();
}

} // namespace segue::auth
