// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/UnavailableFinder.h"
#include "ui/arrange/ListVerbs.h"

#include <functional>

namespace segue::ui
{

/// Verbs that have to know what cannot be played. GUI thread.
class UnavailableVerbs : public ListVerbs
{
    Q_OBJECT

protected:
    using ListVerbs::ListVerbs;

    /// Calls `use` with the rows of the shown playlist that cannot be played, null entries not among them: at once, or,
    /// where Spotify has to be asked, later, if the playlist is still shown then. Says so above the list, and when it
    /// fails.
    void withUnavailable(std::function<void(const playlist::RowList &rows)> use);
    void reopened() override { m_finder.cancel(); }

private:
    playlist::UnavailableFinder m_finder;
};

} // namespace segue::ui
