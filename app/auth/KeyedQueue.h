// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>

namespace segue::auth
{

/// Runs operations that end some time later: those on one key one after the other, those on different keys side by
/// side. One thread.
class KeyedQueue
{
public:
    /// Ends the operation and starts the next one on its key, before it returns. Has no effect a second time, nor once
    /// the queue is gone.
    using End = std::function<void()>;
    using Operation = std::function<void(const End &end)>;

    KeyedQueue();
    KeyedQueue(const KeyedQueue &) = delete;
    KeyedQueue &operator=(const KeyedQueue &) = delete;
    /// Operations that wait are dropped.
    ~KeyedQueue();

    /// Starts the operation before it returns when none is under way on `key`, else when its turn comes. One that never
    /// ends holds up its key as long as the queue lives.
    void run(const QString &key, Operation operation);

private:
    class Lines;
    const std::shared_ptr<Lines> m_lines;
};

} // namespace segue::auth
