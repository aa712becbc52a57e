// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/SourcePage.h"

namespace segue::ui
{
struct Account;
}
namespace segue::web
{
struct SpotifyLinks;
}

namespace segue::ui::sourcePages
{

/// What the links stand for, in their order; those that Spotify has nothing to tell about are left out, and what is
/// none is named. The account's services must outlive what it reads.
[[nodiscard]] SourcePage linked(const Account &account, const web::SpotifyLinks &links);

} // namespace segue::ui::sourcePages
