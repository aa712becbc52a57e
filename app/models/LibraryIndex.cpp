// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/LibraryIndex.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/store/TrackIndex.h"
#include "app/web/Api.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace segue::models
{

using store::IndexedList;

namespace
{

constexpr std::chrono::milliseconds longestWait = std::chrono::hours(24);

/// So often the same playlist is asked for before the others have their turn.
constexpr int mostFailures = 2;

enum class Remedy { Wait, Postpone, SkipPlaylist, Stop };

/// `failures`: of the playlist that is being read, with this one.
Remedy remedyFor(const Error &error, int failures)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::RateLimited:
        return Remedy::Wait;
    case ErrorKind::Timeout:
    case ErrorKind::ServerFault:
        return failures < mostFailures ? Remedy::Wait : Remedy::Postpone;
    case ErrorKind::BadAnswer:
        return failures < mostFailures ? Remedy::Wait : Remedy::SkipPlaylist;
    case ErrorKind::BadRequest:
    case ErrorKind::NotAllowed:
    case ErrorKind::NotFound:
    case ErrorKind::TooLarge:
    case ErrorKind::InvalidInput:
        return Remedy::SkipPlaylist;
    case ErrorKind::SignedOut:
    case ErrorKind::MissingScope:
    case ErrorKind::AppRefused:
    case ErrorKind::Local:
    case ErrorKind::Denied:
    case ErrorKind::Cancelled:
        break;
    }
    return Remedy::Stop;
}

} // namespace

LibraryIndex::LibraryIndex(web::Api &api, Library &library, store::TrackIndex &index,
                           const LibraryIndexOptions &options, QObject *parent)
    : QObject(parent), m_api(api), m_library(library), m_index(index), m_options(options), m_retry(options.firstRetry)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LibraryIndex::goOn);
    connect(&library, &Library::loaded, this, [this] {
        m_libraryRead = true;
        if (m_state == State::Stopped)
            setState(State::Starting);
        if (!m_indexRead)
            start();
        plan();
        forgetOthers();
    });
    // Half a library is none: what has not come yet would be forgotten.
    const auto changed = [this] {
        if (m_library.playlists().isEmpty())
            m_libraryRead = false;
        else
            plan();
    };
    for (const auto signal : {&Library::resetDone, &Library::inserted})
        connect(&library, signal, this, changed);
    connect(&library, &Library::removed, this, [this] {
        plan();
        forgetOthers();
    });
    connect(&library, &Library::changed, this, [this](int at) { takeChanged(m_library.playlists().at(at)); });
    connect(&index, &store::TrackIndex::begunAnew, this, &LibraryIndex::beginAnew);
    connect(&api, &web::Api::pausedUntil, this, &LibraryIndex::pauseUntil);
    connect(&api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable && m_state == State::Waiting)
            goOnAfter(m_options.pace);
    });
}

LibraryIndex::~LibraryIndex() = default;

void LibraryIndex::start()
{
    m_index.playlists(this, [this](const Result<QList<store::IndexedPlaylist>> &playlists) {
        if (playlists)
            takeIndexed(*playlists);
        else
            fileFailed(playlists.error());
    });
}

void LibraryIndex::takeIndexed(const QList<store::IndexedPlaylist> &playlists)
{
    m_indexRead = true;
    if (m_state == State::Waiting && !m_next.isActive())
        setState(State::Starting);
    for (const store::IndexedPlaylist &each : playlists)
        m_snapshots.insert(each.playlistId, each.snapshotId);
    plan();
    forgetOthers();
}

void LibraryIndex::beginAnew()
{
    m_snapshots.clear();
    m_passed.clear();
    m_taken = {};
    m_indexRead = false;
    stopReading();
    if (m_state != State::Stopped) {
        m_next.stop();
        setState(State::Starting);
    }
    start();
    Q_EMIT progressChanged();
    Q_EMIT contentChanged();
}

bool LibraryIndex::covers(const web::Playlist &playlist) const
{
    return playlist.itemsReadable && m_library.groupOf(playlist) != Library::Group::Followed;
}

bool LibraryIndex::isCurrent(const web::Playlist &playlist) const
{
    const auto known = m_snapshots.constFind(playlist.id);
    return known != m_snapshots.cend() &&
           (*known == playlist.snapshotId || m_passed.value(playlist.id) == playlist.snapshotId);
}

bool LibraryIndex::isWanted(const web::Playlist &playlist) const
{
    const auto refused = m_refused.constFind(playlist.id);
    return m_covered.contains(playlist.id) && !isCurrent(playlist) &&
           (refused == m_refused.cend() || *refused != playlist.snapshotId);
}

LibraryIndex::Progress LibraryIndex::progress() const
{
    const auto looked = std::count_if(m_covered.begin(), m_covered.end(),
                                      [this](const QString &id) { return m_snapshots.contains(id); });
    return {.state = m_state, .looked = static_cast<int>(looked), .total = static_cast<int>(m_covered.size())};
}

/// What is to be read, and in which order.
void LibraryIndex::plan()
{
    if (!m_indexRead || !m_libraryRead)
        return;
    m_covered.clear();
    m_waiting.clear();
    std::vector<const web::Playlist *> wanted;
    for (const web::Playlist &playlist : m_library.playlists()) {
        if (!covers(playlist))
            continue;
        m_covered.insert(playlist.id);
        if (isWanted(playlist))
            wanted.push_back(&playlist);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [this](const web::Playlist *a, const web::Playlist *b) {
        const bool isPostponedA = m_postponed.contains(a->id);
        if (isPostponedA != m_postponed.contains(b->id))
            return !isPostponedA;
        const bool isOwnA = m_library.groupOf(*a) == Library::Group::Own;
        const bool isOwnB = m_library.groupOf(*b) == Library::Group::Own;
        return isOwnA != isOwnB ? isOwnA : a->itemCount < b->itemCount;
    });
    for (const web::Playlist *playlist : wanted)
        m_waiting.push_back(playlist->id);
    if (m_reading && !m_covered.contains(m_reading->playlistId()))
        stopReading();
    if (m_reading)
        std::erase(m_waiting, m_reading->playlistId());
    goOnUnlessBusy();
    Q_EMIT progressChanged();
}

void LibraryIndex::goOnUnlessBusy()
{
    const bool isBusy = m_next.isActive() || (m_reading && m_reading->isAsking());
    if (!isBusy && m_state != State::Stopped)
        goOnAfter(m_state == State::Starting ? m_options.begin : m_options.pace);
}

void LibraryIndex::takeChanged(const web::Playlist &playlist)
{
    if (m_covered.contains(playlist.id) != covers(playlist)) {
        plan();
        forgetOthers();
        return;
    }
    if (!isWanted(playlist))
        return;
    queue(playlist.id);
    goOnUnlessBusy();
}

/// Playlists that are gone from the library, and what only they held.
void LibraryIndex::forgetOthers()
{
    if (!m_indexRead || !m_libraryRead)
        return;
    const auto isGone = [this](const auto &each) { return !m_covered.contains(each.key()); };
    m_snapshots.removeIf(isGone);
    m_handedOver.removeIf(isGone);
    m_unkept.removeIf(isGone);
    if (!m_covered.contains(m_taken.playlistId))
        m_taken = {};
    m_index.keepOnly(m_covered.values(), this, [this](const Result<Nothing> &done) {
        if (done) {
            fileWorks();
            Q_EMIT contentChanged();
        } else {
            m_forgetAgain = true;
            fileFailed(done.error());
        }
    });
}

void LibraryIndex::goOnAfter(std::chrono::milliseconds wait)
{
    const auto quiet = std::chrono::ceil<std::chrono::milliseconds>(m_quiet.remainingTimeAsDuration());
    m_next.start(std::min(std::max(wait, quiet), longestWait));
}

void LibraryIndex::goOn()
{
    if (m_reading && m_reading->isAsking())
        return;
    if (!m_indexRead) {
        start();
    } else if (m_forgetAgain || !m_unkept.isEmpty()) {
        keepAgain(); // nothing is read as long as nothing can be kept
    } else if (m_reading || beginNext()) {
        setState(State::Reading);
        readPage();
    } else {
        setState(State::Complete);
    }
}

/// False when there is nothing left.
bool LibraryIndex::beginNext()
{
    while (!m_waiting.empty()) {
        const QString id = m_waiting.front();
        m_waiting.pop_front();
        const web::Playlist *playlist = m_library.find(id);
        // It may have been taken, or have gone, since.
        if (!playlist || !isWanted(*playlist))
            continue;
        m_reading = std::make_unique<IndexReading>(m_api, *playlist);
        return true;
    }
    return false;
}

void LibraryIndex::readPage()
{
    m_reading->readPage(this, [this](const Result<IndexReading::Step> &step) {
        if (step)
            takeStep(*step);
        else
            failed(step.error());
    });
}

void LibraryIndex::takeStep(IndexReading::Step step)
{
    m_retry = m_options.firstRetry;
    if (step == IndexReading::Step::Whole)
        keep(m_reading->list());
    if (step != IndexReading::Step::More)
        endReading(); // one that is unsteady is brought back by its next snapshot
    goOnAfter(m_options.pace);
}

void LibraryIndex::failed(const Error &error)
{
    if (error.kind != ErrorKind::Network && error.kind != ErrorKind::RateLimited)
        m_reading->countFailure();
    switch (remedyFor(error, m_reading->failures())) {
    case Remedy::Wait:
        waitFor(error);
        break;
    case Remedy::Postpone:
        m_postponed.insert(m_reading->playlistId());
        queue(m_reading->playlistId());
        stopReading();
        waitFor(error);
        break;
    case Remedy::SkipPlaylist:
        m_refused.insert(m_reading->playlistId(), m_reading->snapshotId());
        endReading();
        goOnAfter(m_options.pace);
        break;
    case Remedy::Stop:
        stopReading();
        setState(State::Stopped, error);
        break;
    }
}

void LibraryIndex::waitFor(const Error &error)
{
    const std::chrono::milliseconds wait =
        error.retryAfter ? std::chrono::milliseconds(*error.retryAfter) + m_options.quiet : m_retry;
    m_retry = std::min(m_retry * 2, m_options.lastRetry);
    goOnAfter(wait);
    setState(State::Waiting, error);
}

/// Of a playlist with which nothing more is to be done as it was. It may be another one since.
void LibraryIndex::endReading()
{
    const std::unique_ptr<IndexReading> ended = std::move(m_reading);
    const web::Playlist *now = m_library.find(ended->playlistId());
    if (now && now->snapshotId != ended->snapshotId() && isWanted(*now))
        queue(now->id);
}

void LibraryIndex::queue(const QString &playlistId)
{
    if (std::find(m_waiting.begin(), m_waiting.end(), playlistId) == m_waiting.end())
        m_waiting.push_back(playlistId);
}

void LibraryIndex::stopReading()
{
    m_reading.reset();
}

void LibraryIndex::pauseUntil(const QDateTime &until)
{
    // What comes after the pause is first for what the user does.
    const qint64 pause = until.isValid() ? std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(until)) : 0;
    m_quiet.setRemainingTime(std::chrono::milliseconds(pause) + m_options.quiet);
    if (m_state != State::Reading && m_state != State::Waiting)
        return;
    if (until.isValid())
        setState(State::Waiting, Error{.kind = ErrorKind::RateLimited,
                                       .userText = tr("Spotify has asked Segue to pause for a while.")});
    // What is under way is repeated by the scheduler.
    if (!m_reading || !m_reading->isAsking())
        goOnAfter(m_options.pace);
}

void LibraryIndex::take(const playlist::Editor &editor)
{
    const playlist::Document &document = editor.document();
    const web::Playlist &details = editor.details();
    if (!m_indexRead || !m_covered.contains(details.id) || !document.isComplete() || editor.hasUnsavedEdits())
        return;
    // What can be played would be missing of a list that has never been read for it.
    const bool playabilityTold = m_api.tellsPlayability();
    if (!playabilityTold && !m_snapshots.contains(details.id))
        return;
    IndexedList list{.playlistId = details.id,
                     .snapshotId = editor.listSnapshot(),
                     .readAt = QDateTime::currentDateTimeUtc(),
                     .entries = {}};
    list.entries.reserve(static_cast<qsizetype>(document.server().size()));
    for (const playlist::RowId row : document.server())
        list.entries.append(indexedEntry(document.row(row).entry.medium, playabilityTold));
    const bool isKnown = list.playlistId == m_taken.playlistId && list.snapshotId == m_taken.snapshotId &&
                         list.entries == m_taken.entries;
    if (isKnown)
        return;
    m_taken = list;
    if (m_reading && m_reading->playlistId() == details.id) {
        stopReading();
        goOnAfter(m_options.pace);
    }
    m_refused.remove(details.id);
    // The library may go on telling the snapshot from before the edit.
    if (const web::Playlist *told = m_library.find(details.id))
        m_passed.insert(details.id, told->snapshotId);
    keep(list);
}

void LibraryIndex::keep(const IndexedList &list)
{
    const int number = ++m_lists;
    m_handedOver.insert(list.playlistId, number);
    m_unkept.remove(list.playlistId);
    m_index.put(list, this, [this, list, number](const Result<Nothing> &done) {
        // Another one has taken its place since, or the playlist has gone.
        const bool isLatest = m_handedOver.value(list.playlistId) == number;
        if (!done) {
            if (isLatest && done.error().isPassing())
                m_unkept.insert(list.playlistId, list);
            fileFailed(done.error());
            return;
        }
        if (isLatest) {
            m_snapshots.insert(list.playlistId, list.snapshotId);
            m_postponed.remove(list.playlistId);
        }
        fileWorks();
        Q_EMIT progressChanged();
        Q_EMIT contentChanged();
    });
}

void LibraryIndex::keepAgain()
{
    for (const IndexedList &list : std::exchange(m_unkept, {}))
        keep(list);
    if (std::exchange(m_forgetAgain, false))
        forgetOthers();
}

void LibraryIndex::fileWorks()
{
    if (m_state == State::Waiting)
        goOnUnlessBusy();
}

/// Another process lets go of the file sooner or later. On a full disk, reading on would cost requests for nothing.
void LibraryIndex::fileFailed(const Error &error)
{
    m_taken = {};
    if (m_state == State::Stopped)
        return;
    if (error.isPassing()) {
        waitFor(error);
        return;
    }
    stopReading();
    m_next.stop();
    setState(State::Stopped, error);
}

void LibraryIndex::setState(State state, const std::optional<Error> &error)
{
    const bool same = state == m_state && error.has_value() == m_error.has_value() &&
                      (!error || error->userText == m_error->userText);
    m_state = state;
    m_error = error;
    if (!same)
        Q_EMIT progressChanged();
}

} // namespace segue::models
