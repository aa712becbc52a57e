// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/OrderCases.h"

#include "app/playlist/order/Random.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace segue::test
{

namespace
{

using playlist::order::Random;
using List = std::vector<int>;
using Lists = std::vector<List>;

void shuffle(List &list, int begin, int end, Random &random)
{
    for (int i = end - 1; i > begin; --i) {
        const int other = begin + random.below(i - begin + 1);
        std::swap(list[static_cast<std::size_t>(i)], list[static_cast<std::size_t>(other)]);
    }
}

void moveSome(List &list, int count, Random &random)
{
    const int size = static_cast<int>(list.size());
    for (int i = 0; i < count; ++i) {
        const auto from = list.begin() + random.below(size);
        const int value = *from;
        list.erase(from);
        list.insert(list.begin() + random.below(size), value);
    }
}

List joined(const Lists &lists)
{
    List all;
    for (const List &list : lists)
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

void random(List &list, Random &random)
{
    shuffle(list, 0, static_cast<int>(list.size()), random);
}

void displaced(List &list, Random &random)
{
    moveSome(list, static_cast<int>(list.size()) / 20, random);
}

void reversed(List &list, Random &)
{
    std::reverse(list.begin(), list.end());
}

void reversedNoisy(List &list, Random &random)
{
    std::reverse(list.begin(), list.end());
    displaced(list, random);
}

/// Five sorted lists, one behind the other, to be sorted as one.
void merged(List &list, Random &random)
{
    Lists runs(5);
    for (const int value : list)
        runs[static_cast<std::size_t>(random.below(5))].push_back(value);
    list = joined(runs);
}

/// The other way round: one sorted list to be taken apart.
void dealt(List &list, Random &random)
{
    merged(list, random);
    List places(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        places[static_cast<std::size_t>(list[i])] = static_cast<int>(i);
    list = places;
}

void dragged(List &list, Random &random)
{
    const int size = static_cast<int>(list.size());
    for (int i = 0; i < 20 && size > 1; ++i) {
        const int length = 1 + random.below(std::max(1, size / 20));
        const auto from = list.begin() + random.below(size - length + 1);
        const List block(from, from + length);
        list.erase(from, from + length);
        list.insert(list.begin() + random.below(size - length + 1), block.begin(), block.end());
    }
}

void albums(List &list, Random &random)
{
    Lists all;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.size(), begin + 6 + static_cast<std::size_t>(random.below(11)));
        all.emplace_back(list.begin() + static_cast<std::ptrdiff_t>(begin),
                         list.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
    for (std::size_t i = all.size() - 1; i > 0; --i)
        std::swap(all[i], all[static_cast<std::size_t>(random.below(static_cast<int>(i) + 1))]);
    list = joined(all);
}

constexpr int groupSize = 11;

void groupsShuffled(List &list, Random &random)
{
    const int size = static_cast<int>(list.size());
    for (int begin = 0; begin < size; begin += groupSize)
        shuffle(list, begin, std::min(size, begin + groupSize), random);
}

void groupsReversed(List &list, Random &)
{
    const auto size = std::ssize(list);
    for (std::ptrdiff_t begin = 0; begin < size; begin += groupSize)
        std::reverse(list.begin() + begin, list.begin() + std::min<std::ptrdiff_t>(size, begin + groupSize));
}

/// What several hands have done, one after the other, each to a part of the list.
void mixed(List &list, Random &random)
{
    const int size = static_cast<int>(list.size());
    for (int hand = 0; hand < 4; ++hand) {
        const int one = random.below(size);
        const int other = random.below(size);
        const auto begin = list.begin() + std::min(one, other);
        const auto end = list.begin() + std::max(one, other) + 1;
        const int step = 2 + random.below(6);
        switch (random.below(5)) {
        case 0:
            std::reverse(begin, end);
            break;
        case 1:
            std::rotate(begin, begin + (end - begin) / 2, end);
            break;
        case 2:
            for (auto at = begin; at < end; at += std::min<std::ptrdiff_t>(step, end - at))
                std::reverse(at, at + std::min<std::ptrdiff_t>(step, end - at));
            break;
        case 3:
            std::stable_partition(begin, end, [step](int value) { return value % step != 0; });
            break;
        default:
            shuffle(list, std::min(one, other), std::max(one, other), random);
            break;
        }
    }
}

void rotation(List &list, Random &random)
{
    std::rotate(list.begin(), list.begin() + random.below(static_cast<int>(list.size())), list.end());
}

void swapHalves(List &list, Random &)
{
    std::rotate(list.begin(), list.begin() + std::ssize(list) / 2, list.end());
}

const std::vector<std::pair<std::string, std::function<void(List &, Random &)>>> &makers()
{
    static const std::vector<std::pair<std::string, std::function<void(List &, Random &)>>> all{
        {"random", random},
        {"displaced", displaced},
        {"reversed", reversed},
        {"reversed_noisy", reversedNoisy},
        {"merged", merged},
        {"dealt", dealt},
        {"dragged", dragged},
        {"albums", albums},
        {"groups_shuffled", groupsShuffled},
        {"groups_reversed", groupsReversed},
        {"mixed", mixed},
        {"identity", [](List &, Random &) {}},
        {"rotation", rotation},
        {"swap-halves", swapHalves},
    };
    return all;
}

} // namespace

const std::vector<std::string> &orderCases()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const auto &[name, make] : makers())
            all.push_back(name);
        return all;
    }();
    return names;
}

List orderCase(const std::string &name, int size, std::uint64_t seed)
{
    for (const auto &[known, make] : makers()) {
        if (known != name)
            continue;
        List list(static_cast<std::size_t>(size));
        std::iota(list.begin(), list.end(), 0);
        Random generator(seed);
        if (size > 0)
            make(list, generator);
        return list;
    }
    return {};
}

List carriedOut(List list, const std::vector<playlist::order::BlockMove> &moves, int cap)
{
    const int size = static_cast<int>(list.size());
    for (const auto &[start, length, before] : moves) {
        const bool inside = start >= 0 && length > 0 && start + length <= size && before >= 0 && before <= size;
        if (!inside || (before >= start && before <= start + length) || (cap > 0 && length > cap))
            return {};
        const List block(list.begin() + start, list.begin() + start + length);
        list.erase(list.begin() + start, list.begin() + start + length);
        list.insert(list.begin() + (before < start ? before : before - length), block.begin(), block.end());
    }
    return list;
}

} // namespace segue::test
