// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/SourcePage.h"

/// Pages of other people, and of what Spotify itself puts on show; the latter is closed to many apps, whose users are
/// told so by the service's refusal. `people` must outlive what they read.
namespace segue::ui::sourcePages
{

[[nodiscard]] SourcePage user(web::People &people, const models::SourceItem &item);
[[nodiscard]] SourcePage category(web::People &people, const models::SourceItem &item);
[[nodiscard]] std::vector<SourceView> browseViews(web::People &people);

} // namespace segue::ui::sourcePages
