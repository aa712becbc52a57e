// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MessageArea.h"

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

/// Says that the last edit of a playlist, which need not be on the screen, has added tracks; with a way there and a way
/// back. `leftOut` is a sentence, or empty. GUI thread.
[[nodiscard]] Message addedMessage(playlist::Editor &editor, int count, const QString &leftOut,
                                   const std::function<void()> &show);

/// Says that nothing was added to the playlist of this name, and why.
[[nodiscard]] Message notAddedMessage(const QString &playlistName, const Error &error);

/// The same of one that has left the library meanwhile.
[[nodiscard]] Message goneMessage(const QString &playlistName);

} // namespace segue::ui
