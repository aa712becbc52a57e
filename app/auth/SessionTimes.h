// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace segue::auth
{

/// Time since some fixed moment, counting the time the machine sleeps, whatever happens to the wall clock.
[[nodiscard]] std::chrono::milliseconds awakeOrAsleepClock();

/// How long a Session waits for what. Tests make these short and bring their own clock.
struct SessionTimes {
    std::chrono::milliseconds signIn = std::chrono::minutes(5);        ///< for the user to decide in the browser
    std::chrono::milliseconds tokenRequest = std::chrono::seconds(20); ///< without a byte from the accounts service
    std::chrono::milliseconds refreshAhead = std::chrono::seconds(60); ///< before a token expires
    std::function<std::chrono::milliseconds()> clock = awakeOrAsleepClock;
};

} // namespace segue::auth
