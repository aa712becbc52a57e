// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace segue::playlist
{

class Dice;

/// An order of indexes into `kinds` in which no two neighbours are of one kind, or as few as can be; apart from that
/// by chance. Kinds are small numbers from 0 on. O(n). Pure; any thread.
[[nodiscard]] std::vector<int> spread(const std::vector<int> &kinds, Dice &dice);

} // namespace segue::playlist
