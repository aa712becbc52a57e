// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/KillPoint.h"

#include <atomic>
#include <csignal>

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace
{
std::atomic<bool> armed = false;
std::atomic<int> killAt = 0;
std::atomic<int> seen = 0;

/// Whether this is the call to die in.
bool isDue()
{
    return armed && ++seen == killAt;
}
} // namespace

namespace segue::test
{

void armKillPoint(int number)
{
    killAt = number;
    armed = true;
}

int writesSeen()
{
    return seen;
}

} // namespace segue::test

#ifdef __linux__
// The program's own symbols go before the C library's, for SQLite as well.
extern "C" {

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    if (isDue()) {
        syscall(SYS_pwrite64, file, bytes, count / 2, offset);
        raise(SIGKILL);
    }
    return syscall(SYS_pwrite64, file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    return pwrite64(file, bytes, count, offset);
}

int fdatasync(int file)
{
    if (isDue())
        raise(SIGKILL);
    return static_cast<int>(syscall(SYS_fdatasync, file));
}

int fsync(int file)
{
    if (isDue())
        raise(SIGKILL);
    return static_cast<int>(syscall(SYS_fsync, file));
}

} // extern "C"
#endif
