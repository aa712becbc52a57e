// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/ListRow.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <vector>

namespace segue::store
{

/// The rows of the versions, in runs that are stored once (see chunksOf). Inside the caller's transaction, on the
/// store's thread; failures are StoreFailures.
class ChunkTable
{
public:
    explicit ChunkTable(const QSqlDatabase &database);

    struct Encoded {
        QByteArray hash;
        QByteArray bytes; ///< not packed yet: most runs are in the file already
    };
    [[nodiscard]] static std::vector<Encoded> encode(const ListRows &rows);
    /// Names the list: equal for equal lists only.
    [[nodiscard]] static QByteArray hashOf(const std::vector<Encoded> &chunks);

    void store(qint64 version, const std::vector<Encoded> &chunks);
    /// Fails when a run cannot be read.
    [[nodiscard]] ListRows read(qint64 version) const;
    /// Lets go of the version's runs, and of those among them that no other version has.
    void release(qint64 version);

private:
    QSqlDatabase m_database;
};

} // namespace segue::store
