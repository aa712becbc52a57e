// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Synchronizer.h"

#include "app/playlist/Document.h"
#include "app/playlist/EditJournal.h"
#include "app/playlist/ListOps.h"
#include "app/playlist/ListReader.h"
#include "app/playlist/Reconcile.h"
#include "app/web/Api.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

#include <algorithm>

namespace segue::playlist
{

Q_LOGGING_CATEGORY(logSync, "segue.sync", QtInfoMsg)

namespace
{

/// Two reports tell of ranges over a hundred that did nothing: the first such move is read back.
constexpr int trustedRange = 100;

/// A few moves are done before anybody has read a question about them.
constexpr int callsWithoutAsking = 5;

/// A new order can usually be read 0.6 s after the write, at times much later; own lists of that time are remembered,
/// so that an old answer is not taken for somebody else's edit.
constexpr std::chrono::seconds catchUpTime{30};
constexpr std::size_t rememberedLists = 8;
constexpr int maxStaleReads = 5;

/// What has to be done to `from` to make it `to`.
struct Difference {
    int added = 0;
    int removed = 0;
    int moved = 0;
    [[nodiscard]] int total() const { return added + removed + moved; }
};

Difference difference(const RowList &from, const RowList &to)
{
    RowId highest = 0;
    for (const RowList *list : {&from, &to}) {
        for (const RowId id : *list)
            highest = std::max(highest, id);
    }
    const std::size_t ids = static_cast<std::size_t>(highest) + 1;
    std::vector<bool> had(ids, false);
    std::vector<bool> has(ids, false);
    for (const RowId id : from)
        had[id] = true;
    for (const RowId id : to)
        has[id] = true;
    const std::vector<bool> moved = movedRows(from, to, ids);
    return {.added = static_cast<int>(std::count_if(to.begin(), to.end(), [&had](RowId id) { return !had[id]; })),
            .removed = static_cast<int>(std::count_if(from.begin(), from.end(), [&has](RowId id) { return !has[id]; })),
            .moved = static_cast<int>(std::count(moved.begin(), moved.end(), true))};
}

} // namespace

Synchronizer::Synchronizer(web::Api &api, Document &document, QString userId, QObject *parent)
    : QObject(parent), m_api(api), m_document(document), m_userId(std::move(userId)),
      m_reader(std::make_unique<ListReader>(api, document.details().id))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Synchronizer::resume);
    connect(&m_document, &Document::wantedChanged, this, [this] {
        m_planValid = false;
        m_draft.reset();
        ++m_wantedNumber;
        m_replaceReady = false;
        abandonPlanning();
        scheduleKick();
        publish();
    });
    connect(&m_document, &Document::completed, this, [this] {
        if (m_journal)
            m_journal->remember(store::VersionSource::Seen, {});
        scheduleKick();
    });
    connect(&m_api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable && m_activity == Activity::Waiting && m_trouble && m_trouble->kind != ErrorKind::RateLimited)
            resume();
    });

    connect(m_reader.get(), &ListReader::totalKnown, this, [this](int total) {
        m_read.clear();
        m_read.resize(total);
    });
    connect(m_reader.get(), &ListReader::page, this, [this](int offset, const QList<web::PlaylistEntry> &entries) {
        for (qsizetype i = 0; i < entries.size() && offset + i < m_read.size(); ++i)
            m_read[offset + i] = entries.at(i);
    });
    connect(m_reader.get(), &ListReader::finished, this, &Synchronizer::readingDone);
    connect(m_reader.get(), &ListReader::failed, this, [this](const Error &error) {
        Q_EMIT rereadFailed(error);
        if (error.isPassing()) {
            m_rereadWanted = true;
            waitAfter(error, Activity::Waiting);
        } else {
            hold(error);
        }
    });
}

Synchronizer::~Synchronizer()
{
    m_searchStop.request_stop();
}

RowLookup Synchronizer::lookup() const
{
    return [this](RowId id) -> const Row & { return m_document.row(id); };
}

void Synchronizer::setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
{
    m_shortestDelay = shortest;
    m_longestDelay = longest;
}

void Synchronizer::readAgain()
{
    m_rereadWanted = true;
    scheduleKick();
}

void Synchronizer::resume()
{
    if (m_activity != Activity::Waiting && m_activity != Activity::Settling && m_activity != Activity::Held)
        return;
    m_retry.stop();
    m_trouble.reset();
    setActivity(Activity::Idle);
    kick();
}

void Synchronizer::cancel()
{
    m_cancelWanted = true;
    abandonPlanning();
    if (m_activity == Activity::Waiting || m_activity == Activity::Held) {
        m_retry.stop();
        m_trouble.reset();
        setActivity(Activity::Idle);
    }
    scheduleKick();
}

/// Through the event loop, so that edits made in one go (a cut and a paste, a macro) are planned as one.
void Synchronizer::scheduleKick()
{
    if (m_kickScheduled)
        return;
    m_kickScheduled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_kickScheduled = false;
            keepWanted();
            kick();
        },
        Qt::QueuedConnection);
}

void Synchronizer::kick()
{
    if (m_activity != Activity::Idle || !m_document.isComplete()) {
        publish();
        return;
    }
    // A doubt is settled before anything else: nothing may be planned from a list we are not sure of.
    if (m_doubtful || m_rereadWanted) {
        startReading();
        return;
    }
    if (m_cancelWanted) {
        m_cancelWanted = false;
        if (!m_document.isInSync())
            Q_EMIT cancelDue();
    }
    if (m_document.isInSync()) {
        if (m_journal && m_callsDone > 0)
            m_journal->remember(store::VersionSource::Made, m_what);
        m_callsDone = 0;
        m_plan.clear();
        m_planValid = false;
        m_preferred.clear();
        m_chosen.reset();
        if (m_journal)
            m_journal->drop();
        publish();
        confirmAdded();
        return;
    }
    if (!m_planValid) {
        replan();
        return;
    }
    sendNext();
}

void Synchronizer::sendNext()
{
    if (m_plan.empty()) {
        publish();
        return;
    }
    if (m_journal && m_keptNumber != m_wantedNumber) {
        // On disk before the first call leaves; being written down goes on from here.
        keepWanted();
        publish();
        return;
    }
    if (m_journal && !m_replaceReady && std::holds_alternative<ReplaceStep>(m_plan.front())) {
        keepBeforeReplacing();
        return;
    }
    send(m_plan.front());
}

/// Also while nothing can be sent: edits made without a network survive the program, too.
void Synchronizer::keepWanted()
{
    if (!m_journal || !m_document.isComplete() || m_document.isInSync() || m_keepingNumber == m_wantedNumber)
        return;
    m_keepingNumber = m_wantedNumber;
    m_journal->keep(m_what, [this, number = m_wantedNumber] {
        m_keptNumber = number;
        kick();
    });
}

bool Synchronizer::isKept() const
{
    return m_journal && m_journal->works() && m_keptNumber == m_wantedNumber;
}

/// A replaced list that is interrupted is a cut-off list: what it was, and what it is to be, are in the store before.
void Synchronizer::keepBeforeReplacing()
{
    setActivity(Activity::Keeping);
    m_journal->remember(store::VersionSource::Seen, {}, [this, number = m_wantedNumber] {
        if (number != m_wantedNumber)
            return;
        m_journal->keep(
            m_what,
            [this] {
                m_replaceReady = true;
                setActivity(Activity::Idle);
                kick();
            },
            EditJournal::Form::Replacement);
    });
}

void Synchronizer::replan()
{
    const PlanOptions options{.positionsHonoured = m_positionsWork && m_api.honoursPositions(),
                              .rangeCap = m_rangeCap,
                              .preferToMove = m_preferred,
                              .style = m_chosen.value_or(m_way.value_or(SaveWay::KeepDates)) == SaveWay::Calm
                                           ? order::Style::Calm
                                           : order::Style::Fewest};
    m_draft.emplace(m_document.server(), m_document.wanted(), lookup(), options);
    if (m_draft->moves().isQuick()) {
        planned({.moves = m_draft->moves().run(), .calm = {}});
        return;
    }
    m_searchStop = std::stop_source();
    m_search = std::make_unique<QFutureWatcher<Searched>>();
    connect(m_search.get(), &QFutureWatcherBase::finished, this, [this] {
        const Searched searched = m_search->result();
        m_search.release()->deleteLater(); // this is its slot
        setActivity(Activity::Idle);
        // Unless whoever heard of that wants another list.
        if (m_draft)
            planned(searched);
    });
    // Not a continuation: that may run at once, within run().
    m_search->setFuture(QtConcurrent::run([task = m_draft->moves(), stop = m_searchStop.get_token(), ask = !m_way] {
        Searched searched{.moves = task.run(stop), .calm = {}};
        if (ask) {
            MoveTask calm = task;
            calm.style = order::Style::Calm;
            searched.calm = calm.run(stop);
        }
        return searched;
    }));
    // Last: whoever hears of it may already want another list.
    setActivity(Activity::Planning);
}

/// Another list is wanted now: what is being looked for, or asked about, is of no use.
void Synchronizer::abandonPlanning()
{
    if (m_activity == Activity::Choosing || m_activity == Activity::Keeping) {
        m_choice.reset();
        setActivity(Activity::Idle);
        return;
    }
    if (m_activity != Activity::Planning)
        return;
    m_searchStop.request_stop();
    m_search.reset();
    m_draft.reset();
    setActivity(Activity::Idle);
}

void Synchronizer::setWay(std::optional<SaveWay> way)
{
    m_way = way;
    if (way && m_activity == Activity::Choosing)
        choose(*way);
}

void Synchronizer::choose(SaveWay way)
{
    if (m_activity != Activity::Choosing)
        return;
    m_choice.reset();
    m_chosen = way;
    setActivity(Activity::Idle);
    kick();
}

void Synchronizer::planned(const Searched &searched)
{
    Plan plan = m_draft->finished(searched.moves, lookup());
    const int moves = static_cast<int>(searched.moves.moves.size());
    // Only an order can be saved in several ways, and only a long one is worth another: a remembered "fast" must not
    // cost a list its dates for a drag or a removal.
    const bool isLongOrder = moves > callsWithoutAsking;
    if (isLongOrder && !m_way && !m_chosen) {
        const int calls = static_cast<int>(plan.steps.size());
        SaveChoice choice{.keepDates = calls, .calm = calls, .fast = {}};
        if (searched.calm)
            choice.calm += static_cast<int>(searched.calm->moves.size()) - moves;
        if (canReplaceWith(m_document.wanted(), lookup()))
            choice.fast = static_cast<int>(planReplacing(m_document.wanted(), lookup()).steps.size());
        m_draft.reset();
        m_choice = choice;
        setActivity(Activity::Choosing);
        // Whoever heard of that may have chosen, or want another list.
        if (m_choice)
            Q_EMIT choiceNeeded(choice);
        return;
    }
    if (isLongOrder && m_chosen.value_or(m_way.value_or(SaveWay::KeepDates)) == SaveWay::Fast &&
        canReplaceWith(m_document.wanted(), lookup())) {
        // Once it is replaced, what is left to add costs fewer calls than replacing it again.
        Plan replacing = planReplacing(m_document.wanted(), lookup());
        if (replacing.steps.size() < plan.steps.size())
            plan = std::move(replacing);
    }
    m_draft.reset();
    if (!plan.impossible.empty()) {
        // They cannot go, so they come back on screen: what is shown is what Spotify will have.
        RowList list = m_document.server();
        for (const Step &step : plan.steps)
            list = applied(list, step);
        m_document.setWanted(list);
        Q_EMIT refused(Error{.kind = ErrorKind::BadRequest,
                             .userText = tr("Spotify's service has no way to remove unavailable entries and local "
                                            "files from this playlist. They are still there; remove them in "
                                            "Spotify's own program.")});
        scheduleKick();
        return;
    }
    m_plan.assign(std::make_move_iterator(plan.steps.begin()), std::make_move_iterator(plan.steps.end()));
    m_planValid = true;
    sendNext();
}

void Synchronizer::send(const Step &step)
{
    m_expectedAfter = applied(m_document.server(), step);
    if (const auto *add = std::get_if<AddStep>(&step))
        m_document.markAdded(add->rows, m_userId);
    if (const auto *replace = std::get_if<ReplaceStep>(&step))
        m_document.markAdded(replace->rows, m_userId);
    m_confirmTried = false;
    setActivity(Activity::Sending);
    const QString &id = m_document.details().id;
    const auto done = [this, step](const Result<QString> &result) { answered(step, result); };
    if (const auto *move = std::get_if<MoveStep>(&step)) {
        m_api.reorder(id, move->call, this, done);
    } else if (const auto *replace = std::get_if<ReplaceStep>(&step)) {
        m_api.replaceItems(id, replace->uris, this, done);
    } else if (const auto *add = std::get_if<AddStep>(&step)) {
        m_api.addItems(id, add->uris, add->position, this, done);
    } else {
        const auto &remove = std::get<RemoveStep>(step);
        // Positions hold for a known snapshot only. Without one we would have to trust the library's, which may be old.
        m_api.removeItems(id, remove.targets,
                          remove.usesPositions() ? (m_snapshot.isEmpty() ? m_document.details().snapshotId : m_snapshot)
                                                 : QString(),
                          this, done);
    }
}

void Synchronizer::answered(const Step &step, const Result<QString> &result)
{
    setActivity(Activity::Idle);
    if (!result) {
        const Error &error = result.error();
        qCInfo(logSync) << "write not confirmed:" << error.httpStatus << error.detail;
        if (error.leavesWriteInDoubt()) {
            m_doubtful = step;
            waitAfter(error, Activity::Settling);
        } else if (error.kind == ErrorKind::RateLimited) {
            waitAfter(error, Activity::Waiting);
        } else if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::MissingScope) {
            hold(error);
        } else {
            refuse(error);
        }
        return;
    }

    m_failuresInARow = 0;
    m_snapshot = *result;
    ++m_callsDone;
    const auto *move = std::get_if<MoveStep>(&step);
    const auto *remove = std::get_if<RemoveStep>(&step);
    if ((move && move->call.rangeLength > trustedRange && !m_longRangesWork) || (remove && remove->usesPositions())) {
        m_doubtful = step;
        waitAfter({}, Activity::Settling);
        return;
    }
    if (m_planValid && !m_plan.empty())
        m_plan.pop_front();
    rememberPast(m_document.server());
    m_document.setServer(m_expectedAfter);
    kick();
}

void Synchronizer::rememberPast(const RowList &list)
{
    m_past.push_back(list);
    if (m_past.size() > rememberedLists)
        m_past.pop_front();
    m_sinceWrite.start();
}

bool Synchronizer::isOwnPast(const RowList &list) const
{
    return m_sinceWrite.isValid() && m_sinceWrite.elapsed() < std::chrono::milliseconds(catchUpTime).count() &&
           std::find(m_past.begin(), m_past.end(), list) != m_past.end();
}

void Synchronizer::refuse(const Error &error)
{
    Q_EMIT refused(error);
    m_document.setWanted(m_document.server());
    m_planValid = false;
    // The refusal may come from a list that is not what we think it is.
    m_rereadWanted = error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::NotAllowed;
    scheduleKick();
}

void Synchronizer::startReading()
{
    m_rereadWanted = false;
    m_read.clear();
    setActivity(Activity::Reading);
    m_reader->start(static_cast<int>(m_document.server().size()));
}

void Synchronizer::readingDone()
{
    const RowList before = m_document.server();
    std::vector<RowList> candidates;
    if (m_doubtful) {
        candidates.push_back(m_expectedAfter);
        candidates.push_back(before);
        if (const auto *remove = std::get_if<RemoveStep>(&*m_doubtful))
            candidates.push_back(appliedWithoutPositions(before, *remove, lookup()));
    } else {
        candidates.push_back(before);
    }
    const RowList now = identify(m_document, m_read, candidates);
    m_read.clear();

    const auto *move = m_doubtful ? std::get_if<MoveStep>(&*m_doubtful) : nullptr;
    const auto *remove = m_doubtful ? std::get_if<RemoveStep>(&*m_doubtful) : nullptr;
    const bool expected = std::find(candidates.begin(), candidates.end(), now) != candidates.end();
    if (move && move->call.rangeLength > trustedRange) {
        if (now == m_expectedAfter && now != before)
            m_longRangesWork = true;
        else if (now == before)
            m_rangeCap = trustedRange;
    }
    if (remove && remove->usesPositions() && now != m_expectedAfter && now != before)
        m_positionsWork = false;

    if (!expected && !m_doubtful && isOwnPast(now) && m_staleReads < maxStaleReads) {
        // The order we left a moment ago: the service has not caught up with our own last call yet.
        ++m_staleReads;
        m_rereadWanted = true;
        waitAfter({}, Activity::Settling);
        return;
    }
    m_staleReads = 0;

    // What we did ourselves is no foreign change: only a list that none of our calls leads to is merged, and with the
    // one of our lists that it is nearest to, so that an edit taken back meanwhile does not come back as theirs.
    const RowList *base = &candidates.front();
    Difference foreign = difference(*base, now);
    for (const RowList &candidate : candidates) {
        const Difference other = difference(candidate, now);
        if (other.total() < foreign.total()) {
            foreign = other;
            base = &candidate;
        }
    }
    const RowList wanted = expected ? m_document.wanted() : merged(*base, m_document.wanted(), now);
    m_doubtful.reset();
    m_failuresInARow = 0;
    m_planValid = false;
    m_document.setServer(now);
    if (!expected) {
        if (m_journal)
            m_journal->remember(store::VersionSource::Seen, {});
        m_document.setWanted(wanted);
        Q_EMIT mergedForeignChanges(foreign.added, foreign.removed, foreign.moved);
    }
    setActivity(Activity::Idle);
    Q_EMIT rereadDone();
    scheduleKick();
}

/// Rows added here have no date and perhaps no title yet; once all is quiet they are read where they should be.
void Synchronizer::confirmAdded()
{
    if (m_confirmTried)
        return;
    const RowList &list = m_document.server();
    const auto unconfirmed = [this](RowId id) { return !m_document.row(id).confirmed; };
    const auto first = std::find_if(list.begin(), list.end(), unconfirmed);
    if (first == list.end())
        return;
    const int offset = static_cast<int>(first - list.begin());
    setActivity(Activity::Confirming);
    m_api.entries(m_document.details().id, offset, web::itemsPageLimit, web::Priority::Normal, this,
                  [this, offset](const Result<web::EntryPage> &result) { confirmed(offset, result); });
}

void Synchronizer::confirmed(int first, const Result<web::EntryPage> &result)
{
    setActivity(Activity::Idle);
    const RowList list = m_document.server();
    if (!result) {
        // Not worth a message: the rows are saved, only their dates are not known. The next reading tells.
        m_confirmTried = true;
        scheduleKick();
        return;
    }
    bool fits = result->total == static_cast<int>(list.size());
    for (qsizetype i = 0; fits && i < result->entries.size(); ++i) {
        const auto position = static_cast<std::size_t>(first + i);
        const web::PlaylistEntry &entry = result->entries.at(i);
        fits = position < list.size() &&
               m_document.row(list[position]).uri() == (entry.medium ? entry.medium->uri : QString());
    }
    if (!fits || result->entries.isEmpty()) {
        m_confirmTried = true;
        m_rereadWanted = true;
    } else {
        for (qsizetype i = 0; i < result->entries.size(); ++i) {
            const RowId id = list[static_cast<std::size_t>(first + i)];
            if (!m_document.row(id).confirmed)
                m_document.updateRow(id, result->entries.at(i));
        }
    }
    scheduleKick();
}

/// After a lost answer: the service may still be carrying the write out, so the list is not read at once.
void Synchronizer::waitAfter(const Error &error, Activity activity)
{
    std::chrono::milliseconds delay = m_shortestDelay;
    for (int i = 0; i < m_failuresInARow && delay < m_longestDelay; ++i)
        delay *= 2;
    delay = std::min(delay, m_longestDelay);
    if (error.retryAfter)
        delay = std::max<std::chrono::milliseconds>(delay, *error.retryAfter);
    if (!error.userText.isEmpty()) {
        ++m_failuresInARow;
        m_trouble = error;
    }
    m_until = QDateTime::currentDateTimeUtc().addMSecs(delay.count());
    // A timer counts at most 24 days; a service that asks for more is asked again then.
    m_retry.start(std::min<std::chrono::milliseconds>(delay, std::chrono::hours(24)));
    setActivity(activity);
}

void Synchronizer::hold(const Error &error)
{
    m_trouble = error;
    setActivity(Activity::Held);
}

void Synchronizer::setActivity(Activity activity)
{
    m_activity = activity;
    publish();
}

void Synchronizer::publish()
{
    SaveStatus status;
    status.callsDone = m_callsDone;
    status.callsTotal = m_callsDone + static_cast<int>(m_planValid ? m_plan.size() : 0);
    const bool pending = !m_document.isInSync() || m_doubtful;
    switch (m_activity) {
    case Activity::Idle:
    case Activity::Confirming:
        if (pending)
            status.state = m_document.isComplete() ? SaveStatus::State::Saving : SaveStatus::State::Loading;
        break;
    case Activity::Planning:
        status.state = SaveStatus::State::Planning;
        break;
    case Activity::Choosing:
        status.state = SaveStatus::State::Choosing;
        break;
    case Activity::Keeping:
    case Activity::Sending:
        status.state = SaveStatus::State::Saving;
        break;
    case Activity::Settling:
    case Activity::Reading:
        status.state = SaveStatus::State::Checking;
        break;
    case Activity::Waiting:
        status.state = SaveStatus::State::Waiting;
        status.until = m_until;
        status.error = m_trouble;
        break;
    case Activity::Held:
        status.state = SaveStatus::State::Held;
        status.error = m_trouble;
        break;
    }
    m_status = status;
    Q_EMIT statusChanged();
}

} // namespace segue::playlist
