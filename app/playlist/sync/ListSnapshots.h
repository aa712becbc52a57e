// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QString>

#include <deque>

namespace segue::playlist
{

/// What the snapshot ids of a playlist tell. An id that was never heard of is a sign of somebody else's edit, and no
/// more than a sign: the service may tell an older one for half a minute after a write. And positions in remove calls
/// hold for the list of one snapshot alone.
class ListSnapshots
{
public:
    /// As an answer to a call of ours, or when the list was first read: the id stands for this list.
    void belongs(const QString &id, const RowList &list);
    /// It was told with the list, so that it may also be that of another one, or of none.
    void mayBelong(const QString &id, const RowList &list);
    /// The service told an id. Whether it is new, though others were known.
    [[nodiscard]] bool hear(const QString &id);

    /// Empty when the list is one that was read, so that its id is not known.
    [[nodiscard]] QString idOf(const RowList &list) const { return list == m_list ? m_id : QString(); }
    /// The service told this id when it was asked: it belongs to the list that is read next, if that is the one we
    /// know. False when it cannot, because it is that of an earlier list.
    [[nodiscard]] bool ask(const QString &id);
    /// What was told before the list that is being read; empty when nothing was.
    [[nodiscard]] const QString &asked() const { return m_asked; }
    /// The list was read; `known` is the one that we thought is there.
    void read(const RowList &now, const RowList &known);
    /// The service does not accept a call for the list with its id. Whether the id was to blame, and has to be asked
    /// for again: shortly after a change the service tells ids by which it knows no list.
    [[nodiscard]] bool reject(const RowList &list);
    /// The service was asked too often in vain: the list has to do without.
    [[nodiscard]] bool isHopeless() const { return m_tries >= mostTries; }

private:
    static constexpr std::size_t mostKnown = 64;
    static constexpr int mostTries = 5;

    std::deque<QString> m_known;
    QString m_id;             ///< of m_list
    bool m_isCertain = false; ///< m_id came as an answer to the call that made m_list
    RowList m_list;
    QString m_asked;
    QString m_old; ///< of a list that is there no more
    int m_tries = 0;
};

} // namespace segue::playlist
