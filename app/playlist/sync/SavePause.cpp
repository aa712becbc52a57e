// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/SavePause.h"

#include <algorithm>

namespace segue::playlist
{

namespace
{

/// A timer counts at most 24 days; a service that asks for more is asked again then.
constexpr std::chrono::milliseconds longestTimer = std::chrono::hours(24);

} // namespace

SavePause::SavePause(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SavePause::over);
}

void SavePause::begin(const Error &trouble)
{
    m_trouble = trouble;
    start(m_length.afterFailure(trouble));
}

void SavePause::beginWithoutTrouble(int tries)
{
    start(m_length.pause(tries));
}

void SavePause::hold(const Error &trouble)
{
    m_trouble = trouble;
}

void SavePause::end()
{
    m_timer.stop();
    m_trouble.reset();
}

void SavePause::start(std::chrono::milliseconds length)
{
    m_until = QDateTime::currentDateTimeUtc().addMSecs(length.count());
    m_timer.start(std::min(length, longestTimer));
}

} // namespace segue::playlist
