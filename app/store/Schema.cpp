// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Schema.h"

#include "app/store/Statement.h"
#include "app/store/StoreFailure.h"
#include "app/store/Transaction.h"

#include <QStringList>

namespace segue::store
{

namespace
{

/// What leads from each version to the next. Never change a step that was released: append one.
QList<QStringList> steps()
{
    return {
        {
            QStringLiteral("CREATE TABLE journal (playlist_id TEXT PRIMARY KEY, playlist_name TEXT NOT NULL,"
                           " saved_at INTEGER NOT NULL, what TEXT NOT NULL, snapshot_id TEXT NOT NULL,"
                           " wanted BLOB NOT NULL)"),
            // By itself, because it often stays as it is while the wanted list changes.
            QStringLiteral("CREATE TABLE journal_server (playlist_id TEXT PRIMARY KEY REFERENCES journal"
                           " ON DELETE CASCADE, hash BLOB NOT NULL, list BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE version (id INTEGER PRIMARY KEY AUTOINCREMENT, playlist_id TEXT NOT NULL,"
                           " at INTEGER NOT NULL, first_at INTEGER NOT NULL, source INTEGER NOT NULL,"
                           " reason TEXT NOT NULL, size INTEGER NOT NULL, added INTEGER NOT NULL,"
                           " removed INTEGER NOT NULL, moved INTEGER NOT NULL, hash BLOB NOT NULL)"),
            QStringLiteral("CREATE INDEX version_of_playlist ON version (playlist_id, id)"),
            QStringLiteral("CREATE INDEX version_at ON version (at)"),
            // Runs of rows, each kept once however many versions have it.
            QStringLiteral("CREATE TABLE chunk (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE,"
                           " list BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE version_chunk (version_id INTEGER NOT NULL REFERENCES version"
                           " ON DELETE CASCADE, position INTEGER NOT NULL, chunk_id INTEGER NOT NULL REFERENCES chunk,"
                           " PRIMARY KEY (version_id, position)) WITHOUT ROWID"),
            QStringLiteral("CREATE INDEX version_chunk_chunk ON version_chunk (chunk_id)"),
        },
        {
            QStringLiteral("ALTER TABLE journal ADD COLUMN doubtful BLOB"),
        },
        {
            // Addresses of pictures by themselves: they go earlier than the rest.
            QStringLiteral("CREATE TABLE cached_list (playlist_id TEXT PRIMARY KEY, snapshot_id TEXT NOT NULL,"
                           " read_at INTEGER NOT NULL, bytes INTEGER NOT NULL, list BLOB NOT NULL, pictures BLOB)"),
        },
    };
}

int number(const QSqlDatabase &database, const char *sql)
{
    return static_cast<int>(Statement(database, QString::fromLatin1(sql)).run().onlyNumber());
}

} // namespace

void checkIsOurs(const QSqlDatabase &database)
{
    const int version = number(database, "PRAGMA user_version");
    const int application = number(database, "PRAGMA application_id");
    const int tables = number(database, "SELECT count(*) FROM sqlite_master");
    if (version == 0 && application == 0 && tables == 0)
        return;
    if (application != applicationId)
        throw damagedFailure(QStringLiteral("application_id is %1").arg(application));
    if (version > schemaVersion)
        throw newerSchemaFailure(version);
}

void migrate(const QSqlDatabase &database)
{
    const QList<QStringList> all = steps();
    while (number(database, "PRAGMA user_version") < schemaVersion) {
        Transaction transaction(database);
        // Another process may have been here since.
        const int version = number(database, "PRAGMA user_version");
        if (version < schemaVersion) {
            for (const QString &sql : all.at(version))
                Statement(database, sql).run();
            Statement(database, QStringLiteral("PRAGMA application_id = %1").arg(applicationId)).run();
            Statement(database, QStringLiteral("PRAGMA user_version = %1").arg(version + 1)).run();
        }
        transaction.commit();
    }
}

} // namespace segue::store
