// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

namespace segue::store
{

/// All or nothing: what is done between its making and commit() is undone when commit() is not reached. What is read
/// meanwhile is of one moment, whatever other processes write.
class Transaction
{
public:
    enum class Kind {
        Write, ///< takes the right to write at once: a reader that turns writer later may be refused without waiting
        Read,  ///< of the moment of its first statement
    };
    explicit Transaction(const QSqlDatabase &database, Kind kind = Kind::Write);
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
