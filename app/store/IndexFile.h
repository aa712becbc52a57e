// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/StoreFailure.h"
#include "app/store/StoreFile.h"

#include <QCoreApplication>
#include <QSqlDatabase>

#include <chrono>
#include <functional>
#include <new>

namespace segue::store
{

struct TrackIndexOptions {
    QString path;                                  ///< its folder is made when it is not there
    std::chrono::milliseconds busyTimeout{5000};   ///< how long to wait for another process
    std::chrono::milliseconds closeTimeout{10000}; ///< how long closing waits for what was handed over
    /// The file never grows over it: then the disk counts as full. What is on its way into it stands in SQLite's log
    /// beside it, which is not counted.
    qint64 fileBytes = 512 * 1024 * 1024;
};

/// The file of the index as its own thread sees it: opened when the first task needs it, and made anew when it is
/// damaged. Made and ended on any thread; all else on one.
class IndexFile
{
    Q_DECLARE_TR_FUNCTIONS(segue::store::IndexFile)

public:
    /// `onAnother` is called on the index's thread when another file has taken the place of a damaged one.
    IndexFile(TrackIndexOptions options, std::function<void()> onAnother);
    IndexFile(const IndexFile &) = delete;
    IndexFile &operator=(const IndexFile &) = delete;
    ~IndexFile();

    /// Carries out one task. One that meets damage is carried out once more: on what another process has put in place
    /// of the damaged file, or on an empty one.
    template <typename T>
    Result<T> carryOut(const std::function<T(const QSqlDatabase &)> &task);
    /// Deletes the file.
    Result<Nothing> remove();
    void close();

private:
    /// What is held against the file, after a task has met damage in it.
    enum class Doubt {
        None,
        Suspected, ///< it may be another file by now: it is looked at first
        Proven,
    };
    void open(Doubt doubt);
    void connect();
    [[nodiscard]] bool isSound(Doubt doubt);
    [[nodiscard]] QSqlDatabase connection() const;
    /// In the words of the index; those of a failure are about what cannot be made anew.
    [[nodiscard]] static Error errorOf(const StoreFailure &failure);
    [[nodiscard]] static Error noMemory();

    const TrackIndexOptions m_options;
    const StoreFile m_file;
    const std::function<void()> m_onAnother;
    const QString m_name; ///< of the connection, in Qt's table of them
    bool m_open = false;
};

template <typename T>
Result<T> IndexFile::carryOut(const std::function<T(const QSqlDatabase &)> &task)
{
    try {
        for (const Doubt doubt : {Doubt::None, Doubt::Suspected}) {
            try {
                open(doubt);
                return task(connection());
            } catch (const StoreFailure &failure) {
                if (failure.cause() != StoreFailure::Cause::Damaged)
                    throw;
            }
        }
        open(Doubt::Proven);
        return task(connection());
    } catch (const StoreFailure &failure) {
        return Unexpected(errorOf(failure));
    } catch (const std::bad_alloc &) {
        return Unexpected(noMemory());
    }
}

} // namespace segue::store
