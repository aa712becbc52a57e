// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <exception>

class QSqlError;

namespace segue::store
{

/// How the parts of the store fail among themselves, on the store's thread. The Worker makes Results of it: it never
/// leaves the room.
class StoreFailure : public std::exception
{
public:
    enum class Cause {
        Damaged, ///< the file is no database, not ours, or broken
        Busy,    ///< another process kept it locked for too long
        Full,    ///< no room left on the disk, or for the file
        Other
    };

    StoreFailure(Cause cause, Error error) : m_cause(cause), m_error(std::move(error)) {}

    [[nodiscard]] Cause cause() const { return m_cause; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const char *what() const noexcept override { return "segue::store"; }

private:
    Cause m_cause;
    Error m_error;
};

/// What SQLite said, with a sentence for the user.
[[nodiscard]] StoreFailure failureOf(const QSqlError &error);
[[nodiscard]] StoreFailure damagedFailure(const QString &detail);
[[nodiscard]] StoreFailure busyFailure(const QString &detail);
/// The file was made by a later Segue, whose schema has the number `version`.
[[nodiscard]] StoreFailure newerSchemaFailure(int version);
/// A part of the file cannot be read, and the rest can: nothing that beginning anew would make better.
[[nodiscard]] StoreFailure unreadablePartFailure(const QString &detail);
[[nodiscard]] Error outOfMemory();

} // namespace segue::store
