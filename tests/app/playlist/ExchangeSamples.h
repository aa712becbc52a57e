// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/ExchangeList.h"

#include <QByteArray>
#include <QList>

/// Small files in the shapes that other programs write, with made-up songs.
namespace segue::test
{

struct ExchangeSample {
    const char *name;
    QByteArray file;
};

/// "spotify:track:" and 22 characters that end with this number.
[[nodiscard]] QString trackUri(int number);
[[nodiscard]] QString trackId(int number);

[[nodiscard]] QByteArray exportifySample();    ///< of the program that separates artists with ", "
[[nodiscard]] QByteArray exportifyNetSample(); ///< of the one that separates them with ";"
[[nodiscard]] QByteArray tuneMyMusicSample();  ///< two playlists
[[nodiscard]] QByteArray soundiizSample();     ///< no links
[[nodiscard]] QByteArray backupTextSample();   ///< spotify-backup, two playlists
[[nodiscard]] QByteArray backupJsonSample();   ///< the same as JSON
[[nodiscard]] QByteArray dataExportSample();   ///< Spotify's own data export
[[nodiscard]] QByteArray playerM3uSample();    ///< files, a stream and a link
[[nodiscard]] QByteArray playerXspfSample();   ///< likewise
[[nodiscard]] QByteArray pastedTextSample();

/// All of them, and one of each format that Segue writes.
[[nodiscard]] QList<ExchangeSample> exchangeSamples();

/// Names in many scripts, quotation marks, line breaks, formulas, a local file, no dates; no null entry.
[[nodiscard]] playlist::ExchangeList awkwardList();

} // namespace segue::test
