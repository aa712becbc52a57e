// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/TokenStore.h"

namespace segue::auth
{

/// How a StoredToken is written into a keychain: a small JSON object with a version. Nothing when the text is none of
/// ours, or of a version to come.
[[nodiscard]] QByteArray toKeychainText(const StoredToken &token);
[[nodiscard]] std::optional<StoredToken> fromKeychainText(const QByteArray &text);

} // namespace segue::auth
