// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/exchange/ExchangeList.h"

#include <QByteArray>

/// Reads playlists from files that this program, other exporters or people wrote. Pure functions; any thread.
namespace segue::playlist
{

/// Something in the file that did not become a row.
struct SkippedLine {
    enum class Why {
        Unclear,   ///< names no track
        NotATrack, ///< a link to an album, an artist, a playlist, a show or a user
        Empty,     ///< an entry that Spotify told nothing about when the file was written
    };

    int line = 0;      ///< 1 is the first; of a JSON file the number of the entry
    QString beginning; ///< at most 80 characters of it, in one line
    Why why = Why::Unclear;

    friend bool operator==(const SkippedLine &, const SkippedLine &) = default;
};

struct ImportedPlaylists {
    ExchangeFormat format = ExchangeFormat::Links; ///< by content; Links for every text without another shape
    /// At least one, as a backup may hold many. There is at least one row in all of them together.
    QList<ExchangeList> lists;
    QList<SkippedLine> skipped; ///< the first maxSkippedLines of them
    int skippedCount = 0;       ///< all of them

    /// All rows as one list; name and description when there is just one list.
    [[nodiscard]] ExchangeList joined() const;
};

inline constexpr qint64 maxImportBytes = 20 * 1024 * 1024;
inline constexpr int maxImportRows = 20'000;
inline constexpr int maxSkippedLines = 1'000;

/// The format is found by content alone:
///  - CSV with comma, semicolon or tab ("sep=" honoured), and a header of Exportify, TuneMyMusic, Soundiiz or anybody
///    who calls a title a title; without a header when a column holds Spotify links. A column of playlist names gives
///    a list for each name. spotify-backup's text file is understood too.
///  - M3U with its # lines; entries that are files become rows with title and artist.
///  - XSPF without a document type definition.
///  - JSON: ours, arrays of links or of objects, playlists of the Web API and spotify-backup, Spotify's own data
///  export.
///  - any other text: its links, or, when it has none, its lines of the form "Artist - Title".
/// UTF-8, UTF-16 with a byte order mark, else Windows-1252, of which Latin-1 is a part.
///
/// Rows keep the order of the file. Each has a URI or, without one, a title or an ISRC to search for. Artists are
/// separated as the file separates them: where it has one text for all, that text is one artist.
///
/// Fails with ErrorKind::InvalidInput: empty, too large, too many rows, not a text, broken, or without any track.
[[nodiscard]] Result<ImportedPlaylists> importPlaylists(const QByteArray &file);

} // namespace segue::playlist
