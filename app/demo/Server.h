// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Accounts.h"
#include "app/demo/Api.h"
#include "app/demo/Control.h"
#include "app/demo/Covers.h"
#include "app/demo/HttpFront.h"
#include "app/demo/World.h"

#include <QObject>

namespace segue::demo
{

/// Puts the parts together, on the one thread that all of them live on: log, faults, latency, and which part a
/// request is for.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(const StandInOptions &options);

    /// The port, or 0 with the reason in `error`.
    quint16 listen(QString *error);
    [[nodiscard]] Answer control(const Request &request) { return m_control.answer(request); }

private:
    void handle(const Request &request, const std::shared_ptr<Exchange> &exchange);
    void fail(const Fault &fault, const Request &request, quint64 entry, const std::shared_ptr<Exchange> &exchange);
    [[nodiscard]] Answer carriedOut(const Request &request);
    void later(int extraMs, const std::function<void()> &what);
    void send(quint64 entry, const std::shared_ptr<Exchange> &exchange, const Answer &answer, int extraMs = 0);

    World m_world;
    Faults m_faults;
    RequestLog m_log;
    Accounts m_accounts;
    Api m_api;
    Covers m_covers;
    Control m_control;
    HttpFront m_front;
};

} // namespace segue::demo
