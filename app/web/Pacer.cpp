// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Pacer.h"

#include <algorithm>

namespace segue::web
{

namespace
{

// Of what led to a refusal: others may use the same client ID, and our clock is not the service's.
constexpr double safe = 0.9;
constexpr double forBackground = 0.75;
constexpr double forIdle = 0.5;
constexpr double growth = 1.1;
constexpr int windowsBetweenGrowth = 10;

double shareOf(Priority priority)
{
    switch (priority) {
    case Priority::Idle:
        return forIdle;
    case Priority::Background:
        return forBackground;
    case Priority::Normal:
    case Priority::Visible:
        break;
    }
    return 1;
}

} // namespace

void Pacer::forget(Ms now)
{
    while (!m_sent.empty() && m_sent.front() <= now - m_window)
        m_sent.pop_front();
}

void Pacer::grow(Ms now)
{
    if (now - m_changed < m_window * windowsBetweenGrowth)
        return;
    m_limit = std::max(m_limit + 1, static_cast<int>(m_limit * growth));
    m_changed = now;
}

Pacer::Ms Pacer::earliest(Priority priority, Ms now)
{
    if (m_limit == 0)
        return Ms::min();
    grow(now);
    forget(now);
    const int limit = std::max(1, static_cast<int>(m_limit * shareOf(priority)));
    const int over = static_cast<int>(m_sent.size()) - limit;
    return over < 0 ? Ms::min() : m_sent[static_cast<std::size_t>(over)] + m_window;
}

void Pacer::sent(Ms now)
{
    forget(now);
    m_sent.push_back(now);
}

void Pacer::refused(Ms sentAt, Ms now)
{
    // Of those that were under way together the first one tells.
    if (m_limit > 0 && sentAt <= m_changed)
        return;
    const auto inWindow = std::count_if(m_sent.begin(), m_sent.end(),
                                        [&](Ms each) { return each <= sentAt && each > sentAt - m_window; });
    const int went = static_cast<int>(inWindow) - 1;
    if (went < m_smallest)
        return;
    const int learnt = std::max(m_smallest, static_cast<int>(went * safe));
    m_limit = m_limit > 0 ? std::min(learnt, m_limit) : learnt;
    m_changed = now;
}

} // namespace segue::web
