// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>

/// Every wait that Segue decides on by itself, in one place.
namespace segue::web
{

/// Before the 2nd, 3rd, … try of a read that found no answer or a 5xx. When the table ends, the error is told.
inline constexpr std::array<std::chrono::milliseconds, 4> readBackoff{
    std::chrono::milliseconds{400},
    std::chrono::milliseconds{1'000},
    std::chrono::milliseconds{2'500},
    std::chrono::milliseconds{6'000},
};

/// Each wait is stretched by a random share of up to this much, so that six reads do not come back in step.
inline constexpr double backoffJitter = 0.5;

/// After a 429 that does not say how long, by how often that happened in a row. The service counts over 30 s.
inline constexpr std::array<std::chrono::seconds, 3> untoldPause{
    std::chrono::seconds{5},
    std::chrono::seconds{15},
    std::chrono::seconds{30},
};

/// The rolling window over which the service counts the requests of an app.
inline constexpr std::chrono::seconds rateWindow{30};

/// After a 429 for a used-up quota that does not say how long, by how often that happened in a row. The first may be
/// the window alone; those after it are told, because a quota can last for hours.
inline constexpr std::array<std::chrono::seconds, 4> quotaPause{
    std::chrono::seconds{30},
    std::chrono::minutes{5},
    std::chrono::minutes{15},
    std::chrono::minutes{60},
};

/// A pause up to this long is waited out with a countdown; a longer one is told to the user instead.
inline constexpr std::chrono::seconds longestWait{60};

/// 80,000 s and more have been seen. Whatever is above this is taken for this.
inline constexpr std::chrono::seconds longestPause{7 * 24 * 3600};

/// So often one request is sent again after 429 before its caller is told.
inline constexpr int rateLimitTries = 8;

} // namespace segue::web
