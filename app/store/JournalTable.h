// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/JournalEntry.h"

#include <QSqlDatabase>

namespace segue::store
{

/// The unfinished edits in the file. On the store's thread; failures are StoreFailures.
class JournalTable
{
public:
    explicit JournalTable(const QSqlDatabase &database);

    /// Replaces the playlist's entry. On disk when it returns; the entry before is there whole when it fails.
    void put(const JournalEntry &entry);
    void remove(const QString &playlistId);
    [[nodiscard]] Journal readAll() const;
    /// Reads what can still be read of a damaged file.
    [[nodiscard]] QList<JournalEntry> salvage() const noexcept;

private:
    [[nodiscard]] QStringList playlists() const;

    QSqlDatabase m_database;
};

} // namespace segue::store
