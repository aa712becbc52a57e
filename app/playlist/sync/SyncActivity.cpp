// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/SyncActivity.h"

namespace segue::playlist
{

namespace
{

SaveStatus::State stateOf(const SyncState &state)
{
    using State = SaveStatus::State;
    switch (state.activity) {
    case SyncActivity::Idle:
    case SyncActivity::Confirming:
        if (state.isInSync)
            return State::Saved;
        return state.isComplete ? State::Saving : State::Loading;
    case SyncActivity::Planning:
        return State::Planning;
    case SyncActivity::Choosing:
        return State::Choosing;
    case SyncActivity::Keeping:
    case SyncActivity::Sending:
        return State::Saving;
    case SyncActivity::Settling:
    case SyncActivity::Reading:
        return State::Checking;
    case SyncActivity::Waiting:
        return State::Waiting;
    case SyncActivity::Held:
        return State::Held;
    }
    return State::Saved;
}

} // namespace

SaveStatus statusOf(const SyncState &state)
{
    SaveStatus status{.state = stateOf(state),
                      .callsDone = state.callsDone,
                      .callsTotal = state.callsDone + state.callsPlanned,
                      .until = {},
                      .error = {}};
    if (state.activity == SyncActivity::Waiting)
        status.until = state.until;
    if (state.activity == SyncActivity::Waiting || state.activity == SyncActivity::Held)
        status.error = state.trouble;
    return status;
}

} // namespace segue::playlist
