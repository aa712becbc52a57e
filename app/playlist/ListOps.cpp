// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ListOps.h"

#include <algorithm>
#include <tuple>

namespace segue::playlist
{

namespace
{

std::size_t idsOf(std::initializer_list<const RowList *> lists)
{
    RowId highest = 0;
    for (const RowList *list : lists) {
        for (const RowId id : *list)
            highest = std::max(highest, id);
    }
    return static_cast<std::size_t>(highest) + 1;
}

std::vector<bool> memberFlags(const RowList &list, std::size_t ids)
{
    std::vector<bool> flags(ids, false);
    for (const RowId id : list)
        flags[id] = true;
    return flags;
}

/// Best chain that ends at or below a value: a Fenwick tree over values, for maxima.
class BestChains
{
public:
    struct Chain {
        std::tuple<int, int, int> weight{0, 0, 0};
        int last = -1;
    };

    explicit BestChains(std::size_t values) : m_tree(values + 1) {}

    [[nodiscard]] Chain bestBelow(std::size_t value) const
    {
        Chain best;
        for (std::size_t i = value; i > 0; i &= i - 1)
            best = better(best, m_tree[i]);
        return best;
    }

    void enter(std::size_t value, const Chain &chain)
    {
        for (std::size_t i = value + 1; i < m_tree.size(); i += i & (~i + 1))
            m_tree[i] = better(m_tree[i], chain);
    }

private:
    static const Chain &better(const Chain &a, const Chain &b) { return b.weight > a.weight ? b : a; }
    std::vector<Chain> m_tree;
};

} // namespace

std::vector<int> normalised(std::vector<int> positions, std::size_t size)
{
    std::erase_if(positions, [size](int p) { return p < 0 || static_cast<std::size_t>(p) >= size; });
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

std::vector<int> positionsOf(RowList rows, const RowList &list)
{
    std::sort(rows.begin(), rows.end());
    std::vector<int> positions;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (std::binary_search(rows.begin(), rows.end(), list[i]))
            positions.push_back(static_cast<int>(i));
    }
    return positions;
}

RowList withMoved(const RowList &list, const std::vector<int> &positions, int before)
{
    std::vector<bool> picked(list.size(), false);
    for (const int position : positions)
        picked[static_cast<std::size_t>(position)] = true;

    RowList out;
    out.reserve(list.size());
    const auto target = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(before, 0, std::ssize(list)));
    for (std::size_t i = 0; i < target; ++i) {
        if (!picked[i])
            out.push_back(list[i]);
    }
    for (const int position : positions)
        out.push_back(list[static_cast<std::size_t>(position)]);
    for (std::size_t i = target; i < list.size(); ++i) {
        if (!picked[i])
            out.push_back(list[i]);
    }
    return out;
}

RowList withRemoved(const RowList &list, const std::vector<int> &positions)
{
    std::vector<bool> picked(list.size(), false);
    for (const int position : positions)
        picked[static_cast<std::size_t>(position)] = true;
    RowList out;
    out.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!picked[i])
            out.push_back(list[i]);
    }
    return out;
}

RowList withInserted(const RowList &list, int before, const RowList &rows)
{
    RowList out = list;
    out.insert(out.begin() + std::clamp<std::ptrdiff_t>(before, 0, std::ssize(list)), rows.begin(), rows.end());
    return out;
}

std::vector<int> heaviestIncreasing(std::span<const WeightedItem> items)
{
    std::vector<int> values;
    values.reserve(items.size());
    for (const WeightedItem &item : items)
        values.push_back(item.value);
    std::sort(values.begin(), values.end());

    BestChains chains(values.size());
    std::vector<int> previous(items.size(), -1);
    BestChains::Chain best;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const WeightedItem &item = items[i];
        const auto rank =
            static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), item.value) - values.begin());
        BestChains::Chain chain = chains.bestBelow(rank);
        previous[i] = chain.last;
        std::get<0>(chain.weight) += item.first;
        std::get<1>(chain.weight) += item.second;
        std::get<2>(chain.weight) += item.third;
        chain.last = static_cast<int>(i);
        chains.enter(rank, chain);
        if (best.last < 0 || chain.weight > best.weight)
            best = chain;
    }

    std::vector<int> out;
    for (int i = best.last; i >= 0; i = previous[static_cast<std::size_t>(i)])
        out.push_back(i);
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<bool> movedRows(const RowList &from, const RowList &to, std::size_t ids)
{
    std::vector<int> place(ids, -1);
    for (std::size_t i = 0; i < from.size(); ++i)
        place[from[i]] = static_cast<int>(i);

    std::vector<WeightedItem> common;
    std::vector<RowId> rows;
    for (const RowId id : to) {
        if (place[id] >= 0) {
            common.push_back({.value = place[id], .first = 1});
            rows.push_back(id);
        }
    }
    std::vector<bool> moved(ids, false);
    for (const RowId id : rows)
        moved[id] = true;
    for (const int index : heaviestIncreasing(common))
        moved[rows[static_cast<std::size_t>(index)]] = false;
    return moved;
}

Difference difference(const RowList &from, const RowList &to)
{
    RowId highest = 0;
    for (const RowList *list : {&from, &to}) {
        for (const RowId id : *list)
            highest = std::max(highest, id);
    }
    const std::size_t ids = static_cast<std::size_t>(highest) + 1;
    std::vector<bool> had(ids, false);
    std::vector<bool> has(ids, false);
    for (const RowId id : from)
        had[id] = true;
    for (const RowId id : to)
        has[id] = true;
    const std::vector<bool> moved = movedRows(from, to, ids);
    return {.added = static_cast<int>(std::count_if(to.begin(), to.end(), [&had](RowId id) { return !had[id]; })),
            .removed = static_cast<int>(std::count_if(from.begin(), from.end(), [&has](RowId id) { return !has[id]; })),
            .moved = static_cast<int>(std::count(moved.begin(), moved.end(), true))};
}

RowList merged(const RowList &base, const RowList &ours, const RowList &theirs)
{
    if (theirs == base || theirs == ours)
        return ours;
    if (ours == base)
        return theirs;

    const std::size_t ids = idsOf({&base, &ours, &theirs});
    const std::vector<bool> inBase = memberFlags(base, ids);
    const std::vector<bool> inOurs = memberFlags(ours, ids);
    const std::vector<bool> inTheirs = memberFlags(theirs, ids);
    const std::vector<bool> weMoved = movedRows(base, ours, ids);
    const std::vector<bool> theyMoved = movedRows(base, theirs, ids);

    // Rows whose place they decide: added by them alone, or moved by them alone.
    const auto theirsToPlace = [&](RowId id) {
        if (inOurs[id])
            return inTheirs[id] && theyMoved[id] && !weMoved[id];
        return !inBase[id];
    };

    // A linked list over ids, so that a row can be put behind another at no cost.
    constexpr RowId none = ~RowId(0);
    std::vector<RowId> next(ids + 1, none);
    const auto head = static_cast<RowId>(ids);
    RowId tail = head;
    for (const RowId id : ours) {
        if ((inBase[id] && !inTheirs[id]) || theirsToPlace(id))
            continue;
        next[tail] = id;
        tail = id;
    }
    std::vector<bool> placed(ids + 1, false);
    placed[head] = true;
    for (RowId id = next[head]; id != none; id = next[id])
        placed[id] = true;

    // Walked in their order, so that a run of rows of theirs stays together behind what it follows.
    RowId anchor = head;
    for (const RowId id : theirs) {
        if (theirsToPlace(id)) {
            next[id] = next[anchor];
            next[anchor] = id;
            placed[id] = true;
        }
        if (placed[id])
            anchor = id;
    }

    RowList out;
    out.reserve(std::max(ours.size(), theirs.size()));
    for (RowId id = next[head]; id != none; id = next[id])
        out.push_back(id);
    return out;
}

} // namespace segue::playlist
