// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace segue::auth
{

/// What the browser is told at the end of its way.
enum class CallbackPage {
    SignedIn,    ///< the token is there
    Denied,      ///< the user, or Spotify's consent page, said no
    Failed,      ///< with the reason
    Cancelled,   ///< in Segue, while the code was being exchanged
    StillTrying, ///< the exchange takes long: the window will tell
    Foreign,     ///< not of the sign-in that is under way
    NotFound,    ///< no such address here
    BadRequest,  ///< not understood
};

/// A whole HTTP/1.1 answer that closes the connection: one HTML page that loads nothing, is not to be kept, and tells
/// no other site where it was. `reason` is plain text, for Failed.
[[nodiscard]] QByteArray callbackAnswer(CallbackPage page, const QString &reason = {});

} // namespace segue::auth
