// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/ChunkTable.h"

#include "app/store/Chunks.h"
#include "app/store/Packing.h"
#include "app/store/RowCodec.h"
#include "app/store/Statement.h"
#include "app/store/StoreFailure.h"

#include <QCryptographicHash>

namespace segue::store
{

namespace
{
constexpr auto algorithm = QCryptographicHash::Blake2b_160;
} // namespace

ChunkTable::ChunkTable(const QSqlDatabase &database) : m_database(database) {}

std::vector<ChunkTable::Encoded> ChunkTable::encode(const ListRows &rows)
{
    std::vector<Encoded> chunks;
    for (const std::span<const ListRow> run : chunksOf(rows)) {
        QByteArray bytes = encodeRows(run);
        QByteArray hash = QCryptographicHash::hash(bytes, algorithm);
        chunks.push_back({.hash = std::move(hash), .bytes = std::move(bytes)});
    }
    return chunks;
}

QByteArray ChunkTable::hashOf(const std::vector<Encoded> &chunks)
{
    QCryptographicHash hash(algorithm);
    for (const Encoded &chunk : chunks)
        hash.addData(chunk.hash);
    return hash.result();
}

void ChunkTable::store(qint64 version, const std::vector<Encoded> &chunks)
{
    Statement find(m_database, QStringLiteral("SELECT id FROM chunk WHERE hash = ?"));
    Statement insert(m_database, QStringLiteral("INSERT INTO chunk (hash, list) VALUES (?, ?)"));
    Statement use(m_database,
                  QStringLiteral("INSERT INTO version_chunk (version_id, position, chunk_id) VALUES (?, ?, ?)"));
    int position = 0;
    for (const Encoded &chunk : chunks) {
        const qint64 id =
            find.run({chunk.hash}).next() ? find.number(0) : insert.run({chunk.hash, packed(chunk.bytes)}).insertedId();
        use.run({version, position++, id});
    }
}

ListRows ChunkTable::read(qint64 version) const
{
    ListRows rows;
    Statement statement(m_database, QStringLiteral("SELECT list FROM version_chunk JOIN chunk ON chunk.id = chunk_id"
                                                   " WHERE version_id = ? ORDER BY position"));
    statement.run({version});
    while (statement.next()) {
        const std::optional<QByteArray> bytes = unpacked(statement.bytes(0));
        std::optional<ListRows> run = bytes ? decodeRows(*bytes) : std::nullopt;
        if (!run)
            throw unreadablePartFailure(QStringLiteral("version %1").arg(version));
        rows += *std::move(run);
    }
    return rows;
}

void ChunkTable::release(qint64 version)
{
    std::vector<qint64> ids;
    Statement used(m_database, QStringLiteral("SELECT DISTINCT chunk_id FROM version_chunk WHERE version_id = ?"));
    used.run({version});
    while (used.next())
        ids.push_back(used.number(0));
    Statement(m_database, QStringLiteral("DELETE FROM version_chunk WHERE version_id = ?")).run({version});
    Statement drop(m_database,
                   QStringLiteral("DELETE FROM chunk WHERE id = ?"
                                  " AND NOT EXISTS (SELECT 1 FROM version_chunk WHERE chunk_id = chunk.id)"));
    for (const qint64 id : ids)
        drop.run({id});
}

} // namespace segue::store
