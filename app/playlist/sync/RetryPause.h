// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <algorithm>
#include <chrono>

namespace segue::playlist
{

/// How long to pause before a list is read or written again: longer with each passing failure in a row, and never
/// shorter than the service asked for.
class RetryPause
{
public:
    /// 2 s and 60 s at first.
    void setDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
    {
        m_shortest = shortest;
        m_longest = longest;
    }

    void succeeded() { m_failures = 0; }
    [[nodiscard]] std::chrono::milliseconds afterFailure(const Error &error)
    {
        const std::chrono::milliseconds delay = pause();
        ++m_failures;
        return error.retryAfter ? std::max<std::chrono::milliseconds>(delay, *error.retryAfter) : delay;
    }
    /// Nothing failed: time for the service to catch up with itself, `tries` times before.
    [[nodiscard]] std::chrono::milliseconds pause(int tries = 0) const
    {
        std::chrono::milliseconds delay = m_shortest;
        for (int i = 0; i < m_failures + tries && delay < m_longest; ++i)
            delay *= 2;
        return std::min(delay, m_longest);
    }

private:
    std::chrono::milliseconds m_shortest{2000};
    std::chrono::milliseconds m_longest{60000};
    int m_failures = 0;
};

} // namespace segue::playlist
