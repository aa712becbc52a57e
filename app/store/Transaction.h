// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

namespace segue::store
{

/// All or nothing: what is done between its making and commit() is undone when commit() is not reached.
class Transaction
{
public:
    /// Takes the right to write at once: a reader that turns writer later may be refused without having waited.
    explicit Transaction(const QSqlDatabase &database);
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    /// On disk when it returns.
    void commit();

private:
    QSqlDatabase m_database;
    bool m_open = true;
};

} // namespace segue::store
