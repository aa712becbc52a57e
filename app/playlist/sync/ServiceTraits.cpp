// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/ServiceTraits.h"

namespace segue::playlist
{

namespace
{

constexpr int trustedRange = 100;

bool isLongMove(const Step &step)
{
    const auto *move = std::get_if<MoveStep>(&step);
    return move && move->call.rangeLength > trustedRange;
}

} // namespace

bool ServiceTraits::needsReadingBack(const Step &step) const
{
    return (isLongMove(step) && !m_longRangesWork) || usesPositions(step);
}

void ServiceTraits::learn(const Step &step, const RowList &before, const RowList &expected, const RowList &now)
{
    if (isLongMove(step)) {
        if (now == before)
            m_rangeCap = trustedRange;
        else if (now == expected)
            m_longRangesWork = true;
    }
    if (usesPositions(step) && now != before && now != expected)
        m_positionsWork = false;
}

} // namespace segue::playlist
