// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/JournalTable.h"

#include "app/store/Packing.h"
#include "app/store/RowCodec.h"
#include "app/store/Statement.h"
#include "app/store/StoreFailure.h"
#include "app/store/Transaction.h"
#include "app/store/WantedCodec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QVariant>

#include <algorithm>

namespace segue::store
{

namespace
{

void checkIsWhole(const JournalEntry &entry)
{
    const auto isPosition = [&entry](int index) { return index >= 0 && index < entry.server.size(); };
    const bool indexesFit = std::all_of(entry.doubtful.cbegin(), entry.doubtful.cend(), isPosition) &&
                            std::all_of(entry.wanted.cbegin(), entry.wanted.cend(), [&entry](const WantedRow &row) {
                                return row.serverIndex >= -1 && row.serverIndex < entry.server.size();
                            });
    if (entry.playlistId.isEmpty() || !indexesFit) {
        throw StoreFailure(
            StoreFailure::Cause::Other,
            Error{.kind = ErrorKind::InvalidInput,
                  .userText = QCoreApplication::translate("segue::store", "Segue cannot keep this edit."),
                  .detail = QStringLiteral("a journal entry without a playlist or with a wanted row "
                                           "that the server list does not have")});
    }
}

std::optional<JournalEntry> readEntry(const Statement &row)
{
    JournalEntry entry;
    entry.playlistId = row.text(0);
    entry.playlistName = row.text(1);
    entry.savedAt = row.date(2);
    entry.what = row.text(3);
    entry.snapshotId = row.text(4);
    const std::optional<QByteArray> wanted = unpacked(row.bytes(5));
    const std::optional<QByteArray> server = unpacked(row.bytes(6));
    if (!wanted || !server)
        return std::nullopt;
    std::optional<ListRows> serverRows = decodeRows(*server);
    if (!serverRows)
        return std::nullopt;
    std::optional<QList<WantedRow>> wantedRows = decodeWanted(*wanted, serverRows->size());
    if (!wantedRows)
        return std::nullopt;
    // Entries of the first schema have none.
    if (const QByteArray doubtful = row.bytes(7); !doubtful.isEmpty()) {
        std::optional<QList<int>> positions =
            decodePositions(unpacked(doubtful).value_or(QByteArray()), serverRows->size());
        if (!positions)
            return std::nullopt;
        entry.doubtful = std::move(*positions);
    }
    entry.server = std::move(*serverRows);
    entry.wanted = std::move(*wantedRows);
    return entry;
}

Statement entryStatement(const QSqlDatabase &database)
{
    return Statement(
        database,
        QStringLiteral("SELECT playlist_id, playlist_name, saved_at, what, snapshot_id, wanted, list, doubtful"
                       " FROM journal LEFT JOIN journal_server USING (playlist_id)"
                       " WHERE playlist_id = ?"));
}

} // namespace

JournalTable::JournalTable(const QSqlDatabase &database) : m_database(database) {}

void JournalTable::put(const JournalEntry &entry)
{
    checkIsWhole(entry);
    const QByteArray server = encodeRows(entry.server);
    const QByteArray hash = QCryptographicHash::hash(server, QCryptographicHash::Blake2b_160);

    Transaction transaction(m_database);
    Statement(
        m_database,
        QStringLiteral("INSERT INTO journal (playlist_id, playlist_name, saved_at, what, snapshot_id, wanted, doubtful)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (playlist_id) DO UPDATE SET playlist_name = excluded.playlist_name,"
                       " saved_at = excluded.saved_at, what = excluded.what, snapshot_id = excluded.snapshot_id,"
                       " wanted = excluded.wanted, doubtful = excluded.doubtful"))
        .run({entry.playlistId, entry.playlistName, Statement::fromDate(entry.savedAt), entry.what, entry.snapshotId,
              packed(encodeWanted(entry.wanted)),
              entry.doubtful.isEmpty() ? QByteArray() : packed(encodePositions(entry.doubtful))});
    Statement known(m_database, QStringLiteral("SELECT hash FROM journal_server WHERE playlist_id = ?"));
    if (!known.run({entry.playlistId}).next() || known.bytes(0) != hash) {
        Statement(m_database, QStringLiteral("INSERT INTO journal_server (playlist_id, hash, list) VALUES (?, ?, ?)"
                                             " ON CONFLICT (playlist_id) DO UPDATE SET hash = excluded.hash,"
                                             " list = excluded.list"))
            .run({entry.playlistId, hash, packed(server)});
    }
    transaction.commit();
}

void JournalTable::remove(const QString &playlistId)
{
    Statement(m_database, QStringLiteral("DELETE FROM journal WHERE playlist_id = ?")).run({playlistId});
}

QStringList JournalTable::playlists() const
{
    QStringList ids;
    Statement statement(m_database, QStringLiteral("SELECT playlist_id FROM journal ORDER BY saved_at, playlist_id"));
    statement.run();
    while (statement.next())
        ids.append(statement.text(0));
    return ids;
}

Journal JournalTable::readAll() const
{
    Journal journal;
    Statement statement = entryStatement(m_database);
    for (const QString &id : playlists()) {
        if (!statement.run({id}).next())
            continue;
        if (std::optional<JournalEntry> entry = readEntry(statement))
            journal.entries.append(*std::move(entry));
        else
            journal.unreadable.append(statement.text(1));
    }
    return journal;
}

QList<JournalEntry> JournalTable::salvage() const noexcept
{
    QList<JournalEntry> entries;
    try {
        for (const QString &id : playlists()) {
            try {
                Statement statement = entryStatement(m_database);
                if (!statement.run({id}).next())
                    continue;
                if (std::optional<JournalEntry> entry = readEntry(statement))
                    entries.append(*std::move(entry));
            } catch (const std::exception &) {
                continue; // the next entry may stand on a page that is whole
            }
        }
    } catch (const std::exception &) {
        return entries;
    }
    return entries;
}

} // namespace segue::store
