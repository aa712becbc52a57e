// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/ApiRequest.h"
#include "app/web/Transport.h"

#include <QDateTime>

namespace segue::web
{

/// What the service says in the body of a refusal: the message of {"error":{"message":…}}, the description of
/// {"error":…,"error_description":…}, or plain text; one line of at most 200 characters. Empty for an HTML page. What
/// looks like a token is left out, should the service, or something on the way to it, repeat the request.
[[nodiscard]] QString serverMessage(const RawAnswer &answer);

/// Whether a 429 is about a used-up quota and not about the pace.
[[nodiscard]] bool isQuotaExceeded(const RawAnswer &answer);

/// The Error for an answer that is no success. Tells apart what the same status can mean: a 403 because the
/// playlist is somebody else's or has changed, because the token lacks a scope, because the app is in development mode
/// and does not know the user, because its owner has no Premium, or because the user has none and wants to play; a 404
/// because something is gone, or because nothing plays.
[[nodiscard]] Error errorFrom(const RawAnswer &answer, const ApiRequest &request);

/// A 429 that is too long to wait for. `until` in any time spec; told in local time. `message`: what the service said.
[[nodiscard]] Error rateLimitError(std::chrono::seconds wait, const QDateTime &until, const QString &message);

/// An answer that is not what the API promises. `detail` says what, for a bug report.
[[nodiscard]] Error badAnswer(const QString &detail);

/// Found wrong before sending. `text` is for the user.
[[nodiscard]] Error invalidInput(const QString &text);

/// What the dialect of this client ID does not have. Found before sending.
[[nodiscard]] Error notOffered();

/// Whether the error may mean "this app has no such route": 403 or 404 (or 405, 410) without a reason that
/// shows the route to exist.
[[nodiscard]] bool mayMeanUnknownRoute(const Error &error);

} // namespace segue::web
