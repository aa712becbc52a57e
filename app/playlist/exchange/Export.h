// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/ExchangeList.h"

#include <QByteArray>

/// Writes a playlist as a file that other programs, and importPlaylists(), read. Pure functions; any thread.
///
///  - **Csv**: RFC 4180 with a header; the columns that Exportify writes, and its importers look for: "Track URI",
///    "Track Name", "Artist Name(s)", "Album Name", "Track Duration (ms)", "ISRC", "Added By", "Added At" (ISO 8601,
///    UTC). Artists are separated by ", "; a comma, semicolon or backslash within a name has a backslash in front.
///    Holds every row, but neither name nor description; U+0000 is left out.
///  - **M3u8**: #EXTM3U, #PLAYLIST, then for each row #EXTINF with whole seconds (-1: not known) and "Artist - Title",
///    #EXTALB, and the page on open.spotify.com. Local files are comments with their URI: no player could open them.
///    Rows without a URI are comments with their title. Line breaks and control characters become spaces.
///  - **Xspf**: version 1. What XSPF has no element for (each artist, ISRC, when and by whom it was added) stands in
///    <meta> elements. Control characters, which XML cannot hold, are left out.
///  - **Json**: holds all that an ExchangeList holds:
///        { "format": "segue-playlist", "version": 1, "name": "…", "description": "…", "items": [
///            { "uri": "…", "title": "…", "artists": ["…"], "album": "…", "isrc": "…", "duration_ms": 0,
///              "added_at": "2024-05-01T12:00:00Z", "added_by": "…" } ] }
///    Members of an item are left out when they are empty or not known; an item without any is a null entry.
///  - **Links**: one page a line, the URI for local files. Rows without a URI are left out.
namespace segue::playlist
{

struct CsvOptions {
    /// Excel takes a file without one for the encoding of the machine.
    bool byteOrderMark = true;
    /// A cell that begins with = + - @ (or their full-width forms, or a tab or line break) runs as a formula when a
    /// spreadsheet opens the file, and titles and names come from strangers. Such cells get an apostrophe in front,
    /// and those that begin with apostrophes and then so get one more; the importer takes just that one away again.
    /// Without it the texts are as they are.
    bool guardFormulas = true;
};

[[nodiscard]] QByteArray exportPlaylist(const ExchangeList &list, ExchangeFormat format,
                                        const CsvOptions &csvOptions = {});

/// "csv", "m3u8", "xspf", "json", "txt".
[[nodiscard]] QString exchangeSuffix(ExchangeFormat format);

} // namespace segue::playlist
