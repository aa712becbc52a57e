// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace segue::bench
{

/// Milliseconds.
[[nodiscard]] inline double since(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

[[nodiscard]] inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// A line of a table, at once.
inline void print(const char *what, double value, const char *unit)
{
    std::printf("%-52s %12.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

} // namespace segue::bench
