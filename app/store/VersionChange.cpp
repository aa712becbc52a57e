// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/VersionChange.h"

#include <QHash>
#include <QHashFunctions>

#include <algorithm>
#include <chrono>
#include <span>
#include <vector>

namespace segue::store
{

namespace
{

constexpr std::chrono::milliseconds dateDoubt = std::chrono::hours(1);

struct WholeRow {
    const ListRow *row;
    friend bool operator==(WholeRow a, WholeRow b) { return *a.row == *b.row; }
    friend size_t qHash(WholeRow key, size_t seed)
    {
        const qint64 date = key.row->addedAt.isValid() ? key.row->addedAt.toMSecsSinceEpoch() : -1;
        return qHashMulti(seed, key.row->uri, date, key.row->addedBy);
    }
};

struct UriOfRow {
    const ListRow *row;
    friend bool operator==(UriOfRow a, UriOfRow b) { return a.row->uri == b.row->uri; }
    friend size_t qHash(UriOfRow key, size_t seed) { return qHash(key.row->uri, seed); }
};

/// Which row of one list is which of another.
class Matching
{
public:
    Matching(std::span<const ListRow> before, std::span<const ListRow> after)
        : m_before(before), m_after(after), m_partner(after.size(), none), m_taken(before.size(), false)
    {
    }

    /// Pairs rows, among those without a partner, that have equal keys: the first with the first, and so on.
    template <typename Key>
    void pair()
    {
        QHash<Key, std::vector<std::size_t>> places; // last first, to be taken from the back
        for (std::size_t i = m_before.size(); i-- > 0;) {
            if (!m_taken[i])
                places[Key{&m_before[i]}].push_back(i);
        }
        for (std::size_t i = 0; i < m_after.size(); ++i) {
            if (m_partner[i] != none)
                continue;
            const auto found = places.find(Key{&m_after[i]});
            if (found == places.end() || found->empty())
                continue;
            m_partner[i] = found->back();
            m_taken[m_partner[i]] = true;
            found->pop_back();
        }
    }

    [[nodiscard]] ListChange change() const
    {
        // The rows that can stay are the longest rising run of places; tails[k] ends the lowest one of length k + 1.
        std::vector<std::size_t> tails;
        std::size_t paired = 0;
        for (const std::size_t place : m_partner) {
            if (place == none)
                continue;
            ++paired;
            const auto at = std::lower_bound(tails.begin(), tails.end(), place);
            if (at == tails.end())
                tails.push_back(place);
            else
                *at = place;
        }
        return {.added = static_cast<int>(m_after.size() - paired),
                .removed = static_cast<int>(m_before.size() - paired),
                .moved = static_cast<int>(paired - tails.size())};
    }

private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    std::span<const ListRow> m_before;
    std::span<const ListRow> m_after;
    std::vector<std::size_t> m_partner; ///< for each row after: its place before
    std::vector<bool> m_taken;
};

} // namespace

ListChange changeBetween(const ListRows &before, const ListRows &after)
{
    std::span<const ListRow> left(before);
    std::span<const ListRow> right(after);
    // Most versions differ from the one before in a few neighbours.
    while (!left.empty() && !right.empty() && left.front() == right.front()) {
        left = left.subspan(1);
        right = right.subspan(1);
    }
    while (!left.empty() && !right.empty() && left.back() == right.back()) {
        left = left.first(left.size() - 1);
        right = right.first(right.size() - 1);
    }
    Matching matching(left, right);
    matching.pair<WholeRow>();
    matching.pair<UriOfRow>();
    return matching.change();
}

bool onlyFreshDatesDiffer(const ListRows &before, const QDateTime &at, const ListRows &after)
{
    const QDateTime doubtful = at.addMSecs(-dateDoubt.count());
    return std::equal(before.cbegin(), before.cend(), after.cbegin(), after.cend(),
                      [&doubtful](const ListRow &earlier, const ListRow &later) {
                          if (earlier == later)
                              return true;
                          const bool unsure = !earlier.addedAt.isValid() || earlier.addedAt >= doubtful;
                          return earlier.uri == later.uri && unsure;
                      });
}

} // namespace segue::store
