// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Store.h"

#include "app/store/CachedListTable.h"
#include "app/store/JournalTable.h"
#include "app/store/VersionTable.h"
#include "app/store/Worker.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSqlDatabase>

namespace segue::store
{

namespace
{

constexpr std::chrono::minutes ageingInterval{30};

/// Who waits for an outcome. Made, called and let go of on the store's thread: what `done` holds is the caller's.
template <typename T>
struct Call {
    QPointer<QObject> context;
    Done<T> done;
};

template <typename T>
void post(QObject *outbox, std::shared_ptr<Call<T>> &&call, Result<T> result)
{
    QMetaObject::invokeMethod(
        outbox,
        [call = std::move(call), result = std::move(result)]() mutable {
            // Taken out of the event: the thread that posted it may be the last to let go of that.
            const std::shared_ptr<Call<T>> mine = std::move(call);
            if (mine->context)
                mine->done(result);
        },
        Qt::QueuedConnection);
}

} // namespace

Store::Store(StoreOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_outbox(new QObject)
{
    m_worker =
        std::make_shared<Worker>(m_options, [outbox = m_outbox, store = QPointer<Store>(this)](const Error &error) {
            QMetaObject::invokeMethod(
                outbox,
                [store, error] {
                    if (store)
                        Q_EMIT store->damaged(error);
                },
                Qt::QueuedConnection);
        });
    m_thread.emplace();
    m_thread->keepUntilFinished(m_outbox);
    m_ageing.callOnTimeout(this, [this] { removeAged(); });
    m_ageing.start(ageingInterval);
}

Store::~Store()
{
    close();
}

bool Store::close()
{
    if (!m_thread)
        return true;
    m_thread->run([worker = std::move(m_worker)] { worker->close(); });
    const bool finished = m_thread->finish(m_options.closeTimeout);
    m_thread.reset();
    return finished;
}

template <typename T>
void Store::hand(QObject *context, Done<T> done, std::function<Result<T>(Worker &)> task)
{
    auto call = std::make_shared<Call<T>>(Call<T>{context, std::move(done)});
    if (!m_thread) {
        QMetaObject::invokeMethod(
            context,
            [call] {
                call->done(Unexpected(Error{.kind = ErrorKind::Cancelled,
                                            .userText = QCoreApplication::translate(
                                                "segue::store", "Segue is closing, and keeps nothing more.")}));
            },
            Qt::QueuedConnection);
        return;
    }
    m_thread->run([outbox = m_outbox, worker = m_worker, call = std::move(call), task = std::move(task)]() mutable {
        // The call leaves this thread whole: nothing of the caller's is destroyed here.
        post(outbox, std::move(call), task(*worker));
    });
}

template <typename T>
void Store::handTask(QObject *context, Done<T> done, std::function<T(const QSqlDatabase &)> task)
{
    hand<T>(context, std::move(done), [task = std::move(task)](Worker &worker) { return worker.carryOut<T>(task); });
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
    return [outbox = m_outbox, store = QPointer<Store>(this)](const QString &playlistId) {
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
    hand<AddedVersion>(context, std::move(done),
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
    hand<Nothing>(context, std::move(done), [tell = versionsTeller()](Worker &worker) {
        Result<Nothing> removed = worker.removeEverything();
        if (removed)
            tell({});
        return removed;
    });
}

} // namespace segue::store
