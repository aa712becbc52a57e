// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace segue::playlist
{

/// UTF-8, UTF-16 with a byte order mark, else Windows-1252, of which Latin-1 is a part. Without the mark. Nothing when
/// the bytes are no text. Pure; any thread.
[[nodiscard]] std::optional<QString> decodedText(const QByteArray &bytes);

} // namespace segue::playlist
