// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/auth/AccessTokenSource.h"
#include "app/web/ApiRequest.h"
#include "app/web/Pacer.h"
#include "app/web/Transport.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace segue::web
{

struct SchedulerOptions {
    int maxInFlight = 6;
    /// Multiplies every wait; tests make it small. What users are told stays what the service said.
    double timeScale = 1.0;
    /// A number in [0, 1); empty: random.
    std::function<double()> jitter;
    /// Never goes back, does not follow the wall clock, and goes on while the machine sleeps; empty: the system's.
    std::function<std::chrono::milliseconds()> clock;
};

/// The clock of the options, or what stands for it.
[[nodiscard]] std::function<std::chrono::milliseconds()> clockOf(const SchedulerOptions &options);

/// Decides what is sent when, for one account. GUI thread.
///
/// - At most maxInFlight requests at a time; the most urgent first; writes before reads of equal urgency; else in
///   the order they came. A write waits for every earlier write with its writeKey. Idle ones go one by one, while
///   nothing else does.
/// - 429: nothing is sent before Retry-After is over, then the refused request goes first. Not carried out, so
///   writes are repeated as well. Longer than longestWait: everything waiting, and everything that comes before
///   the time is up, fails with RateLimited. A 429 to a cover upload holds up uploads only.
/// - After the first 429 requests are spread, so that no other follows; see Pacer.
/// - 401: the token is reported, nothing is sent until there is another one, the request is repeated once.
/// - 304 to a request with a known answer: that is the answer.
/// - 5xx, no answer, unreadable JSON: a read is tried again after the waits of readBackoff; a write is not, its
///   Error tells that it is in doubt.
/// A call that is dropped (cancelled, or its context destroyed) is never sent if it still waits; a read under way
/// is cut off, a write under way runs on unreported, because the next one may have to wait for it.
/// Do not delete it from within a report; deleteLater().
class Scheduler : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(Result<ApiAnswer>)>;

    /// `transport` and `tokens` must outlive this.
    Scheduler(Transport &transport, auth::AccessTokenSource &tokens, SchedulerOptions options,
              QObject *parent = nullptr);
    ~Scheduler() override;

    /// Exactly one report to `answered`, later, unless `context` is destroyed or the call cancelled first; then
    /// `answered` is destroyed without having been called. `context` must not be null.
    Call submit(ApiRequest request, QObject *context, Answered answered);
    /// Writes that have not left wait until this is called with false; reads go on.
    void holdWrites(bool hold);

Q_SIGNALS:
    /// See Api.
    void pausedUntil(const QDateTime &until);
    void uploadsPausedUntil(const QDateTime &until);
    void reachableChanged(bool reachable);

private:
    using Ms = std::chrono::milliseconds;
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    /// What the service told us about waiting, for one lane.
    struct Pause {
        Pacer pacer;
        Ms until{0};          ///< by m_options.clock; nothing of the lane is sent before
        bool failing = false; ///< too long to wait for: calls fail at once
        QString message;      ///< what the service said
        QDateTime wallUntil;
        Ms wallOffset{0}; ///< see wallOffset(), when wallUntil was right
        int untold = 0;   ///< 429s in a row without a usable Retry-After
    };

    [[nodiscard]] Ms now() const;
    [[nodiscard]] Ms scaled(Ms wait) const;
    [[nodiscard]] Ms wallOffset() const;
    [[nodiscard]] std::chrono::seconds remaining(const Pause &pause) const;
    void schedulePump();
    void pump();
    void endPauses();
    [[nodiscard]] Pause *pauseOf(const Job &job);
    void failLimited();
    void followWallClock();
    void tellPause(const Pause &pause, const QDateTime &until);
    [[nodiscard]] Ms notBefore(const Job &job);
    [[nodiscard]] JobPtr takeNext();
    /// Whether something else is to be over first: an earlier write to the same thing, or, for an idle one, everything.
    [[nodiscard]] bool mustWait(std::size_t index) const;
    [[nodiscard]] bool precedes(const Job &a, const Job &b) const;
    void armWakeUp();
    void askForToken();
    void tokenFailed(const Error &error);
    void send(const JobPtr &job);
    void answered(const JobPtr &job, const RawAnswer &raw);
    void judge(const JobPtr &job, const RawAnswer &raw);
    void limited(const JobPtr &job, const RawAnswer &raw);
    void refused(const JobPtr &job, const RawAnswer &raw);
    void repeatOrFail(const JobPtr &job, const Error &error);
    void drop(Job &job);
    void report(const JobPtr &job, Result<ApiAnswer> outcome);
    void setReachable(bool reachable);

    Transport &m_transport;
    auth::AccessTokenSource &m_tokens;
    SchedulerOptions m_options;
    std::vector<JobPtr> m_waiting;
    std::vector<JobPtr> m_inFlight;
    std::optional<auth::AccessToken> m_token; ///< only while pumping: its age is the source's business
    bool m_tokenAsked = false;
    int m_tokenFailures = 0;
    Ms m_tokenNotBefore{0};
    Pause m_accountPause; ///< its pacer counts everything
    Pause m_coverPause;
    quint64 m_submitted = 0;
    bool m_pumpScheduled = false;
    Ms m_pumpedAt{0};
    bool m_reachable = true;
    bool m_writesHeld = false;
    QTimer m_wakeUp;
};

} // namespace segue::web
