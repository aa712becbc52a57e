// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/CsvShape.h"
#include "app/playlist/exchange/Formats.h"

namespace segue::playlist
{

[[nodiscard]] std::optional<Error> readCsv(QStringView text, const CsvShape &shape, ImportSink &sink);

/// "A, B": commas, semicolons and backslashes within a name have a backslash in front.
[[nodiscard]] QString artistsCell(const QStringList &artists);
/// With `bySemicolon` commas belong to the names.
[[nodiscard]] QStringList artistsFrom(QStringView cell, bool bySemicolon);

} // namespace segue::playlist
