// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace segue::auth
{

/// What the token endpoint gave.
struct TokenAnswer {
    QByteArray accessToken;  ///< printable ASCII without spaces, so that it fits a header
    QByteArray refreshToken; ///< empty: the one before stays valid
    QStringList scopes;      ///< empty: as before, or as asked for
    std::chrono::seconds lifetime{0};
};

/// The most the token endpoint may answer. Real answers are under 1 KB.
inline constexpr qint64 maxTokenAnswerBytes = 64 * 1024;

/// Reads a whole answer of the token endpoint. Errors: SignedOut exactly for `invalid_grant`; RateLimited, ServerFault,
/// BadRequest by status; BadAnswer for everything that is not what RFC 6749 §5.1 says. No error repeats the body, but
/// for its error code.
/// \a retryAfter is the header of that name, in seconds; 0 when there was none.
[[nodiscard]] Result<TokenAnswer> readTokenAnswer(int httpStatus, const QByteArray &body,
                                                  std::chrono::seconds retryAfter = {});

} // namespace segue::auth
