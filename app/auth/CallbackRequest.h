// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace segue::auth
{

/// The most a browser may say before it has finished its request. Cookies of other programs on 127.0.0.1 come along.
inline constexpr qsizetype maxCallbackRequestBytes = 32 * 1024;

/// A request to the redirect address, as far as sign-in cares. Whoever sent it is not trusted.
struct CallbackRequest {
    enum class Form {
        Incomplete, ///< more bytes may make it whole
        Malformed,  ///< no HTTP/1.x request, too long, or a parameter that matters occurs twice
        Whole,
    };

    Form form = Form::Incomplete;
    QByteArray method;
    QByteArray path; ///< as sent, without the query
    QByteArray host; ///< the Host header, in lower case
    // Exactly as the service meant them: percent-decoded once. A "+" stays a "+", because codes and states hold no
    // spaces.
    std::optional<QByteArray> state;
    std::optional<QByteArray> code;
    std::optional<QByteArray> error;
};

/// Reads what has been received so far.
[[nodiscard]] CallbackRequest readCallbackRequest(const QByteArray &received);

} // namespace segue::auth
