// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/JournalEntry.h"
#include "app/store/ListRow.h"

namespace segue::test
{

/// Made-up rows: URIs as random as Spotify's, dates in whole seconds, a few users. The same seed gives the same rows.
[[nodiscard]] store::ListRows sampleRows(int count, quint32 seed = 1);

/// A row of each odd sort: a local file, an episode, an entry without a URI, one without a date, one of milliseconds.
[[nodiscard]] store::ListRows oddRows();

/// A row that is to be added, with all that is known of it.
[[nodiscard]] store::WantedRow addedRow(int number);

/// The odd rows as entries, null ones too, and a few that share an album and its two pictures.
[[nodiscard]] QList<web::PlaylistEntry> sampleEntries();
[[nodiscard]] bool sameEntries(const QList<web::PlaylistEntry> &a, const QList<web::PlaylistEntry> &b);
/// Pictures count in sameEntries().
[[nodiscard]] QList<web::PlaylistEntry> withoutPictures(QList<web::PlaylistEntry> entries);

/// An edit that cannot be mistaken for another of a different number: `rows` rows, the last one first, and one added.
[[nodiscard]] store::JournalEntry sampleEntry(const QString &playlistId, int number, int rows);

/// Whether all of both entries is the same.
[[nodiscard]] bool sameEntry(const store::JournalEntry &a, const store::JournalEntry &b);
[[nodiscard]] bool sameWanted(const QList<store::WantedRow> &a, const QList<store::WantedRow> &b);

} // namespace segue::test
