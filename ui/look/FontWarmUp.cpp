// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/FontWarmUp.h"

#ifdef Q_OS_LINUX
#include <dlfcn.h>
#endif

namespace segue::ui
{

FontWarmUp::FontWarmUp()
{
#ifdef Q_OS_LINUX
    // QtGui brings fontconfig along; looked up so that Segue need not be linked to it as well. FcInit may be called
    // from any thread, and the second call finds the work done.
    using Init = int (*)();
    if (const auto init = reinterpret_cast<Init>(dlsym(RTLD_DEFAULT, "FcInit")))
        m_thread = std::thread([init] { init(); });
#endif
}

FontWarmUp::~FontWarmUp()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace segue::ui
