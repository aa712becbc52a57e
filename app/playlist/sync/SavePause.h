// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/playlist/sync/RetryPause.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace segue::playlist
{

/// The time for which saving stands still, and why. GUI thread.
class SavePause : public QObject
{
    Q_OBJECT

public:
    explicit SavePause(QObject *parent = nullptr);
    /// See RetryPause.
    void setDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
    {
        m_length.setDelays(shortest, longest);
    }

    /// Something failed that may well succeed later: over() follows, the later the more failed in a row.
    void begin(const Error &trouble);
    /// Nothing failed, the service needs time, as it did `tries` times before: over() follows.
    void beginWithoutTrouble(int tries);
    /// Only the user can end it.
    void hold(const Error &trouble);
    /// No over() comes any more.
    void end();
    /// A call was answered: the next pause is a short one.
    void succeeded() { m_length.succeeded(); }

    /// When over() comes, in UTC; of the latest pause that ends by itself.
    [[nodiscard]] const QDateTime &until() const { return m_until; }
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void over();

private:
    void start(std::chrono::milliseconds length);

    QTimer m_timer;
    RetryPause m_length;
    QDateTime m_until;
    std::optional<Error> m_trouble;
};

} // namespace segue::playlist
