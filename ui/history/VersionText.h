// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/Version.h"

#include <QString>

/// How earlier versions of a list are told.
namespace segue::ui
{

/// "just now", "5 minutes ago", "yesterday, 14:02"; the date from a week on.
[[nodiscard]] QString agoText(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// "12 May", with the year when it is another one, a time of day when it is today: "the list of …".
[[nodiscard]] QString dayText(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// The edit's name, or where the list was seen.
[[nodiscard]] QString reasonText(const store::VersionInfo &version);
/// "+3 −2 ↕14"; empty when nothing changed.
[[nodiscard]] QString changeText(const store::ListChange &change);
/// The same in words, for those who do not see it.
[[nodiscard]] QString changeWords(const store::ListChange &change);

} // namespace segue::ui
