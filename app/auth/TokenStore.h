// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue::auth
{

/// What is kept of a sign-in from one start of the program to the next. Never an access token.
struct StoredToken {
    QByteArray refreshToken;
    QStringList scopes;   ///< what was granted; empty when the service did not say
    QDateTime signedInAt; ///< UTC, of the sign-in itself; refreshing does not change it

    friend bool operator==(const StoredToken &, const StoredToken &) = default;
};

/// Keeps refresh tokens, one a key (SignInConfig::storageKey). GUI thread; no call blocks. Operations are carried
/// out in the order in which they were asked for, also those whose outcome was a timeout. Outcomes as Done says.
class TokenStore
{
public:
    TokenStore() = default;
    TokenStore(const TokenStore &) = delete;
    TokenStore &operator=(const TokenStore &) = delete;
    virtual ~TokenStore() = default;

    /// Nothing inside the result: there is no such entry. An entry that cannot be understood is an Error.
    virtual void read(const QString &key, QObject *context, Done<std::optional<StoredToken>> done) = 0;
    virtual void write(const QString &key, const StoredToken &token, QObject *context, Done<Nothing> done) = 0;
    /// An entry that does not exist counts as removed.
    virtual void remove(const QString &key, QObject *context, Done<Nothing> done) = 0;

    /// Whether what is written is still there after the program has ended.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

} // namespace segue::auth
