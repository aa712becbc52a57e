// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/Export.h"
#include "app/playlist/exchange/Import.h"

#include <optional>

/// Exported playlists on disk. Any thread; a slow disk takes its time.
namespace segue::playlist
{

/// Writes the file anew: whatever goes wrong, what was there before stays as it is, and nothing half-written is left.
/// Fails with ErrorKind::Local and what the system said.
[[nodiscard]] Result<Nothing> saveExchangeFile(const QString &path, const QByteArray &contents);

/// As importPlaylists(); also fails with ErrorKind::Local when the file cannot be read.
[[nodiscard]] Result<ImportedPlaylists> readExchangeFile(const QString &path);

/// By the ending of the file's name; nothing when it is none that exchangeSuffix() gives ("m3u" counts).
[[nodiscard]] std::optional<ExchangeFormat> exchangeFormatOf(const QString &path);

/// A file name, without an ending, that every system takes, for a list of that name.
[[nodiscard]] QString fileNameFor(const QString &listName);

} // namespace segue::playlist
