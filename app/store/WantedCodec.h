// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/JournalEntry.h"

#include <QByteArray>

#include <optional>

namespace segue::store
{

/// A wanted list as bytes: four a row of the server's, and all that is needed to show and add each other row.
[[nodiscard]] QByteArray encodeWanted(const QList<WantedRow> &rows);

/// Nothing when the bytes are damaged, of a later format, or name rows past the end of a server list of `serverSize`.
[[nodiscard]] std::optional<QList<WantedRow>> decodeWanted(const QByteArray &bytes, qsizetype serverSize);

/// Ascending positions as bytes.
[[nodiscard]] QByteArray encodePositions(const QList<int> &positions);

/// Nothing when the bytes are damaged, of a later format, or name positions that a list of `size` does not have.
[[nodiscard]] std::optional<QList<int>> decodePositions(const QByteArray &bytes, qsizetype size);

} // namespace segue::store
