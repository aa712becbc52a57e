// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"
#include "app/web/AnswerCache.h"
#include "app/web/Call.h"
#include "app/web/DialectFinder.h"
#include "app/web/Scheduler.h"
#include "app/web/TextPool.h"
#include "app/web/Transport.h"

#include <QPointer>
#include <QUrl>

#include <algorithm>

class QNetworkAccessManager;

namespace segue::web
{

struct CallerOptions {
    QString clientId; ///< what the dialect is remembered under
    TransportOptions transport;
    SchedulerOptions scheduler;
    qsizetype cacheBytes = AnswerCache::usualBytes; ///< of answers that are kept; 0: none
};

/// How the typed calls of one account get their answers: builds them of requests, dialects, the one Scheduler that
/// paces all of them, and parsers. The clients of every family of calls share one. GUI thread.
class Caller : public QObject
{
    Q_OBJECT

public:
    struct Operation;
    using OperationPtr = std::shared_ptr<Operation>;
    using Answered = std::function<void(Result<ApiAnswer>)>;
    using Build = std::function<ApiRequest(Dialect)>;
    template <typename T>
    using Parse = std::function<Result<T>(const ApiAnswer &, Dialect)>;

    /// `base` such as https://api.spotify.com/v1. The references must outlive this.
    Caller(QUrl base, auth::AccessTokenSource &tokens, QNetworkAccessManager &network, DialectMemory &dialects,
           CallerOptions options, QObject *parent = nullptr);
    ~Caller() override;

    /// One request, alike in both dialects.
    template <typename T>
    Call plain(const ApiRequest &request, QObject *context, Done<T> done, Parse<T> parse);
    /// One request alike in both dialects but for the size of its page: `most` (0: no matter), and no more than the
    /// dialect gives; the smaller measure while none is known.
    template <typename T>
    Call inPages(int DialectTable::*measure, int most, Priority priority, QObject *context, Done<T> done,
                 std::function<ApiRequest(int limit)> build, Parse<T> parse);
    /// One request that differs by dialect, which is found out if need be; unless `wrong` says why not.
    template <typename T>
    Call inDialect(const std::optional<Error> &wrong, Priority priority, QObject *context, Done<T> done, Build build,
                   Parse<T> parse);
    /// Reports an error through the event loop, as a call that failed would.
    template <typename T>
    Call refuse(const Error &error, QObject *context, Done<T> done);

    // For calls of several requests, under one handle.
    //
    // A read asks whether the earlier answer to it is still the one, which then need not be sent. Only a request that
    // mayBeKept is answered without asking, as long as the service allows.
    [[nodiscard]] static OperationPtr begin(QObject *context, Priority priority);
    void step(const OperationPtr &operation, ApiRequest request, Answered answered);
    template <typename T>
    void runInDialect(const OperationPtr &operation, const Done<T> &done, Build build, Parse<T> parse);
    template <typename T>
    static void finish(const OperationPtr &operation, const Done<T> &done, Result<T> outcome);

    [[nodiscard]] DialectFinder &dialects() { return m_dialects; }
    [[nodiscard]] std::optional<Dialect> dialect() const { return m_dialects.known(); }
    [[nodiscard]] TextPool &texts() { return m_texts; }

    /// Nothing is written until this is called with false, for example while nobody knows whose the token is.
    void holdWrites(bool hold) { m_scheduler.holdWrites(hold); }

    /// What has become known of the user who is signed in; empty until then.
    struct User {
        QString id;
        QString country; ///< where the service tells it
    };
    void setUser(const User &user) { m_user = user; }
    [[nodiscard]] const User &user() const { return m_user; }

Q_SIGNALS:
    /// See Api.
    void pausedUntil(const QDateTime &until);
    void uploadsPausedUntil(const QDateTime &until);
    void reachableChanged(bool reachable);

private:
    void stepOverNetwork(const OperationPtr &operation, ApiRequest request, Answered answered);

    AnswerCache m_answers;
    Transport m_transport;
    Scheduler m_scheduler;
    DialectFinder m_dialects;
    TextPool m_texts;
    User m_user;
};

/// A call that may take several requests.
struct Caller::Operation final : Call::Control {
    QPointer<QObject> context;
    Priority priority = Priority::Normal;
    bool active = true;
    Call current;

    void cancel() override
    {
        active = false;
        std::exchange(current, {}).cancel();
    }
    void setPriority(Priority changed) override
    {
        priority = changed;
        current.setPriority(changed);
    }
    [[nodiscard]] bool isActive() const override { return active && context; }
};

template <typename T>
void Caller::finish(const OperationPtr &operation, const Done<T> &done, Result<T> outcome)
{
    if (!operation->isActive())
        return;
    operation->active = false;
    operation->current = {};
    done(std::move(outcome));
}

template <typename T>
Call Caller::refuse(const Error &error, QObject *context, Done<T> done)
{
    const OperationPtr operation = begin(context, Priority::Normal);
    QMetaObject::invokeMethod(
        context, [operation, done = std::move(done), error] { finish<T>(operation, done, Unexpected(error)); },
        Qt::QueuedConnection);
    return Call(operation);
}

template <typename T>
Call Caller::plain(const ApiRequest &request, QObject *context, Done<T> done, Parse<T> parse)
{
    const OperationPtr operation = begin(context, request.priority);
    step(operation, request, [operation, done = std::move(done), parse = std::move(parse)](Result<ApiAnswer> answer) {
        finish<T>(operation, done, answer ? parse(*answer, {}) : Unexpected(answer.error()));
    });
    return Call(operation);
}

template <typename T>
Call Caller::inPages(int DialectTable::*measure, int most, Priority priority, QObject *context, Done<T> done,
                     std::function<ApiRequest(int)> build, Parse<T> parse)
{
    // Both dialects have the route, so it cannot tell them apart: what is known decides, and is not learnt here.
    constexpr Dialect smaller = Dialect::Items;
    const auto limitIn = [measure, most](Dialect dialect) {
        const int limit = tableOf(dialect).*measure;
        return most > 0 ? std::min(most, limit) : limit;
    };
    const int limit = limitIn(dialect().value_or(smaller));
    const int smallerLimit = limitIn(smaller);
    const OperationPtr operation = begin(context, priority);
    const Answered take = [operation, done = std::move(done), parse = std::move(parse)](Result<ApiAnswer> answer) {
        finish<T>(operation, done, answer ? parse(*answer, {}) : Result<T>(Unexpected(answer.error())));
    };
    step(operation, build(limit), [this, operation, build, take, limit, smallerLimit](Result<ApiAnswer> answer) {
        // The dialect that was remembered may be that of another day.
        const bool maybeTooMany = !answer && answer.error().httpStatus == 400 && limit > smallerLimit;
        if (maybeTooMany)
            step(operation, build(smallerLimit), take);
        else
            take(std::move(answer));
    });
    return Call(operation);
}

template <typename T>
void Caller::runInDialect(const OperationPtr &operation, const Done<T> &done, Build build, Parse<T> parse)
{
    m_dialects.run([operation] { return operation->isActive(); },
                   [this, operation, build = std::move(build)](Dialect dialect, Answered answered) {
                       step(operation, build(dialect), std::move(answered));
                   },
                   [operation, done, parse = std::move(parse)](Dialect dialect, Result<ApiAnswer> answer) {
                       finish<T>(operation, done,
                                 answer ? parse(*answer, dialect) : Result<T>(Unexpected(answer.error())));
                   });
}

template <typename T>
Call Caller::inDialect(const std::optional<Error> &wrong, Priority priority, QObject *context, Done<T> done,
                       Build build, Parse<T> parse)
{
    if (wrong)
        return refuse<T>(*wrong, context, std::move(done));
    const OperationPtr operation = begin(context, priority);
    runInDialect<T>(operation, done, std::move(build), std::move(parse));
    return Call(operation);
}

/// What writes answer that tell nothing more.
[[nodiscard]] inline Result<Nothing> accepted(const ApiAnswer &, Dialect)
{
    return Nothing{};
}

} // namespace segue::web
