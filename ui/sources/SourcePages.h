// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/SourcePage.h"

namespace segue::ui
{
struct Account;
}

/// The pages there are. The account needs a catalogue, and its services must outlive what the pages read.
namespace segue::ui::sourcePages
{

/// Where the text leads: what Spotify finds for it; what it links to; without a text, to the user's own places.
[[nodiscard]] SourcePage search(const Account &account, const QString &text);
/// What an item holds; nothing to show for tracks, episodes and playlists.
[[nodiscard]] SourcePage of(const Account &account, const models::SourceItem &item);

} // namespace segue::ui::sourcePages
