// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Store.h"

#include "app/store/CachedListTable.h"
#include "app/store/JournalTable.h"
#include "app/store/VersionTable.h"
#include "app/store/Worker.h"

#include <QPointer>
#include <QSqlDatabase>

namespace segue::store
{

namespace
{

constexpr std::chrono::minutes ageingInterval{30};

} // namespace

Store::Store(StoreOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_thread([this](QObject *outbox) {
          return std::make_shared<Worker>(m_options, [outbox, store = QPointer<Store>(this)](const Error &error) {
              QMetaObject::invokeMethod(
                  outbox,
                  [store, error] {
                      if (store)
                          Q_EMIT store->damaged(error);
                  },
                  Qt::QueuedConnection);
          });
      })
{
    m_ageing.callOnTimeout(this, [this] { removeAged(); });
    m_ageing.start(ageingInterval);
}

Store::~Store()
{
    close();
}

bool Store::close()
{
    return m_thread.close(m_options.closeTimeout);
}

template <typename T>
void Store::handTask(QObject *context, Done<T> done, std::function<T(const QSqlDatabase &)> task)
{
    m_thread.hand<T>(context, std::move(done),
                     [task = std::move(task)](Worker &worker) { return worker.carryOut<T>(task); });
}

void Store::open(QObject *context, Done<Nothing> done)
{
    handTask<Nothing>(context, std::move(done), [](const QSqlDatabase &) { return Nothing(); });
}

void Store::putUnfinished(const JournalEntry &entry, QObject *context, Done<Nothing> done)
{
    handTask<Nothing>(context, std::move(done), [entry, limits = m_options.cache](const QSqlDatabase &database) {
        CachedListTable(database, limits).remove(entry.playlistId);
        JournalTable(database).put(entry);
        return Nothing();
    });
}

void Store::removeUnfinished(const QString &playlistId, QObject *context, Done<Nothing> done)
{
    handTask<Nothing>(context, std::move(done), [playlistId](const QSqlDatabase &database) {
        JournalTable(database).remove(playlistId);
        return Nothing();
    });
}

void Store::readUnfinished(QObject *context, Done<Journal> done)
{
    handTask<Journal>(context, std::move(done),
                      [](const QSqlDatabase &database) { return JournalTable(database).readAll(); });
}

std::function<void(const QString &)> Store::versionsTeller()
{
    return [outbox = m_thread.outbox(), store = QPointer<Store>(this)](const QString &playlistId) {
        QMetaObject::invokeMethod(
            outbox,
            [store, playlistId] {
                if (store)
                    Q_EMIT store->versionsChanged(playlistId);
            },
            Qt::QueuedConnection);
    };
}

void Store::addVersion(const NewVersion &version, QObject *context, Done<AddedVersion> done)
{
    m_thread.hand<AddedVersion>(context, std::move(done),
                                [version, limits = m_options.limits, tell = versionsTeller()](Worker &worker) {
                                    Result<AddedVersion> added =
                                        worker.carryOut<AddedVersion>([&version, limits](const QSqlDatabase &database) {
                                            return VersionTable(database, limits).add(version);
                                        });
                                    if (added && added->fate != VersionFate::Equal)
                                        tell(version.playlistId);
                                    return added;
                                });
}

void Store::listVersions(const QString &playlistId, QObject *context, Done<QList<VersionInfo>> done)
{
    handTask<QList<VersionInfo>>(context, std::move(done),
                                 [playlistId, limits = m_options.limits](const QSqlDatabase &database) {
                                     return VersionTable(database, limits).list(playlistId);
                                 });
}

void Store::readVersion(qint64 id, QObject *context, Done<Version> done)
{
    handTask<Version>(context, std::move(done), [id, limits = m_options.limits](const QSqlDatabase &database) {
        return VersionTable(database, limits).read(id);
    });
}

void Store::putCached(const CachedList &list, QObject *context, Done<Nothing> done)
{
    handTask<Nothing>(context, std::move(done), [list, limits = m_options.cache](const QSqlDatabase &database) {
        CachedListTable(database, limits).put(list, QDateTime::currentDateTimeUtc());
        return Nothing();
    });
}

void Store::readCached(const QString &playlistId, QObject *context, Done<std::optional<CachedList>> done)
{
    handTask<std::optional<CachedList>>(
        context, std::move(done), [playlistId, limits = m_options.cache](const QSqlDatabase &database) {
            return CachedListTable(database, limits).read(playlistId, QDateTime::currentDateTimeUtc());
        });
}

void Store::removeAged()
{
    handTask<Nothing>(
        this, [](const Result<Nothing> &) {},
        [limits = m_options.cache](const QSqlDatabase &database) {
            CachedListTable(database, limits).removeAged(QDateTime::currentDateTimeUtc());
            return Nothing();
        });
}

void Store::removeEverything(QObject *context, Done<Nothing> done)
{
    m_thread.hand<Nothing>(context, std::move(done), [tell = versionsTeller()](Worker &worker) {
        Result<Nothing> removed = worker.removeEverything();
        if (removed)
            tell({});
        return removed;
    });
}

} // namespace segue::store
