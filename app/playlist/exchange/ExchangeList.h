// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

/// Playlists as files hold them, on their way out and in. Plain values; any thread.
namespace segue::playlist
{

/// One entry of a playlist in a file. Texts are well-formed Unicode.
struct ExchangeRow {
    QString uri; ///< "spotify:track:…", "spotify:episode:…" or "spotify:local:…"; empty when there is none
    QString title;
    QStringList artists; ///< none of them empty
    QString album;       ///< the show's name for an episode
    QString isrc;
    std::chrono::milliseconds length{0}; ///< 0 when not known; never negative
    QDateTime addedAt;                   ///< UTC; invalid when not known
    QString addedBy;                     ///< user id

    /// Nothing here says which track is meant: an entry that Spotify no longer tells anything about.
    [[nodiscard]] bool namesNothing() const { return uri.isEmpty() && title.isEmpty() && isrc.isEmpty(); }

    friend bool operator==(const ExchangeRow &, const ExchangeRow &) = default;
};

struct ExchangeList {
    QString name; ///< empty where the file does not tell
    QString description;
    QList<ExchangeRow> rows;

    friend bool operator==(const ExchangeList &, const ExchangeList &) = default;
};

enum class ExchangeFormat { Csv, M3u8, Xspf, Json, Links };

/// What is known of an entry, as a row. Null entries give a row that names nothing.
[[nodiscard]] ExchangeRow exchangeRow(const web::PlaylistEntry &entry);

} // namespace segue::playlist
