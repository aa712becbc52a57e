// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Transaction.h"

#include "app/store/Statement.h"

namespace segue::store
{

Transaction::Transaction(const QSqlDatabase &database, Kind kind) : m_database(database)
{
    Statement(m_database, kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")).run();
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some failures, and says so: nothing that anybody could act upon.
    if (m_open)
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

void Transaction::commit()
{
    Statement(m_database, QStringLiteral("COMMIT")).run();
    m_open = false;
}

} // namespace segue::store
