// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QDataStream>

namespace segue::web
{
class TextPool;
}

namespace segue::store
{

/// One entry of a playlist with all that is known of its item, but for the pictures, whose addresses do not last.
void writeEntry(QDataStream &out, const web::PlaylistEntry &entry);

/// `texts`: shares what repeats among the entries. `pictures`: of the item; ignored where there is none. After a
/// failure of the stream the entry means nothing.
[[nodiscard]] web::PlaylistEntry readEntry(QDataStream &in, web::TextPool &texts, QList<web::Image> pictures = {});

} // namespace segue::store
