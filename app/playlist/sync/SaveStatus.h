// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <QDateTime>

#include <optional>

namespace segue::playlist
{

/// How far the wishes for one playlist have got to Spotify.
struct SaveStatus {
    enum class State {
        Saved,    ///< Spotify has what is on screen
        Loading,  ///< edits wait until the whole list has been read
        Planning, ///< working out the fewest calls
        Choosing, ///< the order takes many calls: waits for Editor::choose()
        Saving,   ///< calls are under way
        Checking, ///< an answer was lost, or has to be verified: reading what Spotify has now
        Waiting,  ///< pausing (rate limit, network) until `until`; goes on by itself
        Held,     ///< stopped: `error` says why; goes on with Editor::resume()
    };
    State state = State::Saved;
    int callsDone = 0;          ///< since the list was last in sync
    int callsTotal = 0;         ///< done + still to do, as planned now
    QDateTime until;            ///< UTC; only in Waiting
    std::optional<Error> error; ///< why Waiting or Held
};

} // namespace segue::playlist

Q_DECLARE_METATYPE(segue::playlist::SaveStatus)
