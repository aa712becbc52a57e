// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"

#include <QElapsedTimer>

#include <deque>

namespace segue::demo
{

/// What was asked of the stand-in, for tests to look at. Tokens, codes, verifiers and secrets are not in it:
/// of those it holds only that they were there.
class RequestLog
{
public:
    RequestLog() { m_clock.start(); }

    /// Writes a request down at its arrival; the number is for close().
    quint64 open(const Request &request);
    /// How it ended: the status (0: none was sent) and "answered", "cut", "cut off" or "silent".
    void close(quint64 number, int status, const QString &ending);
    /// The answer has left, so this one no longer counts as waiting.
    void sent();
    void clear() { m_entries.clear(); }

    /// All of it, or those that match: ?method=, ?path= (a regular expression), ?since= (a number).
    [[nodiscard]] QJsonArray toJson(const Form &filter) const;

private:
    struct Entry {
        quint64 number = 0;
        QJsonObject json;
    };

    QElapsedTimer m_clock;
    std::deque<Entry> m_entries;
    quint64 m_next = 1;
    int m_waiting = 0;
};

} // namespace segue::demo
