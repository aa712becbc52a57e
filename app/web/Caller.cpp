// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Caller.h"

namespace segue::web
{

Caller::Caller(QUrl base, auth::AccessTokenSource &tokens, QNetworkAccessManager &network, DialectMemory &dialects,
               CallerOptions options, QObject *parent)
    : QObject(parent), m_transport(std::move(base), network, std::move(options.transport)),
      m_scheduler(m_transport, tokens, std::move(options.scheduler)), m_dialects(dialects, std::move(options.clientId))
{
    connect(&m_scheduler, &Scheduler::pausedUntil, this, &Caller::pausedUntil);
    connect(&m_scheduler, &Scheduler::reachableChanged, this, &Caller::reachableChanged);
}

Caller::~Caller() = default;

Caller::OperationPtr Caller::begin(QObject *context, Priority priority)
{
    Q_ASSERT(context);
    auto operation = std::make_shared<Operation>();
    operation->context = context;
    operation->priority = priority;
    return operation;
}

void Caller::step(const OperationPtr &operation, ApiRequest request, Answered answered)
{
    if (!operation->isActive())
        return;
    request.priority = operation->priority;
    operation->current = m_scheduler.submit(std::move(request), operation->context, std::move(answered));
}

} // namespace segue::web
