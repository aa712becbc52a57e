// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue::playlist
{

/// Texts that differ in case, accents, punctuation, spaces or width alone have the same key: "Señorita!" and
/// "senorita", "Don’t Stop" and "DONT STOP". Words count: "Song" and "Song (Live)" differ, as do kana with and without
/// voicing marks. A text of nothing but punctuation is its own key; an empty one has an empty key. Pure; any thread.
[[nodiscard]] QString sameTextKey(const QString &text);

} // namespace segue::playlist
