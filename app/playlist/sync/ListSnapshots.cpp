// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/ListSnapshots.h"

#include <algorithm>
#include <utility>

namespace segue::playlist
{

void ListSnapshots::belongs(const QString &id, const RowList &list)
{
    (void)hear(id);
    m_id = id;
    m_isCertain = true;
    m_list = list;
    m_old.clear();
    m_tries = 0;
}

void ListSnapshots::mayBelong(const QString &id, const RowList &list)
{
    belongs(id, list);
    m_isCertain = false;
}

bool ListSnapshots::reject(const RowList &list)
{
    if (m_isCertain || idOf(list).isEmpty() || isHopeless())
        return false;
    m_old = std::exchange(m_id, {});
    ++m_tries;
    return true;
}

bool ListSnapshots::hear(const QString &id)
{
    if (id.isEmpty() || std::find(m_known.begin(), m_known.end(), id) != m_known.end())
        return false;
    m_known.push_back(id);
    if (m_known.size() > mostKnown)
        m_known.pop_front();
    return m_known.size() > 1;
}

bool ListSnapshots::ask(const QString &id)
{
    if (!id.isEmpty() && id != m_old) {
        m_asked = id;
        return true;
    }
    ++m_tries;
    return false;
}

void ListSnapshots::read(const RowList &now, const RowList &known)
{
    if (now != m_list && !m_id.isEmpty())
        m_old = std::exchange(m_id, {});
    const QString asked = std::exchange(m_asked, {});
    if (asked.isEmpty() || now != known)
        return;
    m_id = asked;
    m_isCertain = false;
    m_list = now;
}

} // namespace segue::playlist
