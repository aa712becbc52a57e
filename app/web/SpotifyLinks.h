// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace segue::web
{

/// Something on Spotify, as people name it.
struct SpotifyLink {
    enum class Kind { Track, Episode, Album, Artist, Playlist, Show, User, Local };

    Kind kind = Kind::Track;
    QString id; ///< 22 characters; a user's name for User; everything behind "spotify:local:" for Local

    [[nodiscard]] QString uri() const;

    friend bool operator==(const SpotifyLink &, const SpotifyLink &) = default;
};

struct SpotifyLinks {
    QList<SpotifyLink> links;  ///< in the order of the text, repetitions kept
    QStringList notUnderstood; ///< words that look like links to Spotify but are none; when there is no link at all,
                               ///< every line
};

/// Finds every link in what somebody pasted: spotify: URIs, open.spotify.com addresses (with intl-xx/, ?si=…, /embed/,
/// the old /user/…/playlist/…), one or many a line, with text around them; and bare ids, taken for tracks, where a
/// line holds nothing else. Pure; any thread.
[[nodiscard]] SpotifyLinks parseSpotifyLinks(const QString &text);

} // namespace segue::web
