// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Caller.h"

#include <QMetaObject>

namespace segue::web
{

namespace
{

/// Everything that another answer could depend on: the account is always the same.
QByteArray addressOf(const ApiRequest &request)
{
    return request.path.toUtf8() + '?' + request.query.toString(QUrl::FullyEncoded).toUtf8();
}

} // namespace

Caller::Caller(QUrl base, auth::AccessTokenSource &tokens, QNetworkAccessManager &network, DialectMemory &dialects,
               CallerOptions options, QObject *parent)
    : QObject(parent), m_answers(clockOf(options.scheduler), options.cacheBytes),
      m_transport(std::move(base), network, std::move(options.transport)),
      m_scheduler(m_transport, tokens, std::move(options.scheduler)), m_dialects(dialects, std::move(options.clientId))
{
    connect(&m_scheduler, &Scheduler::pausedUntil, this, &Caller::pausedUntil);
    connect(&m_scheduler, &Scheduler::uploadsPausedUntil, this, &Caller::uploadsPausedUntil);
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
    const std::optional<QByteArray> fresh =
        request.mayBeKept ? m_answers.fresh(addressOf(request)) : std::optional<QByteArray>();
    if (!fresh) {
        stepOverNetwork(operation, std::move(request), std::move(answered));
        return;
    }
    QMetaObject::invokeMethod(
        operation->context,
        [operation, answered = std::move(answered), body = *fresh] {
            if (operation->isActive())
                answered(ApiAnswer{.json = QJsonDocument::fromJson(body), .body = body, .keeping = {}});
        },
        Qt::QueuedConnection);
}

void Caller::stepOverNetwork(const OperationPtr &operation, ApiRequest request, Answered answered)
{
    // What is read while nobody waits is read once, and would only drive out what is asked for again.
    const bool mayBeKnown = !request.isWrite() && request.answersJson && request.priority != Priority::Idle;
    const QByteArray address = addressOf(request);
    if (mayBeKnown)
        request.known = m_answers.known(address);
    operation->current =
        m_scheduler.submit(std::move(request), operation->context,
                           [this, address, mayBeKnown, answered = std::move(answered)](Result<ApiAnswer> answer) {
                               if (mayBeKnown && answer)
                                   m_answers.keep(address, *answer);
                               answered(std::move(answer));
                           });
}

} // namespace segue::web
