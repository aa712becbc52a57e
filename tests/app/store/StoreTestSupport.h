// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/Store.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace segue::test
{

/// Makes a call and waits for its outcome, a minute at most: `outcome<Nothing>([&](QObject *context, auto done) {…})`.
template <typename T>
Result<T> outcome(const std::function<void(QObject *, Done<T>)> &call)
{
    QObject context;
    std::optional<Result<T>> result;
    call(&context, [&result](const Result<T> &got) { result = got; });
    const QDeadlineTimer deadline(60'000);
    while (!result && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
    return result.value_or(Unexpected(Error{.userText = QStringLiteral("no outcome within a minute")}));
}

Result<Nothing> opened(store::Store &store);
Result<Nothing> put(store::Store &store, const store::JournalEntry &entry);
Result<Nothing> removed(store::Store &store, const QString &playlistId);
Result<store::Journal> unfinished(store::Store &store);
Result<store::AddedVersion> added(store::Store &store, const store::NewVersion &version);
Result<QList<store::VersionInfo>> versions(store::Store &store, const QString &playlistId);
Result<store::Version> version(store::Store &store, qint64 id);
Result<Nothing> cached(store::Store &store, const store::CachedList &list);
Result<std::optional<store::CachedList>> cachedList(store::Store &store, const QString &playlistId);
Result<Nothing> everythingRemoved(store::Store &store);

/// What is in a file; empty where it cannot be read.
QByteArray contents(const QString &path);
void write(const QString &path, const QByteArray &bytes);

/// A folder of its own, with a file name for a store in it.
class StorePlace
{
public:
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("account.sqlite")); }
    [[nodiscard]] store::StoreOptions options() const { return {.path = path()}; }
    /// Names of the files that were moved aside, without their logs.
    [[nodiscard]] QStringList damagedCopies() const;

private:
    QTemporaryDir m_folder;
};

} // namespace segue::test
