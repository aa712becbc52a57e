// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/ExchangeList.h"

#include <QStringView>

#include <chrono>
#include <functional>

/// How rows are told in text, shared by the formats. Pure functions; any thread.
namespace segue::playlist
{

/// What a cell or a line that should name one track names.
struct NamedTrack {
    QString uri;                ///< empty when it names none
    bool somethingElse = false; ///< it names an album, an artist, …
};
[[nodiscard]] NamedTrack trackNamedBy(QStringView text);

/// A link cannot be longer; what is longer is not worth a search that takes more than linear time.
inline constexpr qsizetype maxLinkLength = 4096;
/// Cheap: whether a search for links may find one.
[[nodiscard]] bool mayHoldLink(QStringView text);

/// "spotify:track:ID" → "https://open.spotify.com/track/ID"; the URI itself for local files.
[[nodiscard]] QString pageAddress(const QString &uri);

/// The names that a spotify:local: URI is made of.
[[nodiscard]] ExchangeRow rowOfLocalFile(const QString &uri);

/// "Artist, Artist - Title".
[[nodiscard]] QString artistsAndTitle(const ExchangeRow &row);
/// Its reverse: everything before the first hyphen or dash with spaces around is one artist. Without a dash all of it
/// is the title.
void setArtistAndTitle(ExchangeRow &row, QStringView text);
[[nodiscard]] bool hasArtistAndTitle(QStringView text);

/// Takes the names from the name of a file ("…/Artist - Title.mp3"). False for addresses in the web and the like.
bool setNamesFromPath(ExchangeRow &row, QStringView path);

/// With every control character and line break replaced by a space.
[[nodiscard]] QString inOneLine(const QString &text);

enum class LengthUnit { Milliseconds, Guess };
/// "3:45", "1:02:03" or a number; a guessed number is seconds up to 10,000 and milliseconds from there. 0 for all else.
[[nodiscard]] std::chrono::milliseconds lengthFrom(QStringView text, LengthUnit unit);

/// ISO 8601, taken for UTC when it names no zone. Invalid for all else.
[[nodiscard]] QDateTime timeFrom(const QString &text);
[[nodiscard]] QString timeText(const QDateTime &time);

/// Without "spotify:user:".
[[nodiscard]] QString userIdFrom(const QString &text);

/// Calls with each line and its number, from 1, until the call returns false. Lines end with \n, \r\n or \r.
void forEachLine(QStringView text, const std::function<bool(QStringView line, int number)> &take);

} // namespace segue::playlist
