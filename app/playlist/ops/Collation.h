// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>
#include <vector>

namespace segue::playlist
{

/// The place of each text in the alphabet of `locale`: equal for texts that it does not tell apart, from 0 on without
/// gaps; -1 for empty ones. Case does not count, numbers count as numbers ("Track 2" before "Track 10"). Each text is
/// looked at once, however often it comes. Pure; any thread.
[[nodiscard]] std::vector<std::int64_t> collationRanks(const std::vector<QString> &texts, const QLocale &locale);

/// Without a leading "The ", "A " or "An ", unless nothing else is left.
[[nodiscard]] QString withoutArticle(const QString &text);

} // namespace segue::playlist
