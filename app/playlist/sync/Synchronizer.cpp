// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/Synchronizer.h"

#include "app/playlist/Document.h"
#include "app/playlist/sync/AddedRows.h"
#include "app/playlist/sync/EditJournal.h"
#include "app/playlist/sync/Reconcile.h"
#include "app/playlist/sync/StepCall.h"
#include "app/playlist/sync/WholeListReader.h"
#include "app/web/Api.h"

#include <QLoggingCategory>

#include <algorithm>

namespace segue::playlist
{

Q_LOGGING_CATEGORY(logSync, "segue.sync", QtInfoMsg)

namespace
{

EditJournal::Form formFor(const Step &step)
{
    return std::holds_alternative<ReplaceStep>(step) ? EditJournal::Form::Replacement : EditJournal::Form::Difference;
}

} // namespace

Synchronizer::Synchronizer(web::Api &api, Document &document, EditJournal &journal, QString userId, QObject *parent)
    : QObject(parent), m_api(api), m_document(document), m_journal(journal), m_userId(std::move(userId)),
      m_search(document), m_reader(std::make_unique<WholeListReader>(api, document.details().id)),
      m_added(std::make_unique<AddedRows>(api, document))
{
    connect(&m_pause, &SavePause::over, this, &Synchronizer::resume);
    connect(&m_document, &Document::wantedChanged, this, &Synchronizer::onWantedChanged);
    connect(&m_document, &Document::completed, this, [this] {
        m_snapshots.mayBelong(m_document.details().snapshotId, m_document.server());
        scheduleKick();
    });
    connect(&m_journal, &EditJournal::settled, this, [this] {
        if (m_activity == Activity::Keeping)
            setActivity(Activity::Idle);
        kick();
    });
    connect(&m_search, &PlanSearch::found, this, &Synchronizer::takePlan);
    connect(&m_search, &PlanSearch::choiceNeeded, this, [this](const SaveChoice &choice) {
        setActivity(Activity::Choosing);
        // Whoever heard of that may have chosen, or want another list.
        if (m_search.choice())
            Q_EMIT choiceNeeded(choice);
    });
    connect(&m_api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable && m_activity == Activity::Waiting && m_pause.trouble() &&
            m_pause.trouble()->kind != ErrorKind::RateLimited)
            resume();
    });
    connect(&m_api, &web::Api::pausedUntil, this, [this](const QDateTime &until) {
        if (!until.isValid() && m_activity == Activity::Waiting && m_pause.trouble() &&
            m_pause.trouble()->kind == ErrorKind::RateLimited)
            resume();
    });
    connect(m_reader.get(), &WholeListReader::done, this, &Synchronizer::readingDone);
    connect(m_reader.get(), &WholeListReader::failed, this, &Synchronizer::readingFailed);
    connect(m_added.get(), &AddedRows::done, this, [this] {
        setActivity(Activity::Idle);
        scheduleKick();
    });
    connect(m_added.get(), &AddedRows::mismatch, this, [this] {
        setActivity(Activity::Idle);
        readAgain();
    });
}

Synchronizer::~Synchronizer() = default;

RowLookup Synchronizer::lookup() const
{
    return [this](RowId id) -> const Row & { return m_document.row(id); };
}

// -- what others want ---------------------------------------------------------------------------------------------

bool Synchronizer::honoursPositions() const
{
    return m_traits.positionsWork() && m_api.honoursPositions();
}

/// What is being looked for, asked about or written down is of no use any more.
void Synchronizer::onWantedChanged()
{
    m_cancelWanted = false;
    m_planRevision = -1;
    m_search.abandon();
    if (m_activity == Activity::Planning || m_activity == Activity::Choosing || m_activity == Activity::Keeping)
        m_activity = Activity::Idle;
    // Undone: there is nothing left that could wait for better times.
    if (isStopped() && m_document.isInSync() && !m_doubtful && !m_rereadWanted)
        endPause();
    scheduleKick();
    publish();
}

QString Synchronizer::listSnapshot() const
{
    return m_snapshots.idOf(m_document.server());
}

bool Synchronizer::isStopped() const
{
    return m_activity == Activity::Waiting || m_activity == Activity::Held;
}

void Synchronizer::endPause()
{
    m_pause.end();
    m_activity = Activity::Idle;
}

void Synchronizer::readAgain()
{
    m_rereadWanted = true;
    scheduleKick();
}

void Synchronizer::hear(const QString &snapshotId)
{
    const bool isNew = m_snapshots.hear(snapshotId);
    // While we write, new ones are our own; and whoever edited meanwhile will be found by what the calls do.
    if (!isNew || m_activity != Activity::Idle || !m_document.isComplete() || !m_document.isInSync())
        return;
    (void)m_snapshots.ask(snapshotId);
    readAgain();
}

void Synchronizer::resume()
{
    if (m_activity != Activity::Settling && !isStopped())
        return;
    endPause();
    kick();
}

void Synchronizer::cancel()
{
    if (m_document.isInSync() && !m_doubtful && m_activity != Activity::Sending)
        return;
    m_cancelWanted = true;
    m_search.abandon();
    m_planRevision = -1;
    switch (m_activity) {
    case Activity::Waiting:
    case Activity::Held:
    case Activity::Planning:
    case Activity::Choosing:
    case Activity::Keeping:
        endPause();
        publish();
        break;
    case Activity::Idle:
    case Activity::Sending:
    case Activity::Settling:
    case Activity::Reading:
    case Activity::Confirming:
        break;
    }
    scheduleKick();
}

// -- what to do next ----------------------------------------------------------------------------------------------

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
            // Also while nothing can be sent: edits made without a network survive the program, too.
            m_journal.keep();
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
    if (std::exchange(m_cancelWanted, false) && !m_document.isInSync())
        Q_EMIT cancelDue();
    if (m_document.isInSync())
        finishInSync();
    else if (m_planRevision != m_document.wantedRevision())
        replan();
    else
        sendNext();
}

void Synchronizer::finishInSync()
{
    m_versionDue = m_versionDue || m_callsDone > 0;
    m_journal.drop();
    m_callsDone = 0;
    m_plan.clear();
    m_planRevision = -1;
    m_preferred.clear();
    m_search.forgetChoice();
    m_checkedRefusal = false;
    if (m_added->confirm()) {
        setActivity(Activity::Confirming);
        return;
    }
    // Not before rows that were added have their dates.
    if (std::exchange(m_versionDue, false))
        m_journal.remember(store::VersionSource::Made);
    publish();
}

void Synchronizer::replan()
{
    // Before it starts: a plan that is quickly found comes inside the call.
    m_activity = Activity::Planning;
    m_search.start({.positionsHonoured = honoursPositions() && !m_snapshots.isHopeless(),
                    .rangeCap = m_traits.rangeCap(),
                    .preferToMove = m_preferred});
    if (m_activity == Activity::Planning)
        publish();
}

void Synchronizer::takePlan(const Plan &plan)
{
    m_activity = Activity::Idle;
    if (!plan.impossible.empty()) {
        bringBack(plan);
        return;
    }
    m_plan.assign(plan.steps.begin(), plan.steps.end());
    m_planRevision = m_document.wantedRevision();
    sendNext();
}

/// Rows that cannot go come back on screen: what is shown is what Spotify will have.
void Synchronizer::bringBack(const Plan &plan)
{
    RowList list = m_document.server();
    for (const Step &step : plan.steps)
        list = applied(list, step);
    m_document.setWanted(list);
    Q_EMIT refused(Error{.kind = ErrorKind::BadRequest,
                         .userText = tr("Spotify's service has no way to remove unavailable entries and local "
                                        "files from this playlist. They are still there; remove them in "
                                        "Spotify's own program.")});
    scheduleKick();
}

// -- one call -----------------------------------------------------------------------------------------------------

void Synchronizer::sendNext()
{
    if (m_plan.empty()) {
        publish();
        return;
    }
    // On disk before the first call leaves; once it is, it goes on from here.
    const EditJournal::Form form = formFor(m_plan.front());
    if (!m_journal.isSettled(form)) {
        m_journal.keep(form);
        setActivity(Activity::Keeping);
        return;
    }
    if (lacksSnapshotFor(m_plan.front()))
        askForSnapshot();
    else
        send(m_plan.front());
}

bool Synchronizer::lacksSnapshotFor(const Step &step) const
{
    return usesPositions(step) && listSnapshot().isEmpty();
}

/// The list that we know was read, and not made by a call whose answer told its snapshot. One that is told now belongs
/// to it if the list is still the same afterwards.
void Synchronizer::askForSnapshot()
{
    setActivity(Activity::Reading);
    m_api.playlist(m_document.details().id, this, [this](const Result<web::Playlist> &result) {
        if (result)
            takeSnapshot(result->snapshotId);
        else
            readingFailed(result.error());
    });
}

void Synchronizer::takeSnapshot(const QString &snapshotId)
{
    m_rereadWanted = true;
    if (m_snapshots.ask(snapshotId)) {
        startReading();
        return;
    }
    // Not the list that is there: the service has not caught up yet.
    if (m_snapshots.isHopeless())
        m_planRevision = -1;
    settle();
}

void Synchronizer::send(const Step &step)
{
    m_expectedAfter = applied(m_document.server(), step);
    if (const auto *add = std::get_if<AddStep>(&step))
        m_document.markAdded(add->rows, m_userId);
    m_added->expectMore();
    m_journal.setPossible(outcomesOf(m_document.server(), step, lookup()));
    setActivity(Activity::Sending);
    sendStep(m_api, m_document.details().id, step, listSnapshot(), this,
             [this, step](const Result<QString> &result) { answered(step, result); });
}

void Synchronizer::answered(const Step &step, const Result<QString> &result)
{
    setActivity(Activity::Idle);
    if (result)
        confirmed(step, *result);
    else
        failed(step, result.error());
}

void Synchronizer::confirmed(const Step &step, const QString &snapshotId)
{
    m_pause.succeeded();
    m_snapshots.belongs(snapshotId, m_expectedAfter);
    m_checkedRefusal = false;
    if (m_traits.needsReadingBack(step)) {
        m_doubtful = step;
        settle();
        return;
    }
    m_journal.setPossible({});
    ++m_callsDone;
    if (m_planRevision >= 0 && !m_plan.empty())
        m_plan.pop_front();
    // Not before: without an answer they may be what they were.
    if (const auto *replace = std::get_if<ReplaceStep>(&step))
        m_document.markAdded(replace->rows, m_userId);
    m_early.changed(m_document, m_document.server());
    m_document.setServer(m_expectedAfter);
    kick();
}

void Synchronizer::failed(const Step &step, const Error &error)
{
    qCInfo(logSync) << "write not confirmed:" << error.httpStatus << error.detail;
    if (error.leavesWriteInDoubt()) {
        // The service may still be carrying it out, so the list is not read at once.
        m_doubtful = step;
        m_pause.begin(error);
        setActivity(Activity::Settling);
        return;
    }
    m_journal.setPossible({});
    const bool maySucceedLater = error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::SignedOut ||
                                 error.kind == ErrorKind::MissingScope || error.kind == ErrorKind::AppRefused;
    if (error.kind == ErrorKind::BadRequest && usesPositions(step) && m_snapshots.reject(m_document.server()))
        settle();
    else if (!maySucceedLater)
        refuseOrCheck(error);
    else if (m_cancelWanted || m_document.isInSync())
        scheduleKick(); // given up or undone meanwhile: it is not sent again
    else if (error.kind == ErrorKind::RateLimited)
        waitAfter(error);
    else
        hold(error);
}

/// A call that makes no sense to the service may have been made for a list that is not there any more.
void Synchronizer::refuseOrCheck(const Error &error)
{
    if (error.kind != ErrorKind::BadRequest || std::exchange(m_checkedRefusal, true)) {
        m_checkedRefusal = false;
        refuse(error);
        return;
    }
    m_planRevision = -1;
    readAgain();
}

void Synchronizer::refuse(const Error &error)
{
    Q_EMIT refused(error);
    m_document.setWanted(m_document.server());
    m_planRevision = -1;
    // The refusal may come from a list that is not what we think it is.
    m_rereadWanted = error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::NotAllowed;
    scheduleKick();
}

// -- reading the list again ---------------------------------------------------------------------------------------

void Synchronizer::startReading()
{
    m_rereadWanted = false;
    setActivity(Activity::Reading);
    m_reader->start(static_cast<int>(m_document.server().size()));
}

void Synchronizer::readingFailed(const Error &error)
{
    Q_EMIT rereadFailed(error);
    if (error.isPassing()) {
        m_rereadWanted = true;
        waitAfter(error);
    } else {
        hold(error);
    }
}

Expectation Synchronizer::expectation() const
{
    if (!m_doubtful)
        return {.lists = {m_document.server()}, .renewed = {}};
    Expectation expected{.lists = outcomesOf(m_document.server(), *m_doubtful, lookup()), .renewed = {}};
    expected.lists.insert(expected.lists.begin() + 1, m_document.server());
    if (const auto *replace = std::get_if<ReplaceStep>(&*m_doubtful))
        expected.renewed = replace->rows;
    return expected;
}

void Synchronizer::readingDone(const QList<web::PlaylistEntry> &entries)
{
    const Expectation ours = expectation();
    // Before it leaves any trace.
    if (!m_doubtful && !fits(m_document, entries, ours) && m_early.isEarly(entries)) {
        m_rereadWanted = true;
        settle();
        return;
    }
    const Finding found = findOut(m_document, entries, ours);
    if (m_doubtful)
        m_traits.learn(*m_doubtful, m_document.server(), m_expectedAfter, found.now);
    m_early.settled();
    const QString told = m_snapshots.asked();
    m_snapshots.read(found.now, m_document.server());
    m_pause.succeeded();
    if (std::exchange(m_doubtful, std::nullopt) && found.now != m_document.server())
        ++m_callsDone;
    m_journal.setPossible({});
    m_planRevision = -1;
    const RowList wanted = found.expected ? m_document.wanted() : merged(found.base, m_document.wanted(), found.now);
    m_document.setServer(found.now);
    if (!found.expected) {
        m_journal.remember(store::VersionSource::Seen);
        const bool cancels = m_cancelWanted; // a merge is not the user's
        m_document.setWanted(wanted);
        m_cancelWanted = cancels;
        Q_EMIT changedElsewhere(told);
        Q_EMIT mergedForeignChanges(found.foreign.added, found.foreign.removed, found.foreign.moved);
    }
    setActivity(Activity::Idle);
    scheduleKick();
}

// -- pauses and what is told of all this --------------------------------------------------------------------------

void Synchronizer::waitAfter(const Error &error)
{
    m_pause.begin(error);
    setActivity(Activity::Waiting);
}

void Synchronizer::settle()
{
    m_pause.beginWithoutTrouble(m_early.inARow());
    setActivity(Activity::Settling);
}

void Synchronizer::hold(const Error &error)
{
    m_pause.hold(error);
    setActivity(Activity::Held);
}

void Synchronizer::setActivity(Activity activity)
{
    m_activity = activity;
    publish();
}

void Synchronizer::publish()
{
    m_status = statusOf({.activity = m_activity,
                         .isComplete = m_document.isComplete(),
                         .isInSync = m_document.isInSync() && !m_doubtful,
                         .callsDone = m_callsDone,
                         .callsPlanned = m_planRevision >= 0 ? static_cast<int>(m_plan.size()) : 0,
                         .until = m_pause.until(),
                         .trouble = m_pause.trouble()});
    Q_EMIT statusChanged();
}

} // namespace segue::playlist
