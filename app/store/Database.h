// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/StoreOptions.h"

#include <QSqlDatabase>

namespace segue::store
{

/// A connection to the file. Opened, used and closed on one thread. Failures are StoreFailures.
class Database
{
public:
    explicit Database(StoreOptions options);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Opens or makes the file, checks that it is a store, and brings its schema up to date. After a failure the
    /// connection stays as far as it came, for what can still be read, until close().
    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QSqlDatabase connection() const;

    /// Reads the whole file; fails with Damaged.
    void checkThoroughly() const;

private:
    const StoreOptions m_options;
    const QString m_name; ///< of the connection, in Qt's table of them
    bool m_open = false;
};

} // namespace segue::store
