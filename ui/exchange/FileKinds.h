// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/DialogSeams.h"

namespace segue::ui
{

/// What playlists can be written as, the usual one first.
[[nodiscard]] QList<FileKind> exportKinds();
/// What playlists can be read from: all of it first, then each.
[[nodiscard]] QList<FileKind> importKinds();

} // namespace segue::ui
