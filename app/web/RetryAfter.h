// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace segue::web
{

/// How long a Retry-After header asks to wait: seconds or an HTTP date (RFC 9110, 10.2.3), never negative and at
/// most longestPause. Nothing when the header is missing or no such thing. `now` in UTC.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &now);

} // namespace segue::web
