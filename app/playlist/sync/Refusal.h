// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QString>

namespace segue::playlist
{

class Document;

/// A list that was wanted, and what Spotify has instead because it refused a call.
struct Refusal {
    RowList atSpotify;
    RowList wanted;

    [[nodiscard]] bool isEmpty() const { return atSpotify.empty() && wanted.empty(); }
};

/// What was not done, for somebody who wants to keep it: a line for each row, "+ Artist - Title  link" for one to be
/// added, "− …" for one to be removed, "12 → 3: …" for one to be moved, positions counted from 1. Empty for nothing.
[[nodiscard]] QString textOf(const Refusal &refusal, const Document &document);

} // namespace segue::playlist
