// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <deque>

namespace segue::playlist
{

/// The lists that a playlist had a moment ago, before our own last calls. A new order can usually be read 0.6 s after
/// the write, at times much later: an old answer must not be taken for somebody else's edit. Known by a hash of their
/// URIs, for dates change with calls of ours.
class RecentLists
{
public:
    /// Of the list that a call of ours has just changed.
    void remember(size_t hashOfUris)
    {
        m_lists.push_back(hashOfUris);
        if (m_lists.size() > most)
            m_lists.pop_front();
        m_sinceWrite.start();
    }
    /// Whether reading this list may just mean that the service has not caught up yet.
    [[nodiscard]] bool contain(size_t hashOfUris) const
    {
        return isFresh() && std::find(m_lists.begin(), m_lists.end(), hashOfUris) != m_lists.end();
    }
    /// Whether the last call of ours was so lately.
    [[nodiscard]] bool isFresh() const
    {
        return m_sinceWrite.isValid() && m_sinceWrite.elapsed() < std::chrono::milliseconds(catchUpTime).count();
    }

private:
    static constexpr std::chrono::seconds catchUpTime{30};
    static constexpr std::size_t most = 8;

    std::deque<size_t> m_lists;
    QElapsedTimer m_sinceWrite;
};

} // namespace segue::playlist
