// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"

#include <QString>
#include <QUrl>

namespace segue::auth
{

/// Whether `host` is a loopback address written as an address: 127.0.0.0/8 or ::1. A name is none, not even
/// "localhost": whoever answers name look-ups could send it elsewhere.
[[nodiscard]] bool isLoopbackLiteral(const QString &host);

/// Whether tokens and codes may travel to `url`: https to anywhere, http to a loopback literal only.
[[nodiscard]] bool mayCarrySecrets(const QUrl &url);

/// Checks the base address of a service as a person typed it (--api-url, --accounts-url): absolute, safe for
/// secrets, with neither user name, query nor fragment. The result has no slash at its end, so that routes can be
/// appended. The error is InvalidInput and names the rule that was broken, never the address.
[[nodiscard]] Result<QUrl> checkedEndpoint(const QUrl &url);

} // namespace segue::auth
