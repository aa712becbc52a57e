// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace segue::test
{

/// How the fakes of the typed calls answer: through the event loop, or when a test lets them.
class HeldAnswers : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Fault {
        Error error;
        bool carriedOut = false; ///< the write happened, only its answer is lost
    };
    /// The next calls end so.
    void failNext(const Fault &fault) { m_faults.push_back(fault); }

    /// Answers wait until release() (or hold(false)).
    void hold(bool on);
    void release(int count = 1);
    [[nodiscard]] int heldCount() const { return static_cast<int>(m_held.size()); }

    /// Made when it is due, so that a test can change things in between. A fault on order comes in its place;
    /// `make` runs all the same where that was carried out.
    template <typename T>
    web::Call answer(QObject *context, Done<T> done, std::function<Result<T>()> make)
    {
        return answer<T>(context, std::move(done), std::move(make), takeFault());
    }
    /// With this fault, if any, whatever has been ordered.
    template <typename T>
    web::Call answer(QObject *context, Done<T> done, std::function<Result<T>()> make, std::optional<Fault> fault);

Q_SIGNALS:
    /// Some call's outcome has been told.
    void answered();

private:
    struct Held : web::Call::Control {
        void cancel() override { active = false; }
        void setPriority(web::Priority) override {}
        [[nodiscard]] bool isActive() const override { return active; }
        bool active = true;
    };

    void post(std::function<void()> deliver);
    [[nodiscard]] std::optional<Fault> takeFault();

    std::deque<Fault> m_faults;
    std::deque<std::function<void()>> m_held;
    bool m_holding = false;
};

template <typename T>
web::Call HeldAnswers::answer(QObject *context, Done<T> done, std::function<Result<T>()> make,
                              std::optional<Fault> fault)
{
    auto control = std::make_shared<Held>();
    post([control, fault = std::move(fault), context = QPointer<QObject>(context), done = std::move(done),
          make = std::move(make)] {
        Result<T> outcome = fault && !fault->carriedOut ? Result<T>(Unexpected(fault->error)) : make();
        if (fault && outcome)
            outcome = Unexpected(fault->error);
        if (!context || !std::exchange(control->active, false))
            return;
        done(std::move(outcome));
    });
    return web::Call(control);
}

} // namespace segue::test
