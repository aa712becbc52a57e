// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Isrc.h"

#include <QString>

namespace segue::web
{

/// Longer queries were answered with 404 (at 101 characters) and with 400 (at some 250).
inline constexpr int maxSearchQueryLength = 100;

/// Whether the text has the form of a country's code: two capitals.
[[nodiscard]] bool isMarket(const QString &text);

/// Texts of searches. Each fits maxSearchQueryLength.
namespace searchQuery
{

/// All releases of one recording. Empty for an empty code.
[[nodiscard]] QString byIsrc(const Isrc &isrc);

/// Tracks whose title and artist contain these words in this order. Either may be empty; the result is empty when
/// nothing is left to look for. The service knows no way to write a quotation mark within a text, so they are left out;
/// long texts are cut between words.
[[nodiscard]] QString byTitle(const QString &title, const QString &artist);

} // namespace searchQuery

} // namespace segue::web
