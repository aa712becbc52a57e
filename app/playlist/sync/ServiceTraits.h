// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Planner.h"

namespace segue::playlist
{

/// What the service was seen to do with calls whose effect is not certain. Two reports tell of ranges over a hundred
/// that did nothing, and positions in remove calls are ignored at times: the first such call is read back.
class ServiceTraits
{
public:
    /// Whether the list has to be read after this call, although it was confirmed.
    [[nodiscard]] bool needsReadingBack(const Step &step) const;
    /// `now` was read after `step`, which should have made `expected` of `before`.
    void learn(const Step &step, const RowList &before, const RowList &expected, const RowList &now);

    [[nodiscard]] bool positionsWork() const { return m_positionsWork; }
    /// As PlanOptions::rangeCap.
    [[nodiscard]] int rangeCap() const { return m_rangeCap; }

private:
    bool m_positionsWork = true;   ///< until they were seen to be ignored
    bool m_longRangesWork = false; ///< until one was seen to move
    int m_rangeCap = 0;
};

} // namespace segue::playlist
