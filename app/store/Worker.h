// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/Database.h"
#include "app/store/StoreFailure.h"
#include "app/store/StoreFile.h"

#include <functional>
#include <new>
#include <optional>

namespace segue::store
{

/// The store as its own thread sees it: opens the file when the first task needs it, begins a new one in place of a
/// damaged one, and makes Results of failures. Made and ended on any thread; all else on one.
class Worker
{
public:
    /// `onDamaged` is called on the store's thread, once for each file that was moved aside.
    Worker(StoreOptions options, std::function<void(const Error &)> onDamaged);

    /// Carries out one task. A task that meets damage is carried out once more, on a new file, in which the unfinished
    /// edits are that could still be read.
    template <typename T>
    Result<T> carryOut(const std::function<T(const QSqlDatabase &)> &task);
    /// Empties the store and deletes its damaged copies. A file that cannot be used is deleted.
    Result<Nothing> removeEverything();
    void close() { m_database.close(); }

private:
    void open();
    void beginAnew(const Error &reason);
    void openLocked(const Error *reason);

    const StoreOptions m_options;
    const StoreFile m_file;
    const std::function<void(const Error &)> m_onDamaged;
    Database m_database;
};

template <typename T>
Result<T> Worker::carryOut(const std::function<T(const QSqlDatabase &)> &task)
{
    std::optional<Error> damage;
    try {
        try {
            open();
            return task(m_database.connection());
        } catch (const StoreFailure &failure) {
            if (failure.cause() != StoreFailure::Cause::Damaged)
                return Unexpected(failure.error());
            damage = failure.error();
        }
        beginAnew(*damage);
        return task(m_database.connection());
    } catch (const StoreFailure &failure) {
        return Unexpected(failure.error());
    } catch (const std::bad_alloc &) {
        return Unexpected(outOfMemory());
    }
}

} // namespace segue::store
