// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <utility>

namespace segue::demo
{

/// A value whose changes are seen late: now() is the truth that writes work on, shown() what reads get.
template <typename T>
class Lagging
{
public:
    Lagging() = default;
    explicit Lagging(T value) : m_now(std::move(value)) {}

    [[nodiscard]] const T &now() const { return m_now; }

    void set(T value, int lagMs = 0)
    {
        if (lagMs <= 0 && m_earlier.isEmpty()) {
            m_now = std::move(value);
            return;
        }
        const qint64 time = QDateTime::currentMSecsSinceEpoch();
        m_earlier.append({std::move(m_now), std::max(time + lagMs, m_earlier.isEmpty() ? 0 : m_earlier.last().second)});
        m_now = std::move(value);
    }

    [[nodiscard]] const T &shown()
    {
        const qint64 time = QDateTime::currentMSecsSinceEpoch();
        while (!m_earlier.isEmpty() && m_earlier.first().second <= time)
            m_earlier.removeFirst();
        return m_earlier.isEmpty() ? m_now : m_earlier.first().first;
    }

private:
    T m_now{};
    QList<std::pair<T, qint64>> m_earlier; ///< what was there, and until when it is shown
};

} // namespace segue::demo
