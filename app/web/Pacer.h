// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Call.h"

#include <chrono>
#include <deque>

namespace segue::web
{

/// Keeps what is sent within what the service takes in any 30 s. It does not tell how much that is: refusals do. Until
/// the first one there is no limit; afterwards the limit is a little less than what led to the refusal, and grows again
/// as time passes without another. Requests that nobody waits for leave a part of it free. Knows no clock: times are
/// those of any one that never goes back.
class Pacer
{
public:
    using Ms = std::chrono::milliseconds;
    /// `window`: over which the service counts. `smallest`: the least that a limit can be; a refusal after fewer tells
    /// of what others sent, or we did before we were here, and nothing is learnt from it.
    Pacer(Ms window, int smallest) : m_window(window), m_smallest(smallest) {}

    /// When the next request of that urgency may leave: at once when that is not after `now`. The same whenever it is
    /// asked, until something is sent or refused.
    [[nodiscard]] Ms earliest(Priority priority, Ms now);
    void sent(Ms now);
    /// A request that left at `sentAt` was refused because there were too many.
    void refused(Ms sentAt, Ms now);

    /// Requests in a window; 0 while nothing is known.
    [[nodiscard]] int limit() const { return m_limit; }

private:
    void forget(Ms now);
    void grow(Ms now);

    Ms m_window;
    int m_smallest;
    std::deque<Ms> m_sent; ///< in the window that ends now
    int m_limit = 0;
    Ms m_changed{0}; ///< when the limit was learnt or grew last
};

} // namespace segue::web
