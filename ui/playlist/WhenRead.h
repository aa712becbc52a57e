// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <functional>
#include <optional>

class QObject;

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

/// Calls once everything of the playlist has been read, with nothing, or when that failed, with why. At once when it
/// is read already; starts reading when nobody does. Never, when the editor or the context goes before. GUI thread.
void whenRead(playlist::Editor &editor, QObject *context, std::function<void(const std::optional<Error> &)> done);

} // namespace segue::ui
