// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/StoreOptions.h"
#include "app/store/Version.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>

namespace segue::store
{

/// The history in the file. On the store's thread; failures are StoreFailures.
class VersionTable
{
public:
    VersionTable(const QSqlDatabase &database, HistoryLimits limits);

    /// Stores it, unless the latest version makes that needless, and lets go of what is over the limits.
    AddedVersion add(const NewVersion &version);
    [[nodiscard]] QList<VersionInfo> list(const QString &playlistId) const;
    [[nodiscard]] Version read(qint64 id) const;

private:
    struct Stored {
        VersionInfo info;
        QDateTime firstAt; ///< when the first of the versions was seen that this one stands for
        QByteArray hash;
    };
    [[nodiscard]] std::optional<Stored> latest(const QString &playlistId, qint64 before) const;
    [[nodiscard]] std::optional<ListRows> rowsIfReadable(qint64 id) const;
    [[nodiscard]] VersionFate fateOf(const NewVersion &version, const QByteArray &hash, const Stored &last) const;
    [[nodiscard]] ListChange changeSince(const std::optional<Stored> &before, const ListRows &rows) const;
    [[nodiscard]] qint64 insert(const Stored &version);
    void remove(qint64 id);
    void removeAged(const QDateTime &now);
    void removeOverCount(const QString &playlistId);
    void removeOverBytes();
    [[nodiscard]] qint64 bytesUsed() const;

    QSqlDatabase m_database;
    HistoryLimits m_limits;
};

} // namespace segue::store
