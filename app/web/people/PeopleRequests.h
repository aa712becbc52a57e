// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"

/// The routes of People. Pure functions.
namespace segue::web::requests
{

inline constexpr int peoplePageLimit = 50;

[[nodiscard]] ApiRequest profile(const QString &userId);
[[nodiscard]] ApiRequest playlistsOf(const QString &userId, int offset);
[[nodiscard]] ApiRequest featured(int offset);
[[nodiscard]] ApiRequest categories(int offset);
[[nodiscard]] ApiRequest playlistsOfCategory(const QString &categoryId, int offset);

} // namespace segue::web::requests
