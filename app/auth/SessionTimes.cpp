// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/SessionTimes.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace segue::auth
{

std::chrono::milliseconds awakeOrAsleepClock()
{
    using namespace std::chrono;
#ifdef Q_OS_LINUX
    // steady_clock stands still while the machine sleeps, and a token does not.
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return duration_cast<milliseconds>(seconds(now.tv_sec) + nanoseconds(now.tv_nsec));
#endif
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

} // namespace segue::auth
