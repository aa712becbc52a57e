// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/VersionTable.h"

#include "app/store/ChunkTable.h"
#include "app/store/Statement.h"
#include "app/store/StoreFailure.h"
#include "app/store/Transaction.h"
#include "app/store/VersionChange.h"

#include <QCoreApplication>

#include <limits>
#include <vector>

namespace segue::store
{

namespace
{

constexpr auto infoColumns =
    QLatin1StringView("id, playlist_id, at, source, reason, size, added, removed, moved, first_at, hash");

VersionInfo infoOf(const Statement &row)
{
    return {.id = row.number(0),
            .playlistId = row.text(1),
            .at = row.date(2),
            .source = row.number(3) == 0 ? VersionSource::Seen : VersionSource::Made,
            .reason = row.text(4),
            .size = static_cast<int>(row.number(5)),
            .change = {.added = static_cast<int>(row.number(6)),
                       .removed = static_cast<int>(row.number(7)),
                       .moved = static_cast<int>(row.number(8))}};
}

/// That a version of the same playlist came after it.
constexpr auto hasSuccessor = QLatin1StringView(
    "EXISTS (SELECT 1 FROM version AS later WHERE later.playlist_id = version.playlist_id AND later.id > version.id)");

std::vector<qint64> idsFrom(Statement &statement)
{
    std::vector<qint64> ids;
    while (statement.next())
        ids.push_back(statement.number(0));
    return ids;
}

} // namespace

VersionTable::VersionTable(const QSqlDatabase &database, HistoryLimits limits) : m_database(database), m_limits(limits)
{
}

std::optional<VersionTable::Stored> VersionTable::latest(const QString &playlistId, qint64 before) const
{
    Statement statement(m_database, QStringLiteral("SELECT ") + infoColumns +
                                        QStringLiteral(" FROM version WHERE playlist_id = ? AND id < ?"
                                                       " ORDER BY id DESC LIMIT 1"));
    if (!statement.run({playlistId, before}).next())
        return std::nullopt;
    return Stored{.info = infoOf(statement), .firstAt = statement.date(9), .hash = statement.bytes(10)};
}

std::optional<ListRows> VersionTable::rowsIfReadable(qint64 id) const
{
    try {
        return ChunkTable(m_database).read(id);
    } catch (const StoreFailure &failure) {
        // A run that cannot be read is no reason to refuse the next version; a damaged file is one.
        if (failure.cause() != StoreFailure::Cause::Other)
            throw;
        return std::nullopt;
    }
}

VersionFate VersionTable::fateOf(const NewVersion &version, const QByteArray &hash, const Stored &last) const
{
    if (last.hash == hash)
        return VersionFate::Equal;
    const std::optional<ListRows> rows = rowsIfReadable(last.info.id);
    if (!rows)
        return VersionFate::Added;
    if (onlyFreshDatesDiffer(*rows, last.info.at, version.rows))
        return VersionFate::Refreshed;
    const bool bothSeen = version.source == VersionSource::Seen && last.info.source == VersionSource::Seen;
    const bool shortly = version.at >= last.firstAt &&
                         version.at <= last.firstAt.addSecs(std::chrono::seconds(m_limits.seenTogether).count());
    if (!bothSeen || !shortly)
        return VersionFate::Added;
    // Nothing is lost with the earlier list when all its rows are still there, in their order.
    const ListChange change = changeBetween(*rows, version.rows);
    return change.removed == 0 && change.moved == 0 ? VersionFate::Replaced : VersionFate::Added;
}

ListChange VersionTable::changeSince(const std::optional<Stored> &before, const ListRows &rows) const
{
    return changeBetween(before ? rowsIfReadable(before->info.id).value_or(ListRows()) : ListRows(), rows);
}

AddedVersion VersionTable::add(const NewVersion &version)
{
    const std::vector<ChunkTable::Encoded> chunks = ChunkTable::encode(version.rows);
    const QByteArray hash = ChunkTable::hashOf(chunks);

    Transaction transaction(m_database);
    const std::optional<Stored> last = latest(version.playlistId, std::numeric_limits<qint64>::max());
    const VersionFate fate = last ? fateOf(version, hash, *last) : VersionFate::Added;
    Stored next{.info = {.playlistId = version.playlistId,
                         .at = version.at.toUTC(),
                         .source = version.source,
                         .reason = version.reason,
                         .size = static_cast<int>(version.rows.size())},
                .firstAt = version.at,
                .hash = hash};
    switch (fate) {
    case VersionFate::Added:
        next.info.change = changeSince(last, version.rows);
        break;
    case VersionFate::Replaced:
        next.info.change = changeSince(latest(version.playlistId, last->info.id), version.rows);
        next.firstAt = last->firstAt;
        break;
    case VersionFate::Refreshed:
        next.info = last->info;
        next.firstAt = last->firstAt;
        break;
    case VersionFate::Equal:
        next = *last;
        break;
    }
    if (fate != VersionFate::Equal) {
        next.info.id = insert(next);
        ChunkTable(m_database).store(next.info.id, chunks);
        if (fate != VersionFate::Added)
            remove(last->info.id); // only now, so that the runs in both stay in the file
    }
    removeAged(version.at);
    removeOverCount(version.playlistId);
    removeOverBytes();
    transaction.commit();
    return {.fate = fate, .info = next.info};
}

qint64 VersionTable::insert(const Stored &version)
{
    const VersionInfo &info = version.info;
    Statement statement(
        m_database, QStringLiteral("INSERT INTO version (playlist_id, at, source, reason, size, added, removed, moved,"
                                   " first_at, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return statement
        .run({info.playlistId, Statement::fromDate(info.at), info.source == VersionSource::Seen ? 0 : 1, info.reason,
              info.size, info.change.added, info.change.removed, info.change.moved,
              Statement::fromDate(version.firstAt), version.hash})
        .insertedId();
}

QList<VersionInfo> VersionTable::list(const QString &playlistId) const
{
    QList<VersionInfo> infos;
    Statement statement(m_database, QStringLiteral("SELECT ") + infoColumns +
                                        QStringLiteral(" FROM version WHERE playlist_id = ? ORDER BY id DESC"));
    statement.run({playlistId});
    while (statement.next())
        infos.append(infoOf(statement));
    return infos;
}

Version VersionTable::read(qint64 id) const
{
    Statement statement(m_database,
                        QStringLiteral("SELECT ") + infoColumns + QStringLiteral(" FROM version WHERE id = ?"));
    if (!statement.run({id}).next()) {
        throw StoreFailure(StoreFailure::Cause::Other,
                           Error{.kind = ErrorKind::NotFound,
                                 .userText = QCoreApplication::translate(
                                     "segue::store", "This version of the playlist is no longer kept.")});
    }
    Version version{.info = infoOf(statement), .rows = ChunkTable(m_database).read(id)};
    if (version.rows.size() != version.info.size)
        throw unreadablePartFailure(QStringLiteral("version %1 has %2 rows").arg(id).arg(version.rows.size()));
    return version;
}

void VersionTable::remove(qint64 id)
{
    ChunkTable(m_database).release(id);
    Statement(m_database, QStringLiteral("DELETE FROM version WHERE id = ?")).run({id});
}

void VersionTable::removeAged(const QDateTime &now)
{
    const QDateTime oldest = now.addDays(-m_limits.age.count());
    Statement statement(m_database, QStringLiteral("SELECT id FROM version WHERE at < ? AND ") + hasSuccessor);
    statement.run({Statement::fromDate(oldest)});
    for (const qint64 id : idsFrom(statement))
        remove(id);
}

void VersionTable::removeOverCount(const QString &playlistId)
{
    Statement statement(m_database, QStringLiteral("SELECT id FROM version WHERE playlist_id = ?"
                                                   " ORDER BY id DESC LIMIT -1 OFFSET ?"));
    statement.run({playlistId, std::max(1, m_limits.versionsOfPlaylist)});
    for (const qint64 id : idsFrom(statement))
        remove(id);
}

void VersionTable::removeOverBytes()
{
    Statement statement(m_database, QStringLiteral("SELECT id FROM version WHERE ") + hasSuccessor +
                                        QStringLiteral(" ORDER BY id LIMIT 1"));
    while (bytesUsed() > m_limits.bytes) {
        const std::vector<qint64> oldest = idsFrom(statement.run());
        if (oldest.empty())
            return;
        remove(oldest.front());
    }
}

qint64 VersionTable::bytesUsed() const
{
    const auto number = [this](const QString &sql) { return Statement(m_database, sql).run().onlyNumber(); };
    const qint64 pages = number(QStringLiteral("PRAGMA page_count")) - number(QStringLiteral("PRAGMA freelist_count"));
    return pages * number(QStringLiteral("PRAGMA page_size")) -
           number(QStringLiteral("SELECT coalesce(sum(bytes), 0) FROM cached_list"));
}

} // namespace segue::store
