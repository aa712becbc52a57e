// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>

namespace segue::playlist::order
{

/// How much a search may still do. Counted in units of work (about one comparison of two positions), never by a clock,
/// so that the same input gives the same plan on every machine. Only a stop request makes plans differ.
class Effort
{
public:
    Effort(std::int64_t units, std::stop_token stop) : m_granted(units), m_units(units), m_stop(std::move(stop)) {}

    void spend(std::int64_t units) { m_units -= units; }
    [[nodiscard]] std::int64_t left() const { return m_units; }
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }
    [[nodiscard]] bool exhausted() const { return m_units <= 0 || stopped(); }

    [[nodiscard]] std::int64_t used() const { return m_granted - m_units; }

    /// A part of what is left, for one of several attempts; what that used has to be spent here afterwards.
    [[nodiscard]] Effort part(std::int64_t units) const { return {units < m_units ? units : m_units, m_stop}; }

private:
    std::int64_t m_granted;
    std::int64_t m_units;
    std::stop_token m_stop;
};

} // namespace segue::playlist::order
