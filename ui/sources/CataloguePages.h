// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/SourcePage.h"

/// Pages of what Spotify has. The catalogue must outlive what they read.
namespace segue::ui::sourcePages
{

/// One list for each kind of thing that can be found.
[[nodiscard]] SourcePage found(web::Catalogue &catalogue, const QString &text);
[[nodiscard]] SourcePage album(web::Catalogue &catalogue, const models::SourceItem &item);
[[nodiscard]] SourcePage show(web::Catalogue &catalogue, const models::SourceItem &item);
[[nodiscard]] SourcePage artist(web::Catalogue &catalogue, const models::SourceItem &item);

} // namespace segue::ui::sourcePages
