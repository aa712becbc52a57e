// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/CsvText.h"

#include <QList>

#include <optional>

/// Finds out how a table of tracks is laid out. Pure; any thread.
namespace segue::playlist
{

/// Which column holds what; -1 where none does.
struct CsvColumns {
    QList<qsizetype> links; ///< in the order in which they are to be tried
    qsizetype title = -1;
    qsizetype artists = -1;
    bool artistsAreMany = false; ///< the column is a list of names
    qsizetype album = -1;
    qsizetype isrc = -1;
    qsizetype milliseconds = -1;
    qsizetype length = -1; ///< minutes and seconds, or a number of unknown unit
    qsizetype addedAt = -1;
    qsizetype addedBy = -1;
    qsizetype playlist = -1;

    [[nodiscard]] bool namesTracks() const { return !links.isEmpty() || title >= 0 || isrc >= 0; }
};

struct CsvShape {
    QChar delimiter = u',';
    CsvReader::Quotes quotes = CsvReader::Quotes::Enclose;
    CsvColumns columns;
    qsizetype begin = 0;       ///< offset of the first record
    int firstLine = 1;         ///< its line
    bool hasHeader = true;     ///< the first record names the columns
    bool namesInLines = false; ///< a record of a single cell is the name of the list that follows
};

/// Nothing when the text is no table of tracks. Looks at its beginning only.
[[nodiscard]] std::optional<CsvShape> csvShapeOf(QStringView text);

} // namespace segue::playlist
