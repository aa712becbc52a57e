// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/CachedList.h"
#include "app/store/JournalEntry.h"
#include "app/store/StoreOptions.h"
#include "app/store/Version.h"
#include "app/store/WorkerThread.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QSqlDatabase;

namespace segue::store
{

class Worker;

/// Keeps what must not be lost: the unfinished edits (the journal) and earlier versions of the lists; and, for a day,
/// the lists that playlists are opened from. In one SQLite file for each profile and account. No token and nothing else
/// secret ever goes into it.
///
/// GUI thread; the file is touched on a thread of the store's own alone. All calls are carried out in their order; each
/// has exactly one outcome, as Done says, which comes through the event loop. What a call hands over is carried out
/// whether or not its context lives on. `context` is never null and lives on the store's thread.
///
/// The file is opened by the first call that needs it, and again by the next one when that failed: a store that cannot
/// work gives an Error, with a sentence for the user, for each call and does no other harm. A file that is damaged, or
/// no store, is moved aside, and a new one takes its place; see damaged(). One of a newer version is left alone.
/// Several processes can use one file; they wait for each other for a moment, and then fail with Timeout.
class Store : public QObject
{
    Q_OBJECT

public:
    explicit Store(StoreOptions options, QObject *parent = nullptr);
    /// Closes.
    ~Store() override;

    /// Opens the file now, for who wants to know whether it works.
    void open(QObject *context, Done<Nothing> done);

    /// Replaces the playlist's unfinished edit. It is on disk before this is confirmed; whatever happens on the way,
    /// the file has the entry before or this one, whole. InvalidInput for an empty playlistId or an index that the
    /// server list does not have. The playlist's cached list goes first: calls are about to change what is there, and
    /// the service may tell the old snapshot id for half a minute more.
    void putUnfinished(const JournalEntry &entry, QObject *context, Done<Nothing> done);
    /// Also succeeds when there is none.
    void removeUnfinished(const QString &playlistId, QObject *context, Done<Nothing> done);
    void readUnfinished(QObject *context, Done<Journal> done);

    /// Adds a version of a playlist, unless the latest one is equal, and lets go of those over the limits. See
    /// AddedVersion for what else may happen.
    void addVersion(const NewVersion &version, QObject *context, Done<AddedVersion> done);
    /// Newest first.
    void listVersions(const QString &playlistId, QObject *context, Done<QList<VersionInfo>> done);
    /// NotFound for an unknown id: one that was let go of, perhaps.
    void readVersion(qint64 id, QObject *context, Done<Version> done);

    /// Keeps the list for the next time that its playlist is opened, in place of the one before, for as long as
    /// StoreOptions::cache says.
    void putCached(const CachedList &list, QObject *context, Done<Nothing> done);
    /// Nothing when there is none, or none that is young enough; without pictures when their addresses are too old.
    void readCached(const QString &playlistId, QObject *context, Done<std::optional<CachedList>> done);

    /// Deletes every entry, every version, every cached list and every damaged copy: nothing of them stays readable in
    /// the file.
    void removeEverything(QObject *context, Done<Nothing> done);

    /// Waits until all that was handed over is carried out, at most StoreOptions::closeTimeout, and closes the file.
    /// False when it takes longer (it goes on by itself, as long as the process lives). Outcomes still come; calls
    /// made from now on fail with Cancelled.
    bool close();

Q_SIGNALS:
    /// A damaged file was moved aside; the error says where to, and whether unfinished edits were saved from it. Once
    /// for each such file, before the outcome of the call that met it.
    void damaged(const segue::Error &error);
    /// What listVersions() says of this playlist is another list now (of every playlist, for an empty id): a version
    /// was added, took the place of the latest or got its dates, or everything was removed. Not for an Equal one. On
    /// the store's thread, through the event loop, once for each such call and just before its outcome, whether or not
    /// its context lives on. Nothing is said of what other processes do, nor of old versions of other playlists that
    /// are let go of along with it.
    void versionsChanged(const QString &playlistId);

private:
    template <typename T>
    void handTask(QObject *context, Done<T> done, std::function<T(const QSqlDatabase &)> task);

    void removeAged();
    [[nodiscard]] std::function<void(const QString &playlistId)> versionsTeller();

    const StoreOptions m_options;
    QTimer m_ageing; ///< what is kept for a limited time goes while the program runs, too
    WorkerThread<Worker> m_thread;
};

} // namespace segue::store
