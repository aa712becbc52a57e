// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"

#include <QString>

/// How a refusal is told, by what was asked for. Translated, complete sentences.
namespace segue::web::refusalTexts
{

/// The token lacks a permission: what for, and what to do.
[[nodiscard]] QString missingPermission(const ApiRequest &request);

/// Refused without a reason that says more.
[[nodiscard]] QString notAllowed(const ApiRequest &request);

/// Not for this client ID.
[[nodiscard]] QString notOffered();

} // namespace segue::web::refusalTexts
