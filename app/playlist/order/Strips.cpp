// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/order/Strips.h"

#include <algorithm>

namespace segue::playlist::order
{

Strips stripsOf(std::span<const int> ranks)
{
    const int size = static_cast<int>(ranks.size());
    const auto rank = [ranks](int i) { return ranks[static_cast<std::size_t>(i)]; };
    int begin = 0;
    int end = size;
    while (begin < size && rank(begin) == begin)
        ++begin;
    while (end > begin && rank(end - 1) == end - 1)
        --end;

    Strips strips;
    strips.offset = begin;
    std::vector<int> starts;
    for (int i = begin; i < end; ++i) {
        if (i == begin || rank(i) != rank(i - 1) + 1)
            starts.push_back(i);
    }
    std::vector<int> byRank = starts;
    std::sort(byRank.begin(), byRank.end(), [&rank](int a, int b) { return rank(a) < rank(b); });
    strips.firstItems.assign(1, 0);
    strips.firstItems.insert(strips.firstItems.end(), byRank.begin(), byRank.end());
    strips.lengths.assign(byRank.size() + 1, 0);
    std::vector<int> value(static_cast<std::size_t>(size), 0);
    for (std::size_t v = 1; v <= byRank.size(); ++v) {
        const int start = byRank[v - 1];
        const int next = v < byRank.size() ? rank(byRank[v]) : end;
        strips.lengths[v] = next - rank(start);
        value[static_cast<std::size_t>(start)] = static_cast<int>(v);
    }
    strips.order.reserve(starts.size());
    for (const int start : starts)
        strips.order.push_back(value[static_cast<std::size_t>(start)]);
    return strips;
}

bool isPermutation(std::span<const int> ranks)
{
    std::vector<bool> seen(ranks.size(), false);
    for (const int rank : ranks) {
        if (rank < 0 || static_cast<std::size_t>(rank) >= ranks.size() || seen[static_cast<std::size_t>(rank)])
            return false;
        seen[static_cast<std::size_t>(rank)] = true;
    }
    return true;
}

std::vector<int> inverseOf(std::span<const int> order)
{
    std::vector<int> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[static_cast<std::size_t>(order[i]) - 1] = static_cast<int>(i) + 1;
    return places;
}

} // namespace segue::playlist::order
