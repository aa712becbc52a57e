// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"

#include "app/store/Schema.h"
#include "app/store/Statement.h"
#include "app/store/StoreFailure.h"

#include <QSqlError>
#include <QUuid>

namespace segue::store
{

namespace
{

constexpr qint64 logBytes = 8 * 1024 * 1024; // what is kept of the log between checkpoints

void pragma(const QSqlDatabase &database, const QString &text)
{
    Statement(database, QStringLiteral("PRAGMA ") + text).run();
}

void check(const QSqlDatabase &database, const QString &what)
{
    Statement statement(database, QStringLiteral("PRAGMA ") + what);
    statement.run();
    if (statement.next() && statement.text(0) != QLatin1String("ok"))
        throw damagedFailure(statement.text(0));
}

} // namespace

Database::Database(StoreOptions options)
    : m_options(std::move(options)), m_name(QStringLiteral("segue-store-") + QUuid::createUuid().toString())
{
}

Database::~Database()
{
    close();
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

void Database::open()
{
    close();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(m_options.path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_options.busyTimeout.count()));
    if (!database.open())
        throw failureOf(database.lastError());

    checkIsOurs(database); // before anything that writes: a newer store stays as it is

    // FULL: with WAL, NORMAL may lose the last commits in a power cut, and a confirmed edit has to be there.
    pragma(database, QStringLiteral("journal_mode = WAL"));
    pragma(database, QStringLiteral("synchronous = FULL"));
    pragma(database, QStringLiteral("foreign_keys = ON"));
    pragma(database, QStringLiteral("journal_size_limit = %1").arg(logBytes));
    const qint64 pageSize = Statement(database, QStringLiteral("PRAGMA page_size")).run().onlyNumber();
    if (pageSize > 0)
        pragma(database, QStringLiteral("max_page_count = %1").arg(m_options.fileBytes / pageSize));

    migrate(database);
    // The small tables only: the history is long, and tells of damage when it is read.
    check(database, QStringLiteral("quick_check(journal)"));
    check(database, QStringLiteral("quick_check(journal_server)"));
    m_open = true;
}

void Database::close()
{
    m_open = false;
    if (!QSqlDatabase::contains(m_name))
        return;
    connection().close();
    QSqlDatabase::removeDatabase(m_name);
}

void Database::checkThoroughly() const
{
    check(connection(), QStringLiteral("quick_check(1)"));
}

} // namespace segue::store
