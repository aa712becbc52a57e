// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/ListRow.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace segue::store
{

/// The rows as bytes, column by column so that they pack well: some 35 bytes a row, 20 once packed. Equal rows give
/// equal bytes. Any thread.
[[nodiscard]] QByteArray encodeRows(std::span<const ListRow> rows);

/// Nothing when the bytes are damaged or of a later format.
[[nodiscard]] std::optional<ListRows> decodeRows(const QByteArray &bytes);

} // namespace segue::store
