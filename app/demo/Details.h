// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"

#include <optional>

namespace segue::demo
{

/// What can be said about a playlist when it is made or changed.
struct PlaylistDetails {
    QString name;
    QString description;
    bool isPublic = false;
    bool isCollaborative = false;
};

/// Lays what the body says over `details`, under the service's rules; the error when one is broken.
std::optional<Answer> readDetails(const QJsonObject &body, PlaylistDetails *details);

} // namespace segue::demo
