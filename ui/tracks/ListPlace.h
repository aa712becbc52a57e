// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <optional>

namespace segue::playlist
{
class Document;
}

namespace segue::ui
{

/// A place between the rows of a list, which the row behind it takes along when it is moved.
class ListPlace
{
public:
    /// In front of the row that is at this position now; behind the last one, for all positions past the end.
    ListPlace(const playlist::Document &document, int before);

    /// Where it is by now, in the same list: where it was, once that row has gone.
    [[nodiscard]] int in(const playlist::Document &document) const;

private:
    int m_before;
    std::optional<playlist::RowId> m_row; ///< nothing at the end
};

} // namespace segue::ui
