// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace segue::store
{

/// The bytes made smaller, with a checksum of their own: SQLite has none for its pages.
[[nodiscard]] QByteArray packed(const QByteArray &bytes);

/// Nothing when they are damaged.
[[nodiscard]] std::optional<QByteArray> unpacked(const QByteArray &bytes);

} // namespace segue::store
