// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <deque>

namespace segue::playlist
{

/// Snapshot ids of lists that we have read or made. The service may tell an older one for half a minute after a write,
/// so only an id that was never heard of is a sign of somebody else's edit; and no more than a sign.
class KnownSnapshots
{
public:
    void add(const QString &id)
    {
        if (id.isEmpty() || contains(id))
            return;
        m_ids.push_back(id);
        if (m_ids.size() > most)
            m_ids.pop_front();
    }
    [[nodiscard]] bool contains(const QString &id) const
    {
        return std::find(m_ids.begin(), m_ids.end(), id) != m_ids.end();
    }
    [[nodiscard]] bool isEmpty() const { return m_ids.empty(); }

private:
    static constexpr std::size_t most = 64;

    std::deque<QString> m_ids;
};

} // namespace segue::playlist
