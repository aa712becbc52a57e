// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/DialectFinder.h"

#include "app/web/ApiError.h"
#include "app/web/ParsePlaylist.h"

#include <QLoggingCategory>
#include <QPointer>

Q_LOGGING_CATEGORY(lcWebDialect, "segue.web.dialect", QtInfoMsg)

namespace segue::web
{

DialectFinder::DialectFinder(DialectMemory &memory, QString clientId, QObject *parent)
    : QObject(parent), m_memory(memory), m_clientId(std::move(clientId)), m_known(memory.load(m_clientId))
{
}

void DialectFinder::run(std::function<bool()> stillWanted, Attempt attempt, Concluded concluded)
{
    Waiting call{std::move(stillWanted), std::move(attempt), std::move(concluded)};
    if (m_probing && !m_known)
        m_waiting.push_back(std::move(call));
    else
        start(std::move(call));
}

void DialectFinder::start(Waiting call)
{
    std::shared_ptr<void> probe;
    if (!m_known) {
        // Released when the last function that holds it is gone, so that a cancelled probe stops nobody.
        m_probing = true;
        probe = std::shared_ptr<void>(nullptr, [self = QPointer(this)](void *) {
            if (self)
                QMetaObject::invokeMethod(self.data(), &DialectFinder::probeOver, Qt::QueuedConnection);
        });
    }
    const Dialect first = m_known.value_or(m_hint);
    const auto attempt = call.attempt;
    attempt(first, [this, call = std::move(call), first, probe](Result<ApiAnswer> outcome) {
        if (outcome)
            learn(first, *outcome);
        if (outcome || !mayMeanUnknownRoute(outcome.error()) || (m_known == first && m_confirmed)) {
            call.concluded(first, std::move(outcome));
            return;
        }
        secondTry(call, otherThan(first), outcome.error(), probe);
    });
}

void DialectFinder::secondTry(const Waiting &call, Dialect dialect, const Error &firstError,
                              std::shared_ptr<void> probe)
{
    call.attempt(dialect, [this, call, dialect, firstError, probe = std::move(probe)](Result<ApiAnswer> outcome) {
        if (outcome)
            learn(dialect, *outcome);
        if (outcome || !mayMeanUnknownRoute(outcome.error())) {
            call.concluded(dialect, std::move(outcome));
            return;
        }
        // Both refuse. Of a 403 and a 404 only one can be about the route, so the other one is about the playlist;
        // which is which cannot be told, and "not allowed" is true of both.
        Error error = firstError;
        if (error.kind != ErrorKind::NotAllowed && outcome.error().kind == ErrorKind::NotAllowed)
            error = outcome.error();
        call.concluded(dialect, Unexpected(error));
    });
}

/// `asked` has been answered. Some routes answer in both dialects, so what a playlist in the answer looks like counts
/// for more.
void DialectFinder::learn(Dialect asked, const ApiAnswer &answer)
{
    const QJsonObject object = answer.json.object();
    // Albums and results of a search have an object of that name, too.
    const bool isPlaylist = object.value(QLatin1String("owner")).isObject();
    const Dialect dialect = isPlaylist ? dialectHint(object).value_or(asked) : asked;
    m_confirmed = true;
    if (m_known == dialect)
        return;
    qCInfo(lcWebDialect) << "this client id gets the dialect" << tableOf(dialect).name;
    m_known = dialect;
    m_memory.save(m_clientId, dialect);
    probeOver();
}

void DialectFinder::probeOver()
{
    m_probing = false;
    while (!m_waiting.empty() && (m_known || !m_probing)) {
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (next.stillWanted())
            start(std::move(next)); // the next probe while nothing is known
    }
}

} // namespace segue::web
