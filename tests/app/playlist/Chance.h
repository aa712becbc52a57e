// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

namespace segue::playlist::test
{

/// In [0, end); 0 for an empty range.
inline int below(QRandomGenerator &random, int end)
{
    return end > 0 ? static_cast<int>(random.bounded(static_cast<quint32>(end))) : 0;
}

inline bool chance(QRandomGenerator &random, int percent)
{
    return below(random, 100) < percent;
}

} // namespace segue::playlist::test
