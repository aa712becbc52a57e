// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/TaskThread.h"

#include <QDeadlineTimer>

namespace segue::store
{

TaskThread::TaskThread() : m_thread(new QThread), m_place(new QObject)
{
    m_thread->setObjectName(QStringLiteral("store"));
    m_place->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_place, &QObject::deleteLater);
    m_thread->start();
}

void TaskThread::run(std::function<void()> task)
{
    QMetaObject::invokeMethod(m_place, std::move(task), Qt::QueuedConnection);
}

void TaskThread::keepUntilFinished(QObject *object)
{
    // Direct: with a queued call the object would be left over when the event loop has ended for good.
    QObject::connect(m_thread, &QThread::finished, object, &QObject::deleteLater, Qt::DirectConnection);
}

bool TaskThread::finish(std::chrono::milliseconds most)
{
    // As the last task: quit() from here would overtake the others.
    run([thread = m_thread] { thread->quit(); });
    if (m_thread->wait(QDeadlineTimer(most))) {
        delete m_thread;
        return true;
    }
    QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    return false;
}

} // namespace segue::store
