// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>

namespace segue::store
{

/// A thread that carries out tasks one after the other, in the order in which they were handed over.
class TaskThread
{
public:
    TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;
    /// finish() must have been called.
    ~TaskThread() = default;

    void run(std::function<void()> task);
    /// Deleted with its outstanding events delivered, once the thread has ended. From the thread that made this.
    void keepUntilFinished(QObject *object);

    /// Waits until every task is carried out, and ends the thread. False when that takes longer than `most`: the tasks
    /// are carried out all the same, as long as the process lives.
    bool finish(std::chrono::milliseconds most);

private:
    QThread *m_thread;
    QObject *m_place; ///< lives on the thread; its events are the tasks
};

} // namespace segue::store
