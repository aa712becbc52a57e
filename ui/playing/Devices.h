// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/listening/Listening.h"

#include <algorithm>
#include <optional>

namespace segue::ui
{

/// Whether it can be chosen, and does what it is told.
[[nodiscard]] inline bool takesCommands(const web::Device &device)
{
    return !device.id.isEmpty() && !device.isRestricted;
}

/// The one that nobody has to be asked about: the one that is active, else the only one. Nothing where there is none,
/// or several to choose from.
[[nodiscard]] inline std::optional<web::Device> obviousDevice(const QList<web::Device> &devices)
{
    QList<web::Device> usable;
    std::copy_if(devices.begin(), devices.end(), std::back_inserter(usable), takesCommands);
    const auto active =
        std::find_if(usable.begin(), usable.end(), [](const web::Device &device) { return device.isActive; });
    if (active != usable.end())
        return *active;
    return usable.size() == 1 ? std::optional(usable.constFirst()) : std::nullopt;
}

} // namespace segue::ui
