// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <deque>

namespace segue::playlist
{

/// The lists that a playlist had a moment ago, before our own last calls. A new order can usually be read 0.6 s after
/// the write, at times much later: an old answer must not be taken for somebody else's edit.
class RecentLists
{
public:
    /// `list` is what a call of ours has just changed.
    void remember(const RowList &list)
    {
        m_lists.push_back(list);
        if (m_lists.size() > most)
            m_lists.pop_front();
        m_sinceWrite.start();
    }
    /// Whether reading this list may just mean that the service has not caught up yet.
    [[nodiscard]] bool contain(const RowList &list) const
    {
        return m_sinceWrite.isValid() && m_sinceWrite.elapsed() < std::chrono::milliseconds(catchUpTime).count() &&
               std::find(m_lists.begin(), m_lists.end(), list) != m_lists.end();
    }

private:
    static constexpr std::chrono::seconds catchUpTime{30};
    static constexpr std::size_t most = 8;

    std::deque<RowList> m_lists;
    QElapsedTimer m_sinceWrite;
};

} // namespace segue::playlist
