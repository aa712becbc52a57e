// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QByteArray>

#include <optional>

namespace segue::store
{

/// A list with all that is known of its items, but for the pictures, as bytes that pack well. Any thread.
[[nodiscard]] QByteArray encodeEntries(const QList<web::PlaylistEntry> &entries);
/// The addresses of the pictures, entry by entry.
[[nodiscard]] QByteArray encodePictures(const QList<web::PlaylistEntry> &entries);

/// Texts and pictures that repeat are shared among the entries. `pictures` may be empty: then nobody has any. Nothing
/// when the bytes are damaged, of a later format, or do not belong together.
[[nodiscard]] std::optional<QList<web::PlaylistEntry>> decodeEntries(const QByteArray &entries,
                                                                     const QByteArray &pictures);

} // namespace segue::store
