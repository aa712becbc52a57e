// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

namespace segue::playlist::test
{

/// A track with an address of its own; the rest is for the test to fill in.
inline web::Medium song(const QString &title, const QString &artist = QStringLiteral("Artist"),
                        const QString &album = QString())
{
    static int made = 0;
    web::Medium medium;
    medium.uri = QStringLiteral("spotify:track:%1").arg(++made);
    medium.title = title;
    if (!artist.isEmpty())
        medium.artists = {{artist, QString(QStringLiteral("spotify:artist:") + artist)}};
    medium.album = album;
    if (!album.isEmpty())
        medium.albumUri = QStringLiteral("spotify:album:") + album;
    medium.length = std::chrono::minutes(3);
    return medium;
}

/// Rows as a document holds them, numbered from 0 in the order of their making.
class RowTable
{
public:
    RowId add(const web::Medium &medium, const QDateTime &addedAt = {}, const QString &addedBy = {})
    {
        return push({.entry = {std::make_shared<const web::Medium>(medium), addedAt, addedBy},
                     .loaded = true,
                     .confirmed = true});
    }
    RowId addTitled(const QString &title) { return add(song(title)); }
    RowId addNull(const QDateTime &addedAt = {})
    {
        return push({.entry = {nullptr, addedAt, {}}, .loaded = true, .confirmed = true});
    }
    RowId addUnread() { return push({}); }
    RowId push(const Row &row)
    {
        m_rows.push_back(row);
        return static_cast<RowId>(m_rows.size() - 1);
    }

    [[nodiscard]] RowList list() const
    {
        RowList list(m_rows.size());
        std::iota(list.begin(), list.end(), RowId(0));
        return list;
    }
    [[nodiscard]] RowLookup lookup() const
    {
        return [this](RowId id) -> const Row & { return m_rows[id]; };
    }
    [[nodiscard]] const Row &operator[](RowId id) const { return m_rows[id]; }
    [[nodiscard]] QStringList titles(const RowList &list) const
    {
        QStringList titles;
        for (const RowId id : list)
            titles.append(m_rows[id].entry.medium ? m_rows[id].entry.medium->title : QStringLiteral("-"));
        return titles;
    }

private:
    std::vector<Row> m_rows;
};

inline QDateTime day(int number)
{
    return QDateTime(QDate(2024, 1, 1), QTime(12, 0), QTimeZone::utc()).addDays(number);
}

/// The same rows, whatever the order.
inline bool isPermutation(RowList a, RowList b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

} // namespace segue::playlist::test
