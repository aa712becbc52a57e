// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Restore.h"

#include "app/playlist/ListOps.h"

#include <QHash>

#include <algorithm>

namespace segue::playlist
{

namespace
{

using store::ListRow;
using store::ListRows;

struct SameRow {
    const ListRow *row;
    [[nodiscard]] qint64 second() const { return row->addedAt.isValid() ? row->addedAt.toSecsSinceEpoch() : -1; }
    friend bool operator==(SameRow a, SameRow b)
    {
        return a.row->uri == b.row->uri && a.second() == b.second() && a.row->addedBy == b.row->addedBy;
    }
    friend size_t qHash(SameRow key, size_t seed)
    {
        return qHashMulti(seed, key.row->uri, key.second(), key.row->addedBy);
    }
};

struct SameUri {
    const ListRow *row;
    friend bool operator==(SameUri a, SameUri b) { return a.row->uri == b.row->uri; }
    friend size_t qHash(SameUri key, size_t seed) { return qHash(key.row->uri, seed); }
};

template <typename Key>
void pair(const ListRows &then, const ListRows &now, std::vector<int> &places, std::vector<bool> &taken)
{
    QHash<Key, std::vector<int>> free; // last first, to be taken from the back
    for (qsizetype i = now.size(); i-- > 0;) {
        if (!taken[static_cast<std::size_t>(i)])
            free[Key{&now.at(i)}].push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] >= 0)
            continue;
        const auto found = free.find(Key{&then.at(static_cast<qsizetype>(i))});
        if (found == free.end() || found->empty())
            continue;
        places[i] = found->back();
        taken[static_cast<std::size_t>(places[i])] = true;
        found->pop_back();
    }
}

/// Which row is which.
struct Matching {
    std::vector<int> places; ///< for each row of then: its position now, or -1
    std::vector<bool> known; ///< for each row of now: whether it was there then

    Matching(const ListRows &then, const ListRows &now)
        : places(static_cast<std::size_t>(then.size()), -1), known(static_cast<std::size_t>(now.size()), false)
    {
        pair<SameRow>(then, now, places, known);
        pair<SameUri>(then, now, places, known);
    }
};

/// Spotify can be told to add it.
bool canBeAdded(const ListRow &row)
{
    return !row.uri.isEmpty() && !row.uri.startsWith(QLatin1String("spotify:local:"));
}

/// Calls for each row of then, by its position, and with -1 before the first one; and behind each for the rows of now
/// that follow the same one now and were not there then.
template <typename Then, typename Added>
void walk(const Matching &matching, Then takeThen, Added takeAdded)
{
    // Rows that are new now, by the known row in front of them.
    std::vector<std::vector<int>> behind(matching.known.size());
    std::vector<int> first;
    int anchor = -1;
    for (std::size_t i = 0; i < matching.known.size(); ++i) {
        if (matching.known[i])
            anchor = static_cast<int>(i);
        else
            (anchor < 0 ? first : behind[static_cast<std::size_t>(anchor)]).push_back(static_cast<int>(i));
    }
    for (const int now : first)
        takeAdded(now);
    for (std::size_t i = 0; i < matching.places.size(); ++i) {
        takeThen(static_cast<int>(i));
        if (matching.places[i] < 0)
            continue;
        for (const int now : behind[static_cast<std::size_t>(matching.places[i])])
            takeAdded(now);
    }
}

} // namespace

QList<ComparedRow> compared(const ListRows &then, const ListRows &now)
{
    const Matching matching(then, now);
    std::vector<WeightedItem> items;
    std::vector<int> itemOf(matching.places.size(), -1);
    for (std::size_t i = 0; i < matching.places.size(); ++i) {
        if (matching.places[i] < 0)
            continue;
        itemOf[i] = static_cast<int>(items.size());
        items.push_back({.value = matching.places[i], .first = 1});
    }
    std::vector<bool> stays(items.size(), false);
    for (const int item : heaviestIncreasing(items))
        stays[static_cast<std::size_t>(item)] = true;

    using Mark = ComparedRow::Mark;
    QList<ComparedRow> out;
    out.reserve(then.size() + now.size() / 8);
    walk(
        matching,
        [&](int row) {
            const auto i = static_cast<std::size_t>(row);
            if (matching.places[i] < 0)
                out.append({Mark::Removed, row, -1});
            else
                out.append(
                    {stays[static_cast<std::size_t>(itemOf[i])] ? Mark::Same : Mark::Moved, row, matching.places[i]});
        },
        [&](int row) {
            out.append({Mark::Added, -1, row});
        });
    return out;
}

Restoration restoration(const ListRows &then, const ListRows &now)
{
    const Matching matching(then, now);
    Restoration out;
    walk(
        matching,
        [&](int row) {
            const int place = matching.places[static_cast<std::size_t>(row)];
            if (place >= 0) {
                out.rows.append(RestoredRow{.now = place, .row = {}});
            } else if (canBeAdded(then.at(row))) {
                out.rows.append(RestoredRow{.now = -1, .row = then.at(row)});
                ++out.added;
            } else {
                ++out.impossible;
            }
        },
        [&](int row) {
            if (canBeAdded(now.at(row))) {
                out.removed.push_back(row);
            } else {
                out.rows.append(RestoredRow{.now = row, .row = {}});
                ++out.kept;
            }
        });
    std::sort(out.removed.begin(), out.removed.end());
    out.changes = out.rows.size() != now.size();
    for (qsizetype i = 0; !out.changes && i < out.rows.size(); ++i)
        out.changes = out.rows.at(i).now != static_cast<int>(i);
    return out;
}

Restoration restorationOf(const std::vector<int> &positions, const ListRows &then, const ListRows &now)
{
    const Matching matching(then, now);
    std::vector<bool> wanted(matching.places.size(), false);
    for (const int position : positions) {
        if (position >= 0 && position < static_cast<int>(wanted.size()))
            wanted[static_cast<std::size_t>(position)] = true;
    }
    Restoration out;
    std::vector<std::vector<int>> behind(matching.known.size());
    std::vector<int> first;
    int anchor = -1;
    for (std::size_t i = 0; i < matching.places.size(); ++i) {
        if (matching.places[i] >= 0) {
            anchor = matching.places[i];
        } else if (wanted[i] && !canBeAdded(then.at(static_cast<qsizetype>(i)))) {
            ++out.impossible;
        } else if (wanted[i]) {
            (anchor < 0 ? first : behind[static_cast<std::size_t>(anchor)]).push_back(static_cast<int>(i));
            ++out.added;
        }
    }
    const auto add = [&](const std::vector<int> &rows) {
        for (const int row : rows)
            out.rows.append(RestoredRow{.now = -1, .row = then.at(row)});
    };
    add(first);
    for (std::size_t i = 0; i < behind.size(); ++i) {
        out.rows.append(RestoredRow{.now = static_cast<int>(i), .row = {}});
        add(behind[i]);
    }
    out.changes = out.added > 0;
    return out;
}

} // namespace segue::playlist
