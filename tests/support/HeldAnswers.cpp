// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HeldAnswers.h"

#include <QMetaObject>

namespace segue::test
{

void HeldAnswers::hold(bool on)
{
    m_holding = on;
    if (!on)
        release(heldCount());
}

void HeldAnswers::release(int count)
{
    for (; count > 0 && !m_held.empty(); --count) {
        QMetaObject::invokeMethod(
            this,
            [this, deliver = std::move(m_held.front())] {
                deliver();
                Q_EMIT answered();
            },
            Qt::QueuedConnection);
        m_held.pop_front();
    }
}

void HeldAnswers::post(std::function<void()> deliver)
{
    m_held.push_back(std::move(deliver));
    if (!m_holding)
        release();
}

std::optional<HeldAnswers::Fault> HeldAnswers::takeFault()
{
    if (m_faults.empty())
        return {};
    const Fault fault = m_faults.front();
    m_faults.pop_front();
    return fault;
}

} // namespace segue::test
