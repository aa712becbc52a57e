// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/SplitMix.h"
#include "app/store/IndexValues.h"

#include <algorithm>

namespace segue::bench
{

/// Playlists out of a seed.
class MadeUpLibrary
{
public:
    MadeUpLibrary(int playlists, int rows, int seed)
        : m_average(std::max(1, rows / playlists)), m_distinct(static_cast<quint64>(std::max(1, rows * 2 / 5))),
          m_random(static_cast<quint64>(seed))
    {
    }

    [[nodiscard]] static QString playlistId(int number)
    {
        return QStringLiteral("playlist%1").arg(number, 14, 10, QLatin1Char('0'));
    }
    /// 22 characters, as random as Spotify's.
    [[nodiscard]] static QString trackUri(quint64 number)
    {
        static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        playlist::SplitMix random(number);
        QString id(22, Qt::Uninitialized);
        for (QChar &c : id)
            c = QLatin1Char(digits[random.next() % 62]);
        return QStringLiteral("spotify:track:") + id;
    }

    store::IndexedList list(int number)
    {
        return list(number, static_cast<int>(1 + m_random.next() % static_cast<quint64>(2 * m_average)));
    }
    store::IndexedList list(int number, int size)
    {
        store::IndexedList list{.playlistId = playlistId(number),
                                .snapshotId = QStringLiteral("snapshot%1").arg(m_random.next()),
                                .readAt = QDateTime::currentDateTimeUtc(),
                                .entries = {}};
        list.entries.reserve(size);
        for (int i = 0; i < size; ++i) {
            // Some are everybody's, most are in few lists.
            const quint64 pick =
                m_random.next() % 4 == 0 ? m_random.next() % (m_distinct / 20 + 1) : m_random.next() % m_distinct;
            const quint64 chance = m_random.next() % 1000;
            if (chance == 0)
                list.entries.append(store::IndexedEntry());
            else
                list.entries.append(
                    {.uri = trackUri(pick),
                     .state = chance < 10 ? store::EntryState::Unavailable : store::EntryState::Ordinary});
        }
        return list;
    }

private:
    const int m_average;
    const quint64 m_distinct;
    playlist::SplitMix m_random;
};

} // namespace segue::bench
