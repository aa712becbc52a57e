// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace segue
{

/// What went wrong, by what can be done about it. `switch` over it without `default`, so that a new
/// kind cannot be forgotten.
enum class ErrorKind {
    Network,      ///< no answer: unreachable, connection lost, TLS failure
    Timeout,      ///< no answer within the time allowed
    BadAnswer,    ///< an answer that is not what the API promises (not JSON, cut off, too large, wrong types)
    BadRequest,   ///< 400 and other 4xx: the service does not accept what was asked
    SignedOut,    ///< no token, or the token was refused for good: the user must sign in (again)
    MissingScope, ///< the token lacks a permission that this call needs
    NotAllowed,   ///< 403: not the user's playlist, or the app may not do this
    AppRefused,   ///< 403 to everything: the client ID does not serve this user, or nobody at all
    NotFound,     ///< 404: gone, or never there
    TooLarge,     ///< 413: the body is larger than the service takes
    RateLimited,  ///< 429 that is longer than Segue waits by itself; see retryAfter
    ServerFault,  ///< 5xx
    InvalidInput, ///< found wrong before anything was sent (a picture that is none, a link that is none)
    Local,        ///< this machine: keychain, disk, port, memory
    Denied,       ///< the user (or Spotify's consent page) said no
    Cancelled,    ///< the user, or the owner of the call, cancelled it
};

/// A failure, told twice: for the user and for a bug report. Neither text ever holds a token, a code,
/// a verifier or a query string.
struct Error {
    ErrorKind kind = ErrorKind::Local;
    int httpStatus = 0;                             ///< 0 when there was no HTTP answer
    QString userText;                               ///< one or two translated sentences, complete in themselves
    QString detail;                                 ///< what the service or the system said, untranslated; may be empty
    std::optional<std::chrono::seconds> retryAfter; ///< how long the service asked us to wait

    /// Whether a *write* that ended so may have been carried out all the same: its answer was lost,
    /// unreadable or a 5xx. Such a write is never sent again before the list has been read anew.
    [[nodiscard]] bool leavesWriteInDoubt() const;

    /// Whether the same call may well succeed later without anybody changing anything.
    [[nodiscard]] bool isPassing() const;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::Error)
