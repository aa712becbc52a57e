// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <thread>

namespace segue::ui
{

/// While it lives, the system's list of fonts is read on a thread of its own: the first text a window shows needs it,
/// and reading it takes about as long as connecting to the display, so the two go side by side. To be made before the
/// QApplication. Does nothing where Qt does not use fontconfig.
class FontWarmUp
{
public:
    FontWarmUp();
    ~FontWarmUp();
    Q_DISABLE_COPY_MOVE(FontWarmUp)

private:
    std::thread m_thread;
};

} // namespace segue::ui
