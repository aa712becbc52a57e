// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace segue::auth
{

/// The permissions that editing playlists, covers and the library takes.
[[nodiscard]] QStringList editingScopes();

/// Whose client signs in, and where.
struct SignInConfig {
    QString clientId; ///< the user's own, from the developer dashboard; empty until the user has entered it
    QUrl accountsUrl = QUrl(QStringLiteral("https://accounts.spotify.com"));
    quint16 redirectPort = 0; ///< 0: any free port, for redirect addresses that were registered without one
    QStringList scopes = editingScopes();
    QString profile; ///< --profile; keeps sign-ins apart. Empty for the usual one

    /// Why nobody can sign in with this (InvalidInput), or nothing when all is well.
    [[nodiscard]] std::optional<Error> problem() const;

    /// The name under which a TokenStore keeps the sign-in. It differs for another profile, another client id or
    /// another accounts service, so that a token is never sent to a service that did not give it out.
    [[nodiscard]] QString storageKey() const;

    friend bool operator==(const SignInConfig &, const SignInConfig &) = default;
};

/// The path of the redirect address; the listener answers no other.
inline constexpr QLatin1String redirectPath("/callback");

/// The redirect address to enter in the developer dashboard. Without a port (0) the service accepts any; with one it
/// must match to the letter. Always 127.0.0.1: the service refuses "localhost".
[[nodiscard]] QString redirectUriToRegister(quint16 port);

/// Whether the text has the form of all client ids seen so far (32 hexadecimal digits). A hint for the welcome page,
/// not a rule: the service may change the form.
[[nodiscard]] bool looksLikeClientId(const QString &text);

} // namespace segue::auth
