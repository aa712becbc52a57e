// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Scheduler.h"

#include "app/web/ApiError.h"
#include "app/web/Backoff.h"
#include "app/web/RetryAfter.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <ctime>

Q_LOGGING_CATEGORY(lcWebScheduler, "segue.web.scheduler", QtInfoMsg)

namespace segue::web
{

namespace
{

constexpr int fewestInWindow = 30;
constexpr int fewestUploads = 1;
/// Timers do not count while the machine sleeps, and nobody tells that the wall clock was set: so often one looks.
constexpr std::chrono::milliseconds longestSleep = std::chrono::minutes{1};
constexpr std::chrono::milliseconds noticeable = std::chrono::seconds{2};

/// Counted from 1; the last one for all beyond.
template <std::size_t size>
std::chrono::seconds nth(const std::array<std::chrono::seconds, size> &waits, int n)
{
    return waits[std::min(static_cast<std::size_t>(n), size) - 1];
}

std::chrono::milliseconds systemClock()
{
#ifdef CLOCK_BOOTTIME
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                                     std::chrono::nanoseconds(time.tv_nsec));
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

std::function<std::chrono::milliseconds()> clockOf(const SchedulerOptions &options)
{
    return options.clock ? options.clock : systemClock;
}

struct Scheduler::Job final : Call::Control {
    QPointer<Scheduler> scheduler;
    ApiRequest request;
    QPointer<QObject> context;
    QMetaObject::Connection contextGone;
    Answered answered; ///< empty once reported or dropped
    quint64 number = 0;
    Ms notBefore{0};
    Ms sentAt{0};
    int failures = 0;
    int rateLimits = 0;
    bool hadFreshToken = false; ///< repeated after a 401 already
    auth::AccessToken token;
    QPointer<Transmission> transmission;

    void cancel() override
    {
        if (scheduler && answered)
            scheduler->drop(*this);
    }
    void setPriority(Priority priority) override { request.priority = priority; }
    [[nodiscard]] bool isActive() const override { return scheduler && context && answered; }
};

Scheduler::Scheduler(Transport &transport, auth::AccessTokenSource &tokens, SchedulerOptions options, QObject *parent)
    : QObject(parent), m_transport(transport), m_tokens(tokens),
      m_options(std::move(options)), m_accountPause{.pacer = Pacer(scaled(rateWindow), fewestInWindow),
                                                    .wallUntil = {}},
      m_coverPause{.pacer = Pacer(scaled(rateWindow), fewestUploads), .wallUntil = {}}
{
    m_options.clock = clockOf(m_options);
    if (!m_options.jitter)
        m_options.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    m_wakeUp.setSingleShot(true);
    m_wakeUp.setTimerType(Qt::PreciseTimer); // a coarse one may fire early, and the pump would only arm it again
    connect(&m_wakeUp, &QTimer::timeout, this, &Scheduler::pump);
}

Scheduler::~Scheduler()
{
    for (const JobPtr &job : m_inFlight)
        if (job->transmission)
            job->transmission->abort();
}

Scheduler::Ms Scheduler::now() const
{
    return m_options.clock();
}

Scheduler::Ms Scheduler::scaled(Ms wait) const
{
    return Ms{static_cast<qint64>(static_cast<double>(wait.count()) * m_options.timeScale)};
}

Call Scheduler::submit(ApiRequest request, QObject *context, Answered answered)
{
    Q_ASSERT(context);
    auto job = std::make_shared<Job>();
    job->scheduler = this;
    job->request = std::move(request);
    job->context = context;
    job->answered = std::move(answered);
    job->number = ++m_submitted;
    job->contextGone = connect(context, &QObject::destroyed, this, [weak = std::weak_ptr(job)] {
        if (const JobPtr alive = weak.lock())
            alive->cancel();
    });
    m_waiting.push_back(job);
    schedulePump();
    return Call(job);
}

void Scheduler::schedulePump()
{
    if (std::exchange(m_pumpScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &Scheduler::pump, Qt::QueuedConnection);
}

void Scheduler::pump()
{
    m_pumpScheduled = false;
    m_pumpedAt = now();
    endPauses();
    followWallClock();
    failLimited();
    while (static_cast<int>(m_inFlight.size()) < m_options.maxInFlight) {
        if (!m_token) {
            if (!m_tokenAsked && now() >= m_tokenNotBefore &&
                std::any_of(m_waiting.begin(), m_waiting.end(),
                            [this](const JobPtr &job) { return notBefore(*job) <= now() && !pauseOf(*job); }))
                askForToken();
            break;
        }
        const JobPtr job = takeNext();
        if (!job)
            break;
        send(job);
    }
    armWakeUp();
}

/// What is still to be waited, as the service counts.
std::chrono::seconds Scheduler::remaining(const Pause &pause) const
{
    const double left = static_cast<double>((pause.until - now()).count()) / m_options.timeScale;
    return std::chrono::ceil<std::chrono::seconds>(Ms{static_cast<qint64>(left)});
}

/// Changes only when the wall clock is set.
Scheduler::Ms Scheduler::wallOffset() const
{
    return Ms{QDateTime::currentMSecsSinceEpoch()} - now();
}

/// When a job may leave, as far as its own tries and the pace of all are concerned. As seen when the pump began: what
/// had to wait then must not look as if it had not when the wake-up is set.
Scheduler::Ms Scheduler::notBefore(const Job &job)
{
    Ms earliest = std::max(job.notBefore, m_accountPause.pacer.earliest(job.request.priority, m_pumpedAt));
    if (job.request.lane == Lane::Cover)
        earliest = std::max(earliest, m_coverPause.pacer.earliest(job.request.priority, m_pumpedAt));
    return earliest;
}

/// The end of a pause is told as a time of day, and means another one after the clock was set.
void Scheduler::followWallClock()
{
    for (Pause *pause : {&m_accountPause, &m_coverPause}) {
        const Ms set = wallOffset() - pause->wallOffset;
        if (pause->until.count() == 0 || (set < noticeable && set > -noticeable))
            continue;
        pause->wallOffset += set;
        pause->wallUntil = pause->wallUntil.addMSecs(set.count());
        tellPause(*pause, pause->wallUntil);
    }
}

void Scheduler::tellPause(const Pause &pause, const QDateTime &until)
{
    if (&pause == &m_accountPause)
        Q_EMIT pausedUntil(until);
    else
        Q_EMIT uploadsPausedUntil(until);
}

/// The pause that keeps a job from being sent right now.
Scheduler::Pause *Scheduler::pauseOf(const Job &job)
{
    if (m_accountPause.until > now())
        return &m_accountPause;
    if (job.request.lane == Lane::Cover && m_coverPause.until > now())
        return &m_coverPause;
    return nullptr;
}

void Scheduler::endPauses()
{
    for (Pause *pause : {&m_accountPause, &m_coverPause}) {
        if (pause->until.count() == 0 || pause->until > now())
            continue;
        pause->until = Ms{0};
        pause->failing = false;
        tellPause(*pause, {});
    }
}

void Scheduler::failLimited()
{
    const std::vector<JobPtr> waiting = m_waiting; // callers may submit or cancel meanwhile
    for (const JobPtr &job : waiting) {
        const Pause *pause = pauseOf(*job);
        if (pause && pause->failing && job->answered)
            report(job, Unexpected(rateLimitError(remaining(*pause), pause->wallUntil, pause->message)));
    }
}

bool Scheduler::precedes(const Job &a, const Job &b) const
{
    if (a.request.priority != b.request.priority)
        return a.request.priority > b.request.priority;
    if (a.request.isWrite() != b.request.isWrite())
        return a.request.isWrite();
    return a.number < b.number;
}

bool Scheduler::mustWait(std::size_t index) const
{
    const Job &job = *m_waiting[index];
    if (job.request.priority == Priority::Idle && !m_inFlight.empty())
        return true;
    if (!job.request.isWrite())
        return false;
    if (m_writesHeld)
        return true;
    const auto blocks = [&job](const JobPtr &other) {
        return other->request.isWrite() && other->request.writeKey == job.request.writeKey &&
               other->number < job.number;
    };
    return std::any_of(m_inFlight.begin(), m_inFlight.end(), blocks) ||
           std::any_of(m_waiting.begin(), m_waiting.end(), blocks);
}

void Scheduler::holdWrites(bool hold)
{
    m_writesHeld = hold;
    if (!hold)
        schedulePump();
}

Scheduler::JobPtr Scheduler::takeNext()
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < m_waiting.size(); ++i) {
        const Job &job = *m_waiting[i];
        if ((best && !precedes(job, *m_waiting[*best])) || pauseOf(job) || notBefore(job) > now() || mustWait(i))
            continue;
        best = i;
    }
    if (!best)
        return {};
    JobPtr job = m_waiting[*best];
    m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(*best));
    return job;
}

void Scheduler::armWakeUp()
{
    Ms earliest = Ms::max();
    const auto consider = [&](Ms when) {
        if (when > m_pumpedAt) // not now(): what has come due since was not sent by that pump
            earliest = std::min(earliest, when);
    };
    // Also without anybody waiting: whoever shows the pause wants to know that it is over.
    consider(m_accountPause.until);
    consider(m_coverPause.until);
    if (!m_waiting.empty())
        consider(m_tokenNotBefore);
    for (const JobPtr &job : m_waiting)
        consider(notBefore(*job));
    if (earliest == Ms::max())
        m_wakeUp.stop();
    else
        m_wakeUp.start(std::clamp(earliest - now() + Ms{1}, Ms{1}, longestSleep));
}

void Scheduler::askForToken()
{
    m_tokenAsked = true;
    m_tokens.requestToken(this, [this](Result<auth::AccessToken> token) {
        m_tokenAsked = false;
        if (!token) {
            tokenFailed(token.error());
            return;
        }
        m_tokenFailures = 0;
        m_token = std::move(*token);
        pump();
        m_token.reset();
    });
}

void Scheduler::tokenFailed(const Error &error)
{
    if (error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout)
        setReachable(false);
    if (error.isPassing() && m_tokenFailures < static_cast<int>(readBackoff.size())) {
        m_tokenNotBefore = now() + scaled(readBackoff[static_cast<std::size_t>(m_tokenFailures++)]);
        armWakeUp();
        return;
    }
    m_tokenFailures = 0;
    const std::vector<JobPtr> waiting = m_waiting;
    for (const JobPtr &job : waiting)
        if (job->answered)
            report(job, Unexpected(error));
}

void Scheduler::send(const JobPtr &job)
{
    job->token = *m_token;
    job->sentAt = now();
    m_accountPause.pacer.sent(job->sentAt);
    if (job->request.lane == Lane::Cover)
        m_coverPause.pacer.sent(job->sentAt);
    m_inFlight.push_back(job);
    job->transmission = m_transport.send(job->request, job->token.value, [this, job](const RawAnswer &raw) {
        std::erase(m_inFlight, job);
        answered(job, raw);
        schedulePump();
    });
}

void Scheduler::answered(const JobPtr &job, const RawAnswer &raw)
{
    if (raw.failure != RawAnswer::Failure::Address)
        setReachable(raw.status != 0);
    if (raw.status == 429) // concerns everybody, even when nobody waits for this one any more
        limited(job, raw);
    else if (job->answered)
        judge(job, raw);
}

void Scheduler::judge(const JobPtr &job, const RawAnswer &raw)
{
    m_accountPause.untold = 0;
    if (job->request.lane == Lane::Cover)
        m_coverPause.untold = 0;

    if (raw.status == 401 && raw.failure == RawAnswer::Failure::None) {
        refused(job, raw);
        return;
    }
    const bool unchanged =
        raw.failure == RawAnswer::Failure::None && raw.status == 304 && !job->request.known.tag.isEmpty();
    const bool success =
        unchanged || (raw.failure == RawAnswer::Failure::None && raw.status >= 200 && raw.status < 300);
    if (!success) {
        const Error error = errorFrom(raw, job->request);
        if (error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout ||
            error.kind == ErrorKind::ServerFault)
            repeatOrFail(job, error);
        else
            report(job, Unexpected(error));
        return;
    }
    ApiAnswer answer{.status = unchanged ? 200 : raw.status};
    if (job->request.answersJson) {
        answer.body = unchanged ? job->request.known.body : raw.body;
        answer.keeping = raw.keeping;
        if (unchanged && answer.keeping.tag.isEmpty())
            answer.keeping.tag = job->request.known.tag;
        QJsonParseError parsing;
        answer.json = QJsonDocument::fromJson(answer.body, &parsing);
        if (answer.json.isNull()) {
            repeatOrFail(job, badAnswer(QStringLiteral("not JSON at byte %1 of %2: %3")
                                            .arg(parsing.offset)
                                            .arg(raw.body.size())
                                            .arg(parsing.errorString())));
            return;
        }
    }
    report(job, std::move(answer));
}

void Scheduler::limited(const JobPtr &job, const RawAnswer &raw)
{
    Pause &pause = job->request.lane == Lane::Cover ? m_coverPause : m_accountPause;
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    auto wait = parseRetryAfter(raw.retryAfter, wallNow);
    if (!wait) {
        if (pause.untold == 0 || pause.until <= now()) // not for each of those that were under way together
            ++pause.untold;
        wait = isQuotaExceeded(raw) ? nth(quotaPause, pause.untold) : nth(untoldPause, pause.untold);
    }
    wait = std::max(*wait, std::chrono::seconds{1}); // "0" would make us hammer
    // A quota that is used up, and a ban for hours, tell nothing of what goes in half a minute.
    if (!isQuotaExceeded(raw) && *wait <= longestWait)
        pause.pacer.refused(job->sentAt, now());
    qCInfo(lcWebScheduler) << "rate-limited for" << wait->count() << "s";

    const Ms until = now() + scaled(*wait);
    if (until > pause.until) {
        pause.until = until;
        pause.message = serverMessage(raw);
        pause.wallUntil = wallNow.addSecs(wait->count());
        pause.wallOffset = wallOffset();
        pause.failing = *wait > longestWait;
        tellPause(pause, pause.wallUntil);
    }
    if (!job->answered)
        return;
    if (pause.failing || ++job->rateLimits > rateLimitTries)
        report(job, Unexpected(rateLimitError(remaining(pause), pause.wallUntil, pause.message)));
    else
        m_waiting.push_back(job); // with its old number: it goes first again
}

void Scheduler::refused(const JobPtr &job, const RawAnswer &raw)
{
    const Error error = errorFrom(raw, job->request);
    if (error.kind == ErrorKind::MissingScope || job->hadFreshToken) {
        report(job, Unexpected(error));
        return;
    }
    m_tokens.reportRejected(job->token); // no effect if another request noticed first
    job->hadFreshToken = true;
    m_waiting.push_back(job);
}

void Scheduler::repeatOrFail(const JobPtr &job, const Error &error)
{
    if (job->request.isWrite() || job->failures >= static_cast<int>(readBackoff.size())) {
        report(job, Unexpected(error));
        return;
    }
    const Ms wait = scaled(readBackoff[static_cast<std::size_t>(job->failures++)]);
    job->notBefore =
        now() + wait + Ms{static_cast<qint64>(static_cast<double>(wait.count()) * backoffJitter * m_options.jitter())};
    m_waiting.push_back(job);
}

void Scheduler::drop(Job &job)
{
    const auto silenced = std::exchange(job.answered, nullptr); // destroyed last: what it holds may call back
    disconnect(job.contextGone);
    std::erase_if(m_waiting, [&job](const JobPtr &waiting) { return waiting.get() == &job; });
    const bool underWay =
        std::any_of(m_inFlight.begin(), m_inFlight.end(), [&job](const JobPtr &other) { return other.get() == &job; });
    // Cutting off a write would not undo it, only let the next one overtake. An upload is worth stopping.
    if (underWay && (!job.request.isWrite() || job.request.lane == Lane::Cover)) {
        if (job.transmission)
            job.transmission->abort();
        std::erase_if(m_inFlight, [&job](const JobPtr &other) { return other.get() == &job; });
    }
    schedulePump();
}

void Scheduler::report(const JobPtr &job, Result<ApiAnswer> outcome)
{
    std::erase(m_waiting, job);
    disconnect(job->contextGone);
    const auto tell = std::exchange(job->answered, nullptr);
    if (tell && job->context)
        tell(std::move(outcome));
}

void Scheduler::setReachable(bool reachable)
{
    if (std::exchange(m_reachable, reachable) != reachable)
        Q_EMIT reachableChanged(reachable);
}

} // namespace segue::web
