// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/TaskThread.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace segue::store
{

/// A worker that keeps a file, on a thread of its own, and the way of its outcomes back. Used on one thread, the
/// caller's; the worker is made there, works and closes on its own. `Worker` has close().
template <typename Worker>
class WorkerThread
{
public:
    /// `make` is called once, at once. What it is given lives on the caller's thread, as long as outcomes may come, for
    /// what else the worker has to tell.
    explicit WorkerThread(const std::function<std::shared_ptr<Worker>(QObject *outbox)> &make)
        : m_outbox(new QObject), m_worker(make(m_outbox))
    {
        m_thread.emplace();
        m_thread->keepUntilFinished(m_outbox);
    }

    /// Tasks are carried out in their order; each has one outcome, as Done says. `context` is never null and lives on
    /// the caller's thread. Fails with Cancelled once closed.
    template <typename T>
    void hand(QObject *context, Done<T> done, std::function<Result<T>(Worker &)> task);

    /// Waits until all that was handed over is carried out, at most so long, and closes the file. False when it takes
    /// longer: it goes on by itself, as long as the process lives. Outcomes still come.
    bool close(std::chrono::milliseconds most);

    [[nodiscard]] QObject *outbox() const { return m_outbox; }

private:
    /// Who waits for an outcome. Made, called and let go of on the caller's thread: what `done` holds is the caller's.
    template <typename T>
    struct Call {
        QPointer<QObject> context;
        Done<T> done;
    };
    template <typename T>
    static void post(QObject *outbox, std::shared_ptr<Call<T>> &&call, Result<T> result);

    QObject *m_outbox;
    std::shared_ptr<Worker> m_worker;
    std::optional<TaskThread> m_thread; ///< none once closed
};

template <typename Worker>
template <typename T>
void WorkerThread<Worker>::post(QObject *outbox, std::shared_ptr<Call<T>> &&call, Result<T> result)
{
    QMetaObject::invokeMethod(
        outbox,
        [call = std::move(call), result = std::move(result)]() mutable {
            // Taken out of the event: the thread that posted it may be the last to let go of that.
            const std::shared_ptr<Call<T>> mine = std::move(call);
            if (mine->context)
                mine->done(std::move(result));
        },
        Qt::QueuedConnection);
}

template <typename Worker>
template <typename T>
void WorkerThread<Worker>::hand(QObject *context, Done<T> done, std::function<Result<T>(Worker &)> task)
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
        post<T>(outbox, std::move(call), task(*worker));
    });
}

template <typename Worker>
bool WorkerThread<Worker>::close(std::chrono::milliseconds most)
{
    if (!m_thread)
        return true;
    m_thread->run([worker = std::move(m_worker)] { worker->close(); });
    const bool finished = m_thread->finish(most);
    m_thread.reset();
    return finished;
}

} // namespace segue::store
