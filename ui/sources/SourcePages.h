// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/SourcePage.h"

namespace segue::web
{
class Catalogue;
}

/// The pages there are. The catalogue must outlive what they read.
namespace segue::ui::sourcePages
{

/// One list for each kind of thing that can be found; empty texts find nothing.
[[nodiscard]] SourcePage search(web::Catalogue &catalogue, const QString &text);
/// What an album, artist or show holds; nothing to show for other kinds.
[[nodiscard]] SourcePage of(web::Catalogue &catalogue, const models::SourceItem &item);

} // namespace segue::ui::sourcePages
