// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QToolButton;

namespace segue::ui
{

/// The button that closes one of two playlists side by side, on a playlist's header and where none is shown.
void makeCloseButton(QToolButton &button);

} // namespace segue::ui
