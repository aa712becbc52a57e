// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Spread.h"

#include "app/playlist/ops/Dice.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace segue::playlist
{

namespace
{

/// Draws one index after the other out of those that are left, never of the kind drawn last. That succeeds to the end
/// as long as, before each draw, no kind has more than half of what is left (rounded up; rounded down for the kind
/// drawn last). A draw keeps this true by itself, but for one case: a kind with more than half has to come now, and
/// then at every other place, so the rest is settled.
class Spreader
{
public:
    Spreader(const std::vector<int> &kinds, Dice &dice) : m_kinds(kinds), m_dice(dice), m_left(kinds.size())
    {
        std::iota(m_left.begin(), m_left.end(), 0);
        m_dice.shuffle(m_left);
        for (const int kind : kinds) {
            if (static_cast<std::size_t>(kind) >= m_counts.size())
                m_counts.resize(static_cast<std::size_t>(kind) + 1, 0);
            ++m_counts[static_cast<std::size_t>(kind)];
        }
        m_kindsWith.resize(kinds.size() + 1, 0);
        for (const std::size_t count : m_counts)
            ++m_kindsWith[count];
        m_most = kinds.size();
    }

    std::vector<int> all()
    {
        m_out.reserve(m_left.size());
        int last = -1;
        while (!m_left.empty()) {
            while (m_most > 0 && m_kindsWith[m_most] == 0)
                --m_most;
            if (2 * m_most > m_left.size()) {
                settle();
                break;
            }
            last = drawOtherThan(last);
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] int kindOf(int index) const { return m_kinds[static_cast<std::size_t>(index)]; }

    int drawOtherThan(int last)
    {
        // At most half of what is left is of the last kind: two tries, on average.
        std::size_t at = 0;
        do {
            at = static_cast<std::size_t>(m_dice.below(m_left.size()));
        } while (kindOf(m_left[at]) == last);
        const int index = m_left[at];
        m_left[at] = m_left.back();
        m_left.pop_back();
        m_out.push_back(index);
        std::size_t &count = m_counts[static_cast<std::size_t>(kindOf(index))];
        --m_kindsWith[count];
        ++m_kindsWith[--count];
        return kindOf(index);
    }

    /// One kind has more than half: the others, one at a time, go into gaps between its rows that chance picks.
    void settle()
    {
        const int often = static_cast<int>(std::find(m_counts.begin(), m_counts.end(), m_most) - m_counts.begin());
        m_dice.shuffle(m_left);
        const auto others = std::stable_partition(m_left.begin(), m_left.end(),
                                                  [this, often](int index) { return kindOf(index) == often; });
        std::vector<std::uint8_t> filled(m_most - 1, 0);
        std::fill_n(filled.begin(), m_left.end() - others, std::uint8_t(1));
        m_dice.shuffle(filled);
        auto other = others;
        for (auto index = m_left.begin(); index != others; ++index) {
            m_out.push_back(*index);
            const auto gap = static_cast<std::size_t>(index - m_left.begin());
            if (gap < filled.size() && filled[gap] != 0)
                m_out.push_back(*other++);
        }
    }

    const std::vector<int> &m_kinds;
    Dice &m_dice;
    std::vector<int> m_left;
    std::vector<int> m_out;
    std::vector<std::size_t> m_counts;    ///< by kind: how many of it are left
    std::vector<std::size_t> m_kindsWith; ///< by such a count: how many kinds have it
    std::size_t m_most = 0;               ///< at least the highest count
};

} // namespace

std::vector<int> spread(const std::vector<int> &kinds, Dice &dice)
{
    return Spreader(kinds, dice).all();
}

} // namespace segue::playlist
