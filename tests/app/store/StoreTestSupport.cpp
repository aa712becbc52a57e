// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/StoreTestSupport.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace segue::test
{

using namespace store;

Result<Nothing> opened(Store &store)
{
    return outcome<Nothing>([&](QObject *context, Done<Nothing> done) { store.open(context, std::move(done)); });
}

Result<Nothing> put(Store &store, const JournalEntry &entry)
{
    return outcome<Nothing>(
        [&](QObject *context, Done<Nothing> done) { store.putUnfinished(entry, context, std::move(done)); });
}

Result<Nothing> removed(Store &store, const QString &playlistId)
{
    return outcome<Nothing>(
        [&](QObject *context, Done<Nothing> done) { store.removeUnfinished(playlistId, context, std::move(done)); });
}

Result<Journal> unfinished(Store &store)
{
    return outcome<Journal>(
        [&](QObject *context, Done<Journal> done) { store.readUnfinished(context, std::move(done)); });
}

Result<AddedVersion> added(Store &store, const NewVersion &version)
{
    return outcome<AddedVersion>(
        [&](QObject *context, Done<AddedVersion> done) { store.addVersion(version, context, std::move(done)); });
}

Result<QList<VersionInfo>> versions(Store &store, const QString &playlistId)
{
    return outcome<QList<VersionInfo>>([&](QObject *context, Done<QList<VersionInfo>> done) {
        store.listVersions(playlistId, context, std::move(done));
    });
}

Result<Version> version(Store &store, qint64 id)
{
    return outcome<Version>(
        [&](QObject *context, Done<Version> done) { store.readVersion(id, context, std::move(done)); });
}

Result<Nothing> cached(Store &store, const CachedList &list)
{
    return outcome<Nothing>(
        [&](QObject *context, Done<Nothing> done) { store.putCached(list, context, std::move(done)); });
}

Result<std::optional<CachedList>> cachedList(Store &store, const QString &playlistId)
{
    return outcome<std::optional<CachedList>>([&](QObject *context, Done<std::optional<CachedList>> done) {
        store.readCached(playlistId, context, std::move(done));
    });
}

Result<Nothing> everythingRemoved(Store &store)
{
    return outcome<Nothing>(
        [&](QObject *context, Done<Nothing> done) { store.removeEverything(context, std::move(done)); });
}

QStringList StorePlace::damagedCopies() const
{
    QStringList names = QDir(folder()).entryList({QStringLiteral("account.sqlite.damaged-*")});
    names.removeIf([](const QString &name) { return name.endsWith(QLatin1String("-wal")); });
    return names;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace segue::test
