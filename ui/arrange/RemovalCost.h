// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

/// What removing these rows costs, sentences; empty when nothing.
[[nodiscard]] QString removalCostText(const playlist::Editor &editor, const std::vector<int> &positions);

} // namespace segue::ui
