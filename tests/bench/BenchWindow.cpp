// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchWindow.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <ctime>

namespace segue::bench
{

namespace
{

/// Milliseconds of processor time of this thread.
double threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

StallWatch::StallWatch()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest = std::max(m_longest, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        m_clock.restart();
        const double work = threadTime();
        m_mostWork = std::max(m_mostWork, work - m_workSoFar);
        m_workSoFar = work;
    });
}

void StallWatch::start()
{
    m_longest = 0;
    m_mostWork = 0;
    m_workSoFar = threadTime();
    m_clock.start();
    m_timer.start();
}

double StallWatch::stop()
{
    m_timer.stop();
    return m_longest;
}

void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void runUntil(const std::function<bool()> &condition, std::chrono::seconds patience)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > std::chrono::milliseconds(patience).count())
            qFatal("waited %d s for nothing", static_cast<int>(patience.count()));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
}

double rounded(double value)
{
    return qRound(value * 10) / 10.0;
}

namespace
{

QByteArray tokenOf(const BenchService &service)
{
    return service
        .control("POST", QStringLiteral("/tokens"),
                 {{QStringLiteral("action"), QStringLiteral("issue")},
                  {QStringLiteral("scope"),
                   QStringLiteral("playlist-read-private playlist-read-collaborative user-read-private "
                                  "playlist-modify-private playlist-modify-public")}})
        .value(QLatin1String("access_token"))
        .toString()
        .toLatin1();
}

} // namespace

BenchWindow::BenchWindow(const BenchService &service, int items, const QString &storePath)
    : m_store(storePath.isEmpty() ? nullptr : std::make_unique<store::Store>(store::StoreOptions{.path = storePath})),
      m_token(tokenOf(service)),
      m_caller(service.apiUrl(), m_token, m_network, m_dialects, {.clientId = QStringLiteral("bench")}),
      m_images(m_imageNetwork), m_library(m_api), m_artwork(m_images),
      m_workspace(new ui::Workspace({.api = m_api, .library = m_library, .artwork = m_artwork, .store = m_store.get()},
                                    m_commands, m_seams, m_settings))
{
    m_window.setCentralWidget(m_workspace);
    m_window.resize(1280, 800);
    m_window.show();
    m_workspace->start(QString());
    runUntil([this] { return !m_library.playlists().isEmpty() && !m_library.isLoading(); });
    for (const web::Playlist &playlist : m_library.playlists()) {
        if (playlist.itemCount == items)
            m_big = playlist.id;
        else if (playlist.itemCount == 0 && playlist.ownerId == m_library.user().id)
            m_empty = playlist.id;
    }
    if (m_big.isEmpty() || m_empty.isEmpty())
        qFatal("the library has no such playlists");
}

BenchWindow::~BenchWindow() = default;

} // namespace segue::bench
