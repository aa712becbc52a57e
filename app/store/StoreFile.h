// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue::store
{

/// The file of a store and those that stand next to it: SQLite's log ("-wal", "-shm"), and damaged ones that were moved
/// aside ("….damaged-20260102-030405"). Only while no connection of this process is open.
class StoreFile
{
public:
    explicit StoreFile(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Taken while a store is opened, made or moved aside, so that two processes do not do it at once.
    [[nodiscard]] QString lockPath() const { return m_path + QStringLiteral(".lock"); }

    /// Makes the folder, and an empty file that nobody but the user may read. Does nothing where they are already;
    /// what fails is found out by whoever opens the file.
    void prepare() const;
    /// Where the file is now; StoreFailure when it cannot be moved.
    [[nodiscard]] QString moveAside() const;
    void removeDamagedCopies() const;
    /// The store and its copies. False when something is still there.
    [[nodiscard]] bool removeAll() const;

private:
    QString m_path;
};

} // namespace segue::store
