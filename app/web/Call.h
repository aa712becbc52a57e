// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace segue::web
{

/// How soon a read is wanted. The scheduler always sends the most urgent one next; writes keep their
/// order among themselves and go before reads of equal urgency.
enum class Priority {
    Idle,       ///< sent one by one, while nothing else is under way
    Background, ///< nobody is waiting: the rest of a long list
    Normal,     ///< wanted soon
    Visible,    ///< on screen right now, shown as a gap
};

/// A call that is waiting or under way. Copies refer to the same call; a default-made one to none.
/// GUI thread only. Dropping the last copy does not cancel the call.
class Call
{
public:
    /// What the scheduler implements.
    class Control
    {
    public:
        virtual ~Control() = default;
        virtual void cancel() = 0;
        virtual void setPriority(Priority priority) = 0;
        [[nodiscard]] virtual bool isActive() const = 0;
    };

    Call() = default;
    explicit Call(std::shared_ptr<Control> control) : m_control(std::move(control)) {}

    /// The outcome will not be reported. A write that has already left may still be carried out.
    void cancel() const
    {
        if (m_control)
            m_control->cancel();
    }

    /// Matters only as long as the call waits for its turn.
    void setPriority(Priority priority) const
    {
        if (m_control)
            m_control->setPriority(priority);
    }

    [[nodiscard]] bool isActive() const { return m_control && m_control->isActive(); }

private:
    std::shared_ptr<Control> m_control;
};

} // namespace segue::web
