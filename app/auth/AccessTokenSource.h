// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

namespace segue::auth
{

/// A token the Web API accepts, for its Authorization header and nothing else. Never logged, never stored
/// in settings, never put in a URL.
struct AccessToken {
    QByteArray value;
    QStringList scopes; ///< what was granted; empty when the service did not say
};

/// Where app/web gets its tokens from. GUI thread.
class AccessTokenSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Reports a token that is valid for some time yet, refreshing first when it must; requests made while a
    /// refresh is under way share it. Errors: SignedOut (sign in again), or the passing failure of the refresh.
    virtual void requestToken(QObject *context, Done<AccessToken> done) = 0;

    /// The service answered 401 to `token`: do not hand it out again. Without effect when it is no longer the
    /// current one (another call noticed first).
    virtual void reportRejected(const AccessToken &token) = 0;
};

} // namespace segue::auth
