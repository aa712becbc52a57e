// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace segue::auth
{

/// What the user grants beyond editingScopes(), each when something first needs it. The service's pages name the scopes
/// of every call.
enum class Permission {
    Library,   ///< what the user has saved; only missing where a sign-in of an earlier time did not ask for it
    Following, ///< whom the user follows, and changing that
    Listening, ///< what the user listens to
    Episodes,  ///< how far the user has heard episodes; without it the service may keep back which ones are saved
    Playback,  ///< the user's devices, and playing on them
};

[[nodiscard]] QStringList scopesOf(Permission permission);

} // namespace segue::auth
