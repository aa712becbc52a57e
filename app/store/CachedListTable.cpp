// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/CachedListTable.h"

#include "app/store/EntriesCodec.h"
#include "app/store/Packing.h"
#include "app/store/Statement.h"
#include "app/store/Transaction.h"

namespace segue::store
{

namespace
{

QVariant before(const QDateTime &now, std::chrono::hours age)
{
    return Statement::fromDate(now.addSecs(-std::chrono::seconds(age).count()));
}

std::optional<QList<web::PlaylistEntry>> entriesFrom(const QByteArray &list, const QByteArray &pictures)
{
    const std::optional<QByteArray> bytes = unpacked(list);
    const std::optional<QByteArray> pictureBytes = pictures.isEmpty() ? QByteArray() : unpacked(pictures);
    if (!bytes || !pictureBytes)
        return std::nullopt;
    return decodeEntries(*bytes, *pictureBytes);
}

} // namespace

CachedListTable::CachedListTable(const QSqlDatabase &database, CacheLimits limits)
    : m_database(database), m_limits(limits)
{
}

void CachedListTable::put(const CachedList &list, const QDateTime &now)
{
    const QByteArray bytes = packed(encodeEntries(list.entries));
    const QByteArray pictures = packed(encodePictures(list.entries));
    Transaction transaction(m_database);
    remove(list.playlistId);
    Statement(m_database, QStringLiteral("INSERT INTO cached_list (playlist_id, snapshot_id, read_at, bytes, list,"
                                         " pictures) VALUES (?, ?, ?, ?, ?, ?)"))
        .run({list.playlistId, list.snapshotId, Statement::fromDate(list.readAt), bytes.size() + pictures.size(), bytes,
              pictures});
    removeAged(now);
    removeOverBytes();
    transaction.commit();
}

std::optional<CachedList> CachedListTable::read(const QString &playlistId, const QDateTime &now)
{
    removeAged(now);
    Statement statement(m_database, QStringLiteral("SELECT snapshot_id, read_at, list, pictures FROM cached_list"
                                                   " WHERE playlist_id = ?"));
    if (!statement.run({playlistId}).next())
        return std::nullopt;
    std::optional<QList<web::PlaylistEntry>> entries = entriesFrom(statement.bytes(2), statement.bytes(3));
    if (!entries) {
        remove(playlistId);
        return std::nullopt;
    }
    return CachedList{.playlistId = playlistId,
                      .snapshotId = statement.text(0),
                      .readAt = statement.date(1),
                      .entries = std::move(*entries)};
}

void CachedListTable::removeAged(const QDateTime &now)
{
    Statement(m_database, QStringLiteral("DELETE FROM cached_list WHERE read_at <= ? OR read_at > ?"))
        .run({before(now, m_limits.age), Statement::fromDate(now)});
    Statement(m_database, QStringLiteral("UPDATE cached_list SET pictures = NULL, bytes = length(list)"
                                         " WHERE read_at <= ? AND pictures IS NOT NULL"))
        .run({before(now, m_limits.pictureAge)});
}

void CachedListTable::remove(const QString &playlistId)
{
    Statement(m_database, QStringLiteral("DELETE FROM cached_list WHERE playlist_id = ?")).run({playlistId});
}

void CachedListTable::removeOverBytes()
{
    Statement total(m_database, QStringLiteral("SELECT coalesce(sum(bytes), 0) FROM cached_list"));
    while (total.run().onlyNumber() > m_limits.bytes)
        Statement(m_database, QStringLiteral("DELETE FROM cached_list WHERE playlist_id ="
                                             " (SELECT playlist_id FROM cached_list ORDER BY read_at LIMIT 1)"))
            .run();
}

} // namespace segue::store
