// SPDX-License-Identifier: GPL-3.0-or-later
// Plans reorders and tells how many calls they take; each plan is carried out and checked. One line of JSON a plan.
// bench_reorder_plan [--case NAME] [--n N] [--seed S] [--style fewest|calm] [--cap N] [--budget N] [--moves]
// bench_reorder_plan --order FILE …: one wanted rank a line, from 0. Without --case: all cases.
#include "app/playlist/order/ReorderPlan.h"
#include "tests/app/playlist/OrderCases.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>

using namespace segue;
using namespace segue::playlist::order;

namespace
{

struct Options {
    std::string name;
    std::string file;
    int size = 10'000;
    std::uint64_t seed = 1;
    Style style = Style::Fewest;
    int cap = 0;
    std::optional<std::int64_t> budget;
    bool moves = false;
};

Options parse(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string key = argv[i];
        if (key == "--moves") {
            options.moves = true;
            continue;
        }
        if (i + 1 >= argc)
            throw std::invalid_argument(key);
        const std::string value = argv[++i];
        if (key == "--case")
            options.name = value;
        else if (key == "--order")
            options.file = value;
        else if (key == "--n")
            options.size = std::stoi(value);
        else if (key == "--seed")
            options.seed = std::stoull(value);
        else if (key == "--cap")
            options.cap = std::stoi(value);
        else if (key == "--budget")
            options.budget = std::stoll(value);
        else if (key == "--style" && (value == "fewest" || value == "calm"))
            options.style = value == "calm" ? Style::Calm : Style::Fewest;
        else
            throw std::invalid_argument(key);
    }
    return options;
}

/// Plans, prints, and tells whether the plan is right.
bool measure(const Options &options, const std::string &name, const std::vector<int> &ranks)
{
    PlanRequest request{.ranks = ranks, .style = options.style, .rangeCap = options.cap, .seed = options.seed};
    if (options.budget)
        request.budget = *options.budget;
    const auto start = std::chrono::steady_clock::now();
    const ReorderPlan plan = planReorder(request);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;

    const std::vector<int> list = test::carriedOut(ranks, plan.moves, options.cap);
    const bool right = plan.valid && list.size() == ranks.size() && std::is_sorted(list.begin(), list.end());
    std::printf("{\"case\":\"%s\",\"n\":%zu,\"seed\":%llu,\"calls\":%zu,\"lower_bound\":%d,\"items_moved\":%lld,"
                "\"style\":\"%s\",\"milliseconds\":%.1f",
                name.c_str(), ranks.size(), static_cast<unsigned long long>(options.seed), plan.moves.size(),
                plan.lowerBound, static_cast<long long>(plan.itemsMoved), plan.style == Style::Calm ? "calm" : "fewest",
                took.count());
    if (options.moves) {
        std::printf(",\"moves\":[");
        for (std::size_t i = 0; i < plan.moves.size(); ++i)
            std::printf("%s[%d,%d,%d]", i == 0 ? "" : ",", plan.moves[i].start, plan.moves[i].length,
                        plan.moves[i].before);
        std::printf("]");
    }
    std::printf("%s}\n", right ? "" : ",\"wrong\":true");
    return right;
}

int run(const Options &options)
{
    if (!options.file.empty()) {
        std::ifstream file(options.file);
        std::vector<int> ranks;
        for (int rank = 0; file >> rank;)
            ranks.push_back(rank);
        if (ranks.empty() || !file.eof()) {
            std::fprintf(stderr, "%s: cannot be read as one rank a line\n", options.file.c_str());
            return 2;
        }
        return measure(options, "order", ranks) ? 0 : 1;
    }
    bool known = false;
    bool right = true;
    for (const std::string &name : test::orderCases()) {
        if (!options.name.empty() && options.name != name)
            continue;
        known = true;
        right = measure(options, name, test::orderCase(name, options.size, options.seed)) && right;
    }
    if (!known) {
        std::fprintf(stderr, "no case '%s'\n", options.name.c_str());
        return 2;
    }
    return right ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(parse(argc, argv));
    } catch (const std::exception &error) {
        std::fprintf(stderr, "not understood: %s\n", error.what());
        return 2;
    }
}
