// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Server.h"

#include <QTimer>

namespace segue::demo
{

Server::Server(const StandInOptions &options)
    : m_world(options), m_accounts(options.clientId, m_world.settings, m_world.tokens), m_api(m_world),
      m_covers(m_world), m_control(m_world, m_faults, m_log),
      m_front([this](const Request &request, const std::shared_ptr<Exchange> &exchange) { handle(request, exchange); })
{
}

quint16 Server::listen(QString *error)
{
    const quint16 port = m_front.listen(m_world.options.port, error);
    m_world.base = QStringLiteral("http://127.0.0.1:") + QString::number(port);
    return port;
}

void Server::handle(const Request &request, const std::shared_ptr<Exchange> &exchange)
{
    if (request.path == QLatin1String("/_control") || request.path.startsWith(QLatin1String("/_control/"))) {
        exchange->send(m_control.answer(request));
        return;
    }
    const quint64 entry = m_log.open(request);
    if (const auto fault = m_faults.take(request))
        fail(*fault, request, entry, exchange);
    else
        send(entry, exchange, carriedOut(request));
}

Answer Server::carriedOut(const Request &request)
{
    if (request.path.startsWith(QLatin1String("/v1/")))
        return m_api.answer(request);
    if (request.path == QLatin1String("/authorize") && request.method == "GET")
        return m_accounts.authorize(request);
    if (request.path == QLatin1String("/api/token") && request.method == "POST")
        return m_accounts.token(request);
    if (request.method == "GET") {
        if (const auto file = m_covers.file(request.path)) {
            Answer answer{200, *file, "image/jpeg"};
            answer.addHeader("Cache-Control", "public, max-age=86400");
            return answer;
        }
    }
    return Answer::text("Not found", 404);
}

void Server::later(int extraMs, const std::function<void()> &what)
{
    const int wait = m_world.settings.latency + extraMs;
    if (wait <= 0)
        what();
    else
        QTimer::singleShot(wait, Qt::PreciseTimer, this, what);
}

void Server::send(quint64 entry, const std::shared_ptr<Exchange> &exchange, const Answer &answer, int extraMs)
{
    m_log.close(entry, answer.status, QStringLiteral("answered"));
    later(extraMs, [this, exchange, answer] {
        exchange->send(answer);
        m_log.sent();
    });
}

void Server::fail(const Fault &fault, const Request &request, quint64 entry, const std::shared_ptr<Exchange> &exchange)
{
    const auto cut = [&] {
        m_log.close(entry, 0, QStringLiteral("cut"));
        later(fault.delay, [this, exchange] {
            exchange->cut();
            m_log.sent();
        });
    };
    if (fault.carriedOut &&
        (fault.kind == FaultKind::Status || fault.kind == FaultKind::Silence || fault.kind == FaultKind::Answer))
        (void)carriedOut(request);
    switch (fault.kind) {
    case FaultKind::RateLimit:
        return send(entry, exchange, Api::tooMany(fault.retryAfter, fault.asQuota), fault.delay);
    case FaultKind::Status:
        return send(entry, exchange, Answer::error(fault.status, fault.message), fault.delay);
    case FaultKind::DropBefore:
        return cut();
    case FaultKind::DropAfter:
        (void)carriedOut(request);
        return cut();
    case FaultKind::Truncated: {
        const Answer answer = carriedOut(request);
        m_log.close(entry, answer.status, QStringLiteral("cut off"));
        return later(fault.delay, [this, exchange, answer] {
            exchange->sendCutOff(answer);
            m_log.sent();
        });
    }
    case FaultKind::InvalidJson: {
        Answer answer = carriedOut(request);
        answer.body = answer.body.left(answer.body.size() / 2) + "<html>";
        return send(entry, exchange, answer, fault.delay);
    }
    case FaultKind::Silence:
        m_log.close(entry, 0, QStringLiteral("silent"));
        m_log.sent();
        return;
    case FaultKind::Expired:
        m_world.tokens.expire(request.authorization);
        return send(entry, exchange, carriedOut(request), fault.delay);
    case FaultKind::Delay:
        return send(entry, exchange, carriedOut(request), fault.delay);
    case FaultKind::Answer:
        return send(entry, exchange, Answer{fault.status, fault.body, fault.contentType}, fault.delay);
    }
}

} // namespace segue::demo
