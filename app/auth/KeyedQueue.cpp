// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/KeyedQueue.h"

#include <QHash>

#include <deque>

namespace segue::auth
{

class KeyedQueue::Lines : public std::enable_shared_from_this<Lines>
{
public:
    void add(const QString &key, Operation operation)
    {
        Line &line = m_lines[key];
        line.waiting.push_back(std::move(operation));
        if (line.underWay == 0)
            startNext(key);
    }

private:
    struct Line {
        std::deque<Operation> waiting;
        quint64 underWay = 0; ///< the number of the operation; 0: none
    };

    void startNext(const QString &key)
    {
        Line &line = m_lines[key];
        const Operation operation = std::move(line.waiting.front());
        line.waiting.pop_front();
        const quint64 number = ++m_lastNumber;
        line.underWay = number;
        operation([lines = weak_from_this(), key, number] {
            if (const std::shared_ptr<Lines> self = lines.lock())
                self->end(key, number);
        });
    }

    void end(const QString &key, quint64 number)
    {
        const auto line = m_lines.find(key);
        if (line == m_lines.end() || line->underWay != number)
            return;
        line->underWay = 0;
        if (line->waiting.empty())
            m_lines.erase(line);
        else
            startNext(key);
    }

    QHash<QString, Line> m_lines;
    quint64 m_lastNumber = 0;
};

KeyedQueue::KeyedQueue() : m_lines(std::make_shared<Lines>()) {}

KeyedQueue::~KeyedQueue() = default;

void KeyedQueue::run(const QString &key, Operation operation)
{
    m_lines->add(key, std::move(operation));
}

} // namespace segue::auth
