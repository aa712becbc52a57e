// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/sync/SaveStatus.h"

namespace segue::playlist
{

/// What the Synchronizer is at.
enum class SyncActivity {
    Idle,
    Planning,
    Choosing,   ///< waits for the user's answer
    Keeping,    ///< waits for the journal
    Sending,    ///< waits for the answer to a call that changes the list
    Settling,   ///< gives the service time before the list is read
    Reading,    ///< the whole list, or its snapshot
    Confirming, ///< reads the dates of rows that were added
    Waiting,    ///< for better times
    Held        ///< until the user says
};

/// All that SaveStatus is made of.
struct SyncState {
    SyncActivity activity = SyncActivity::Idle;
    bool isComplete = false; ///< see Document
    bool isInSync = false;   ///< and no call is in doubt
    int callsDone = 0;
    int callsPlanned = 0; ///< and not done
    QDateTime until;
    std::optional<Error> trouble;
};
[[nodiscard]] SaveStatus statusOf(const SyncState &state);

} // namespace segue::playlist
