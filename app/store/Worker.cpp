// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Worker.h"

#include "app/store/CachedListTable.h"
#include "app/store/JournalTable.h"
#include "app/store/Statement.h"
#include "app/store/Transaction.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>

namespace segue::store
{

namespace
{

Error movedAside(const QString &target, qsizetype saved, const QString &detail)
{
    const QString text =
        saved > 0 ? QCoreApplication::translate("segue::store",
                                                "The file with the unfinished edits and the history was damaged. Segue "
                                                "moved it aside as “%1” and began a new one, with the unfinished edits "
                                                "that could still be read.")
                  : QCoreApplication::translate("segue::store",
                                                "The file with the unfinished edits and the history was damaged. Segue "
                                                "moved it aside as “%1” and began a new one.");
    return Error{.kind = ErrorKind::Local,
                 .userText = text.arg(QFileInfo(target).fileName()),
                 .detail = target + u": " + detail};
}

void removeAllRows(const QSqlDatabase &database)
{
    Transaction transaction(database);
    for (const char *table : {"journal_server", "journal", "version_chunk", "version", "chunk", "cached_list"})
        Statement(database, QStringLiteral("DELETE FROM ") + QLatin1String(table)).run();
    transaction.commit();
    // Deleted rows stay readable in free pages, and in the log, until these are gone.
    Statement(database, QStringLiteral("VACUUM")).run();
    Statement(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).run();
}

} // namespace

Worker::Worker(StoreOptions options, std::function<void(const Error &)> onDamaged)
    : m_options(std::move(options)), m_file(m_options.path), m_onDamaged(std::move(onDamaged)), m_database(m_options)
{
}

void Worker::open()
{
    if (m_database.isOpen())
        return;
    openLocked(nullptr);
    CachedListTable(m_database.connection(), m_options.cache).removeAged(QDateTime::currentDateTimeUtc());
}

void Worker::beginAnew(const Error &reason)
{
    openLocked(&reason);
}

/// `reason`: what a task found wrong with the file; none when it has not been looked at yet.
void Worker::openLocked(const Error *reason)
{
    m_file.prepare();
    QLockFile lock(m_file.lockPath());
    if (!lock.tryLock(m_options.busyTimeout) && lock.error() == QLockFile::LockFailedError)
        throw busyFailure(QStringLiteral("locked: ") + m_file.lockPath());
    // Where no lock can be made the file cannot be written either: SQLite knows best why.

    QList<JournalEntry> saved;
    if (reason && m_database.isOpen())
        saved = JournalTable(m_database.connection()).salvage();
    QString detail;
    try {
        // Again from the start: another process may have put a new file there since.
        m_database.open();
        if (!reason)
            return;
        m_database.checkThoroughly();
        return;
    } catch (const StoreFailure &failure) {
        if (failure.cause() != StoreFailure::Cause::Damaged)
            throw;
        detail = failure.error().detail;
    }
    if (saved.isEmpty())
        saved = JournalTable(m_database.connection()).salvage();
    m_database.close();
    const QString target = m_file.moveAside();
    m_file.prepare();
    m_database.open();
    for (const JournalEntry &entry : saved)
        JournalTable(m_database.connection()).put(entry);
    m_onDamaged(movedAside(target, saved.size(), detail));
}

Result<Nothing> Worker::removeEverything()
{
    const Result<Nothing> emptied = carryOut<Nothing>([](const QSqlDatabase &database) {
        removeAllRows(database);
        return Nothing();
    });
    if (emptied) {
        m_file.removeDamagedCopies();
        return emptied;
    }
    if (emptied.error().kind == ErrorKind::Timeout)
        return emptied; // another process is at work in it
    m_database.close();
    if (m_file.removeAll())
        return Nothing();
    return emptied;
}

} // namespace segue::store
