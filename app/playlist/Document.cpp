// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Document.h"

#include <algorithm>
#include <numeric>

namespace segue::playlist
{

namespace
{

/// Beyond this many runs, rows are first brought together by one change of order: views pay per announcement.
constexpr std::size_t manyRuns = 32;

constexpr qint64 momentSeconds = 60;

struct Run {
    int first;
    int last;
};

/// Runs of positions for which `picked` holds, ascending.
template <typename Predicate>
std::vector<Run> runsWhere(const RowList &list, Predicate picked)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!picked(list[i]))
            continue;
        const int position = static_cast<int>(i);
        if (!runs.empty() && runs.back().last == position - 1)
            runs.back().last = position;
        else
            runs.push_back({position, position});
    }
    return runs;
}

} // namespace

Document::Document(web::Playlist details, QObject *parent) : QObject(parent), m_details(std::move(details)) {}

void Document::setDetails(const web::Playlist &details)
{
    if (m_details == details)
        return;
    m_details = details;
    Q_EMIT detailsChanged();
}

void Document::reset(int total)
{
    ++m_wantedRevision;
    Q_EMIT aboutToReset();
    m_rows.assign(static_cast<std::size_t>(std::max(total, 0)), Row{});
    m_server.resize(m_rows.size());
    std::iota(m_server.begin(), m_server.end(), RowId(0));
    m_wanted = m_server;
    m_missing = static_cast<int>(m_rows.size());
    m_totalKnown = true;
    m_isEdited = false;
    Q_EMIT resetDone();
    Q_EMIT serverChanged();
    Q_EMIT wantedChanged();
    if (m_missing == 0)
        Q_EMIT completed();
}

void Document::fill(int offset, const QList<web::PlaylistEntry> &entries)
{
    std::vector<bool> filled(m_rows.size(), false);
    bool any = false;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto position = static_cast<std::size_t>(offset + i);
        if (offset < 0 || position >= m_server.size())
            break;
        Row &row = m_rows[m_server[position]];
        if (!row.loaded)
            --m_missing;
        row = Row{.entry = entries.at(i), .loaded = true, .confirmed = true};
        filled[m_server[position]] = true;
        any = true;
    }
    if (!any)
        return;

    // While the list is being read the wanted order is usually still the server's: look there first.
    const std::size_t end = static_cast<std::size_t>(offset) + static_cast<std::size_t>(entries.size());
    const bool inPlace = m_wanted.size() >= end &&
                         std::equal(m_wanted.begin() + offset, m_wanted.begin() + static_cast<std::ptrdiff_t>(end),
                                    m_server.begin() + offset);
    if (inPlace) {
        Q_EMIT rowsChanged(offset, static_cast<int>(end) - 1);
    } else {
        for (const Run &run : runsWhere(m_wanted, [&filled](RowId id) { return id < filled.size() && filled[id]; }))
            Q_EMIT rowsChanged(run.first, run.last);
    }
    if (m_missing == 0)
        Q_EMIT completed();
}

void Document::complete(const RowList &server, const RowList &wanted)
{
    m_totalKnown = true;
    setServer(server);
    m_missing = 0;
    setWanted(wanted);
    Q_EMIT completed();
}

RowId Document::makeRow(const web::PlaylistEntry &entry, bool confirmed)
{
    m_isEdited = true;
    m_rows.push_back(Row{.entry = entry, .loaded = true, .confirmed = confirmed});
    return static_cast<RowId>(m_rows.size() - 1);
}

void Document::setWanted(const RowList &wanted)
{
    if (wanted == m_wanted)
        return;
    m_isEdited = true;
    ++m_wantedRevision;

    std::vector<bool> stays(m_rows.size(), false);
    for (const RowId id : wanted)
        stays[id] = true;
    std::vector<bool> had(m_rows.size(), false);
    for (const RowId id : m_wanted)
        had[id] = true;

    const auto goes = [&stays](RowId id) { return !stays[id]; };
    std::vector<Run> removals = runsWhere(m_wanted, goes);
    if (removals.size() > manyRuns) {
        RowList gathered = m_wanted;
        std::stable_partition(gathered.begin(), gathered.end(), [&stays](RowId id) { return stays[id]; });
        announceOrder(gathered);
        removals = runsWhere(m_wanted, goes);
    }
    for (auto run = removals.rbegin(); run != removals.rend(); ++run) {
        Q_EMIT rowsAboutToBeRemoved(run->first, run->last);
        m_wanted.erase(m_wanted.begin() + run->first, m_wanted.begin() + run->last + 1);
        Q_EMIT rowsRemoved();
    }

    RowList common;
    common.reserve(m_wanted.size());
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(common), [&had](RowId id) { return had[id]; });
    if (common != m_wanted)
        announceOrder(common);

    const std::vector<Run> additions = runsWhere(wanted, [&had](RowId id) { return !had[id]; });
    const auto insert = [this](int at, const RowList &rows) {
        Q_EMIT rowsAboutToBeInserted(at, at + static_cast<int>(rows.size()) - 1);
        m_wanted.insert(m_wanted.begin() + at, rows.begin(), rows.end());
        Q_EMIT rowsInserted();
    };
    if (additions.size() > manyRuns) {
        RowList rows;
        std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(rows), [&had](RowId id) { return !had[id]; });
        insert(size(), rows);
        announceOrder(wanted);
    } else {
        for (const Run &run : additions)
            insert(run.first, RowList(wanted.begin() + run.first, wanted.begin() + run.last + 1));
    }
    Q_EMIT wantedChanged();
}

void Document::announceOrder(const RowList &next)
{
    const auto [firstOld, firstNew] = std::mismatch(m_wanted.begin(), m_wanted.end(), next.begin());
    if (firstOld == m_wanted.end())
        return;
    auto endOld = m_wanted.end();
    auto endNew = next.end();
    while (*(endOld - 1) == *(endNew - 1)) {
        --endOld;
        --endNew;
    }

    // Two neighbouring blocks that change places are one move, which views can follow row by row.
    const auto middle = std::find(firstOld, endOld, *firstNew);
    const auto lowerLength = std::distance(middle, endOld);
    if (std::equal(middle, endOld, firstNew) && std::equal(firstOld, middle, firstNew + lowerLength)) {
        const int first = static_cast<int>(firstOld - m_wanted.begin());
        const int split = static_cast<int>(middle - m_wanted.begin());
        const int end = static_cast<int>(endOld - m_wanted.begin());
        if (split - first <= end - split)
            Q_EMIT rowsAboutToBeMoved(first, split - 1, end);
        else
            Q_EMIT rowsAboutToBeMoved(split, end - 1, first);
        m_wanted = next;
        Q_EMIT rowsMoved();
        return;
    }

    std::vector<int> place(m_rows.size(), -1);
    for (std::size_t i = 0; i < next.size(); ++i)
        place[next[i]] = static_cast<int>(i);
    std::vector<int> newPositions;
    newPositions.reserve(m_wanted.size());
    for (const RowId id : m_wanted)
        newPositions.push_back(place[id]);
    Q_EMIT orderAboutToChange();
    m_wanted = next;
    Q_EMIT orderChanged(newPositions);
}

void Document::setServer(const RowList &server)
{
    if (server == m_server)
        return;
    m_server = server;
    m_missing = static_cast<int>(
        std::count_if(m_server.begin(), m_server.end(), [this](RowId id) { return !m_rows[id].loaded; }));
    Q_EMIT serverChanged();
}

void Document::markAdded(const RowList &rows, const QString &userId)
{
    for (const RowId id : rows) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QDateTime former = m_rows[id].confirmed ? m_rows[id].entry.addedAt : m_rows[id].formerDate;
        // Dates are whole seconds: one of a moment ago may be the new one too.
        if (former.secsTo(now) < momentSeconds)
            former = {};
        web::PlaylistEntry entry = m_rows[id].entry;
        entry.addedAt = now;
        if (!userId.isEmpty())
            entry.addedBy = userId;
        updateRow(id, entry);
        m_rows[id].confirmed = false;
        m_rows[id].formerDate = former;
    }
}

void Document::updateRow(RowId id, const web::PlaylistEntry &entry)
{
    m_rows[id] = Row{.entry = entry, .loaded = true, .confirmed = true};
    const auto at = std::find(m_wanted.begin(), m_wanted.end(), id);
    if (at == m_wanted.end())
        return;
    const int position = static_cast<int>(at - m_wanted.begin());
    Q_EMIT rowsChanged(position, position);
}

} // namespace segue::playlist
