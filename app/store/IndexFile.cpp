// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/IndexFile.h"

#include "app/store/IndexTables.h"
#include "app/store/Statement.h"

#include <QLockFile>
#include <QSqlError>
#include <QUuid>

namespace segue::store
{

namespace
{

constexpr int cacheKibibytes = 16 * 1024;
constexpr qint64 logBytes = 8 * 1024 * 1024; // what is kept of the log between checkpoints

} // namespace

IndexFile::IndexFile(TrackIndexOptions options, std::function<void()> onAnother)
    : m_options(std::move(options)), m_file(m_options.path), m_onAnother(std::move(onAnother)),
      m_name(QStringLiteral("segue-index-") + QUuid::createUuid().toString())
{
}

IndexFile::~IndexFile()
{
    close();
}

QSqlDatabase IndexFile::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

void IndexFile::open(Doubt doubt)
{
    if (m_open && doubt == Doubt::None)
        return;
    close();
    m_file.prepare();
    // So that no process deletes what another has just put there.
    QLockFile lock(m_file.lockPath());
    if (!lock.tryLock(m_options.busyTimeout) && lock.error() == QLockFile::LockFailedError)
        throw busyFailure(QStringLiteral("locked: ") + m_file.lockPath());
    if (isSound(doubt)) {
        if (doubt == Doubt::Suspected)
            m_onAnother();
        return;
    }
    close();
    // What cannot be deleted is met again.
    (void)m_file.removeAll();
    m_file.prepare();
    connect();
    m_onAnother();
}

/// Connects to it, too.
bool IndexFile::isSound(Doubt doubt)
{
    if (doubt == Doubt::Proven)
        return false;
    try {
        connect();
        if (doubt == Doubt::Suspected)
            IndexTables(connection()).check();
        return true;
    } catch (const StoreFailure &failure) {
        if (failure.cause() != StoreFailure::Cause::Damaged)
            throw;
        return false;
    }
}

void IndexFile::connect()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(m_options.path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_options.busyTimeout.count()));
    if (!database.open())
        throw failureOf(database.lastError());
    const auto pragma = [&database](const QString &text) {
        return Statement(database, QStringLiteral("PRAGMA ") + text).run().onlyNumber();
    };
    pragma(QStringLiteral("journal_mode = WAL"));
    // A power cut may cost what was noted last, and no more: it is read again.
    pragma(QStringLiteral("synchronous = NORMAL"));
    pragma(QStringLiteral("journal_size_limit = %1").arg(logBytes));
    pragma(QStringLiteral("cache_size = -%1").arg(cacheKibibytes));
    if (const qint64 pageSize = pragma(QStringLiteral("page_size")); pageSize > 0)
        pragma(QStringLiteral("max_page_count = %1").arg(m_options.fileBytes / pageSize));
    IndexTables(database).prepare();
    m_open = true;
}

void IndexFile::close()
{
    m_open = false;
    if (!QSqlDatabase::contains(m_name))
        return;
    connection().close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<Nothing> IndexFile::remove()
{
    close();
    if (m_file.removeAll())
        return Nothing();
    return Unexpected(Error{.kind = ErrorKind::Local,
                            .userText = tr("Segue cannot delete the file in which it notes what is in your playlists."),
                            .detail = m_file.path()});
}

Error IndexFile::errorOf(const StoreFailure &failure)
{
    Error error = failure.error();
    switch (failure.cause()) {
    case StoreFailure::Cause::Damaged:
        error.userText = tr("The file in which Segue notes what is in your playlists is damaged, and Segue cannot "
                            "make a new one. Your playlists and edits are not affected.");
        break;
    case StoreFailure::Cause::Busy:
        error.userText = tr("Another program keeps the file busy in which Segue notes what is in your playlists.");
        break;
    case StoreFailure::Cause::Full:
        error.userText = tr("The disk is full. Segue cannot note what is in your playlists until there is room.");
        break;
    case StoreFailure::Cause::Other:
        error.userText = tr("Segue cannot use the file in which it notes what is in your playlists. Your playlists "
                            "and edits are not affected.");
        break;
    }
    return error;
}

Error IndexFile::noMemory()
{
    return {.kind = ErrorKind::Local, .userText = tr("There is not enough memory to look through your playlists.")};
}

} // namespace segue::store
