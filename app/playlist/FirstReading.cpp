// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/FirstReading.h"

#include "app/playlist/Document.h"
#include "app/playlist/ListOps.h"
#include "app/playlist/sync/Reconcile.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <optional>

namespace segue::playlist
{

void FirstReading::begin(int total)
{
    m_gathers = m_document.isEdited();
    m_count = 0;
    m_gathered.clear();
    if (m_gathers)
        m_gathered.resize(total);
    else
        m_document.reset(total);
}

void FirstReading::take(int offset, const QList<web::PlaylistEntry> &entries)
{
    if (!m_gathers) {
        m_document.fill(offset, entries);
        return;
    }
    for (qsizetype i = 0; i < entries.size() && offset + i < m_gathered.size(); ++i)
        m_gathered[offset + i] = entries.at(i);
    m_count += static_cast<int>(entries.size());
}

int FirstReading::count() const
{
    return m_gathers ? m_count : m_document.loadedCount();
}

int FirstReading::total() const
{
    return m_gathers ? static_cast<int>(m_gathered.size()) : static_cast<int>(m_document.server().size());
}

/// Rows that have been read before are known by what they are; those of which only the position is known, by their
/// distance from one that is.
RowList FirstReading::identified()
{
    const RowList before = m_document.server();
    QHash<RowId, int> places;
    for (std::size_t i = 0; i < before.size(); ++i)
        places.insert(before[i], static_cast<int>(i));
    RowList read;
    std::copy_if(before.begin(), before.end(), std::back_inserter(read),
                 [this](RowId id) { return m_document.row(id).loaded; });
    RowList now = identify(m_document, m_gathered, {.lists = {read}, .renewed = {}});

    const auto shiftAt = [&](std::size_t i) -> std::optional<int> {
        const auto place = places.constFind(now[i]);
        return place == places.cend() ? std::nullopt : std::optional(*place - static_cast<int>(i));
    };
    int shift = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (const auto known = shiftAt(i)) {
            shift = *known;
            break;
        }
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (const auto known = shiftAt(i)) {
            shift = *known;
            continue;
        }
        const int place = static_cast<int>(i) + shift;
        if (place < 0 || place >= static_cast<int>(before.size()))
            continue;
        const RowId id = before[static_cast<std::size_t>(place)];
        if (m_document.row(id).loaded)
            continue;
        m_document.updateRow(id, m_gathered.at(static_cast<qsizetype>(i)));
        now[i] = id;
    }
    return now;
}

void FirstReading::end()
{
    if (!m_gathers)
        return;
    const RowList before = m_document.server();
    const RowList wanted = m_document.wanted();
    const RowList now = identified();
    // What was added to a list of which nothing was known went to its end, as far as anybody could see.
    RowList next = now;
    if (before.empty())
        next.insert(next.end(), wanted.begin(), wanted.end());
    else
        next = merged(before, wanted, now);
    m_gathers = false;
    m_gathered.clear();
    m_document.complete(now, next);
}

} // namespace segue::playlist
