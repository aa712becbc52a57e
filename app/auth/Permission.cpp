// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Permission.h"

namespace segue::auth
{

QStringList scopesOf(Permission permission)
{
    switch (permission) {
    case Permission::Library:
        return {QStringLiteral("user-library-read"), QStringLiteral("user-library-modify")};
    case Permission::Following:
        return {QStringLiteral("user-follow-read"), QStringLiteral("user-follow-modify")};
    case Permission::Listening:
        return {QStringLiteral("user-top-read"), QStringLiteral("user-read-recently-played")};
    case Permission::Episodes:
        return {QStringLiteral("user-read-playback-position")};
    case Permission::Playback:
        return {QStringLiteral("user-read-playback-state"), QStringLiteral("user-modify-playback-state")};
    }
    Q_UNREACHABLE();
}

} // namespace segue::auth
