// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Editor.h"

#include "app/playlist/Document.h"
#include "app/playlist/EditCommand.h"
#include "app/playlist/FirstReading.h"
#include "app/playlist/ListCopy.h"
#include "app/playlist/ListOps.h"
#include "app/playlist/ListReader.h"
#include "app/playlist/Planner.h"
#include "app/playlist/sync/EditJournal.h"
#include "app/playlist/sync/Synchronizer.h"
#include "app/playlist/sync/UnfinishedEdit.h"
#include "app/web/Api.h"

#include <QUuid>

#include <algorithm>

namespace segue::playlist
{

namespace
{

/// Whether an add call takes it.
bool isAddable(const web::MediumPtr &medium)
{
    return medium && !medium->uri.isEmpty() && !medium->isLocal;
}

} // namespace

Editor::Editor(web::Api &api, const web::Playlist &playlist, const QString &userId, QObject *parent)
    : QObject(parent), m_api(api), m_userId(userId), m_key(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_document(std::make_unique<Document>(playlist)), m_reader(std::make_unique<ListReader>(api, playlist.id)),
      m_firstReading(std::make_unique<FirstReading>(*m_document)),
      m_copy(std::make_unique<ListCopy>(*m_document, *m_firstReading)),
      m_journal(std::make_unique<EditJournal>(*m_document)),
      m_synchronizer(std::make_unique<Synchronizer>(api, *m_document, *m_journal, userId)),
      m_unfinished(std::make_unique<UnfinishedEdit>(*m_document))
{
    connect(m_reader.get(), &ListReader::totalKnown, this, [this](int total) { m_firstReading->begin(total); });
    connect(m_reader.get(), &ListReader::page, this, [this](int offset, const QList<web::PlaylistEntry> &entries) {
        m_firstReading->take(offset, entries);
        Q_EMIT loadProgress(m_firstReading->count(), m_firstReading->total());
    });
    connect(m_reader.get(), &ListReader::failed, this, [this](const Error &error) {
        m_loadError = error;
        Q_EMIT loadFailed(error);
    });
    connect(&m_api, &web::Api::pausedUntil, this, [this](const QDateTime &until) {
        if (!until.isValid() && m_loadError && m_loadError->kind == ErrorKind::RateLimited)
            load();
    });
    connect(m_reader.get(), &ListReader::finished, this, [this] {
        m_firstReading->end();
        m_copy->readingEnded();
        // Pages of different lists fit together when those are equally long; then the snapshot is another one now.
        if (m_document->server().size() > web::itemsPageLimit)
            readDetails();
    });
    connect(m_copy.get(), &ListCopy::notThere, this, &Editor::readEntries);
    connect(m_copy.get(), &ListCopy::opened, this,
            [this] { Q_EMIT loadProgress(m_document->loadedCount(), m_document->loadedCount()); });

    connect(m_journal.get(), &EditJournal::failed, this, &Editor::notKept);
    connect(m_synchronizer.get(), &Synchronizer::statusChanged, this, &Editor::saveStatusChanged);
    connect(m_synchronizer.get(), &Synchronizer::refused, this, &Editor::onRefused);
    connect(m_synchronizer.get(), &Synchronizer::mergedForeignChanges, this, &Editor::mergedForeignChanges);
    connect(m_synchronizer.get(), &Synchronizer::choiceNeeded, this, &Editor::choiceNeeded);
    connect(m_synchronizer.get(), &Synchronizer::changedElsewhere, m_copy.get(), &ListCopy::keep);
    connect(m_synchronizer.get(), &Synchronizer::rereadFailed, this, &Editor::loadFailed);
    connect(m_synchronizer.get(), &Synchronizer::cancelDue, this,
            [this] { push(m_document->server(), {}, tr("Discard changes that were not saved")); });
    connect(m_document.get(), &Document::detailsChanged, this, &Editor::editabilityChanged);
    connect(m_unfinished.get(), &UnfinishedEdit::settled, this, &Editor::unfinishedSettled);
    connect(m_unfinished.get(), &UnfinishedEdit::recovered, this, [this](const RowList &after, const QString &text) {
        m_journal->setWhat(text);
        m_undoStack.push(new EditCommand(*this, m_document->server(), after, {}, text));
    });
}

Editor::~Editor()
{
    // Commands refer to the editor; they must not outlive its parts.
    m_undoStack.clear();
}

const web::Playlist &Editor::details() const
{
    return m_document->details();
}

QString Editor::listSnapshot() const
{
    return m_synchronizer->listSnapshot();
}

SaveStatus Editor::saveStatus() const
{
    return m_synchronizer->status();
}

bool Editor::hasUnsavedEdits() const
{
    return !m_document->isInSync() || m_synchronizer->status().state == SaveStatus::State::Checking;
}

bool Editor::isKept() const
{
    return m_journal->isKept();
}

QString Editor::readOnlyReason() const
{
    const web::Playlist &playlist = details();
    if (!playlist.itemsReadable)
        return tr("Spotify does not let this app read the tracks of %1’s playlist.").arg(playlist.ownerName);
    if (playlist.ownerId == m_userId || playlist.collaborative)
        return {};
    return tr("This playlist belongs to %1. Only the owner can change it.").arg(playlist.ownerName);
}

void Editor::load()
{
    m_loadError.reset();
    readDetails();
    if (m_document->isComplete())
        m_synchronizer->readAgain();
    else if (!isLoading())
        m_copy->open();
}

void Editor::readEntries()
{
    m_copy->readingBegins();
    m_reader->start(details().itemCount);
}

void Editor::setStore(store::Store *store)
{
    m_journal->setStore(store);
    m_copy->setStore(store);
    m_unfinished->setStore(store);
}

void Editor::setUnfinished(const store::JournalEntry &entry)
{
    m_unfinished->set(entry);
}

const std::optional<store::JournalEntry> &Editor::unfinished() const
{
    return m_unfinished->entry();
}

void Editor::finishUnfinished()
{
    m_unfinished->finish();
}

void Editor::discardUnfinished()
{
    m_unfinished->forget();
}

void Editor::readDetails()
{
    m_sinceCheck.start();
    m_detailsCall.cancel();
    m_detailsCall = m_api.playlist(details().id, this, [this](const Result<web::Playlist> &result) {
        // Without them the playlist is still usable: the library's copy is on screen, and reading the entries
        // reports what is wrong.
        if (result) {
            m_document->setDetails(*result);
            m_synchronizer->hear(result->snapshotId);
        }
        m_copy->told(result ? result->snapshotId : QString());
    });
}

void Editor::lookForChanges()
{
    if (!m_document->isComplete() || (m_sinceCheck.isValid() && m_sinceCheck.elapsed() < m_checkInterval.count()))
        return;
    readDetails();
}

bool Editor::isLoading() const
{
    return m_copy->isOpening() || m_reader->isRunning();
}

std::optional<Error> Editor::loadError() const
{
    return m_loadError;
}

void Editor::wantVisible(int first, int last)
{
    if (!m_reader->isRunning() || m_document->size() == 0)
        return;
    // Pages are of the server's order; on screen is the wanted one, which may differ already.
    const RowList &wanted = m_document->wanted();
    const RowList &server = m_document->server();
    const int end = static_cast<int>(wanted.size()) - 1;
    first = std::clamp(first, 0, end);
    last = std::clamp(last, first, end);
    if (m_document->isInSync()) {
        m_reader->prioritise(first, last);
        return;
    }
    for (int position = first; position <= last; ++position) {
        const RowId id = wanted[static_cast<std::size_t>(position)];
        if (m_document->row(id).loaded)
            continue;
        const int at = static_cast<int>(std::find(server.begin(), server.end(), id) - server.begin());
        m_reader->prioritise(at, at + last - position);
        return;
    }
}

bool Editor::checkEditable(const QString &what)
{
    const QString reason = readOnlyReason();
    if (reason.isEmpty())
        return true;
    refuseAtOnce({.kind = ErrorKind::NotAllowed, .userText = reason}, what);
    return false;
}

bool Editor::canRemove(int position) const
{
    const Row &row = m_document->rowAt(position);
    return !row.loaded || !row.confirmed ||
           (!row.uri().isEmpty() && (!row.isLocal() || m_synchronizer->honoursPositions()));
}

RowId Editor::newRow(const web::MediumPtr &medium)
{
    web::PlaylistEntry entry;
    entry.medium = medium;
    entry.addedAt = QDateTime::currentDateTimeUtc();
    entry.addedBy = m_userId;
    return m_document->makeRow(entry);
}

bool Editor::moveRows(std::vector<int> positions, int before)
{
    positions = normalised(std::move(positions), m_document->wanted().size());
    const QString text = tr("Move %n track(s)", nullptr, static_cast<int>(positions.size()));
    const RowList after = withMoved(m_document->wanted(), positions, before);
    if (after == m_document->wanted() || !checkEditable(text))
        return false;
    RowList rows;
    for (const int position : positions)
        rows.push_back(m_document->wanted()[static_cast<std::size_t>(position)]);
    m_synchronizer->setPreferred(rows);
    push(after, rows, text);
    return true;
}

std::vector<int> Editor::nudgeRows(std::vector<int> positions, int delta)
{
    positions = normalised(std::move(positions), m_document->wanted().size());
    if (positions.empty() || (delta != 1 && delta != -1))
        return positions;
    const QString text = tr("Move %n track(s)", nullptr, static_cast<int>(positions.size()));

    // Each block changes places with the row next to it; a block at the edge, and what is pushed against it, stays.
    RowList after = m_document->wanted();
    std::vector<int> moved;
    const int size = static_cast<int>(after.size());
    const int count = static_cast<int>(positions.size());
    int limit = delta < 0 ? 0 : size - 1;
    for (int i = 0; i < count; ++i) {
        const int from = positions[static_cast<std::size_t>(delta < 0 ? i : count - 1 - i)];
        int to = from;
        if (delta < 0 ? from > limit : from < limit) {
            to = from + delta;
            std::swap(after[static_cast<std::size_t>(from)], after[static_cast<std::size_t>(to)]);
        }
        limit = to - delta;
        moved.push_back(to);
    }
    if (after == m_document->wanted() || !checkEditable(text))
        return positions;
    RowList rows;
    for (const int position : positions)
        rows.push_back(m_document->wanted()[static_cast<std::size_t>(position)]);
    m_synchronizer->setPreferred(rows);
    push(after, rows, text);
    std::sort(moved.begin(), moved.end());
    return moved;
}

bool Editor::removeRows(std::vector<int> positions, const Naming &name)
{
    positions = normalised(std::move(positions), m_document->wanted().size());
    const auto textFor = [&name](std::size_t count) {
        return name ? name(static_cast<int>(count)) : tr("Remove %n track(s)", nullptr, static_cast<int>(count));
    };
    const QString text = textFor(positions.size());
    if (positions.empty() || !checkEditable(text))
        return false;

    const RowList &wanted = m_document->wanted();
    const int asked = static_cast<int>(positions.size());
    std::erase_if(positions, [this](int position) { return !canRemove(position); });
    if (static_cast<int>(positions.size()) < asked) {
        refuseAtOnce({.kind = ErrorKind::BadRequest,
                      .userText = tr("Spotify’s service has no way to remove %n unavailable or local row(s) from "
                                     "this playlist. They stay; Spotify’s own program can remove them.",
                                     nullptr, asked - static_cast<int>(positions.size()))},
                     text);
    }
    if (positions.empty())
        return false;
    RowList rows;
    for (const int position : positions)
        rows.push_back(wanted[static_cast<std::size_t>(position)]);
    push(withRemoved(wanted, positions), rows, textFor(positions.size()));
    return true;
}

bool Editor::arrange(const RowList &order, const RowList &touched, const QString &text)
{
    const auto sorted = [](RowList list) {
        std::sort(list.begin(), list.end());
        return list;
    };
    const RowList &wanted = m_document->wanted();
    if (order == wanted || sorted(order) != sorted(wanted) || !checkEditable(text))
        return false;
    push(order, touched, text);
    return true;
}

bool Editor::insertMedia(int before, const QList<web::MediumPtr> &media)
{
    const QString text = tr("Add %n track(s)", nullptr, static_cast<int>(media.size()));
    if (media.isEmpty() || !checkEditable(text))
        return false;
    const auto refuse = [&](const QString &reason) {
        refuseAtOnce({.kind = ErrorKind::InvalidInput, .userText = reason}, text);
        return false;
    };
    if (const int room = web::maxPlaylistItems - m_document->size(); media.size() > room) {
        return refuse(room > 0
                          ? tr("A playlist holds at most %L1 items; this one has room for %L2 more.")
                                .arg(web::maxPlaylistItems)
                                .arg(room)
                          : tr("A playlist holds at most %L1 items, and this one is full.").arg(web::maxPlaylistItems));
    }
    if (!std::all_of(media.begin(), media.end(), isAddable))
        return refuse(tr("Local files can only be added in Spotify’s own program."));

    RowList rows;
    for (const web::MediumPtr &medium : media)
        rows.push_back(newRow(medium));
    push(withInserted(m_document->wanted(), before, rows), rows, text);
    return true;
}

bool Editor::replaceRows(const QList<ReplacedRow> &rows, const Naming &name)
{
    const RowList &wanted = m_document->wanted();
    RowList after = wanted;
    RowList added;
    std::vector<int> positions;
    for (const ReplacedRow &row : rows)
        positions.push_back(row.position);
    positions = normalised(std::move(positions), wanted.size());
    std::erase_if(positions, [this](int position) { return !canRemove(position); });
    const int count = static_cast<int>(positions.size());
    const QString text = name ? name(count) : tr("Replace %n track(s)", nullptr, count);
    if (positions.empty() || !checkEditable(text))
        return false;
    if (!std::all_of(rows.begin(), rows.end(), [](const ReplacedRow &row) { return isAddable(row.medium); })) {
        refuseAtOnce({.kind = ErrorKind::InvalidInput,
                      .userText = tr("Local files can only be added in Spotify’s own program.")},
                     text);
        return false;
    }
    for (const int position : positions) {
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [position](const ReplacedRow &each) { return each.position == position; });
        added.push_back(newRow(row->medium));
        after[static_cast<std::size_t>(position)] = added.back();
    }
    push(after, added, text);
    return true;
}

bool Editor::restore(const QList<ListedRow> &rows, const QString &text)
{
    const RowList &wanted = m_document->wanted();
    if (!m_document->isComplete() || !checkEditable(text))
        return false;
    if (rows.size() > web::maxPlaylistItems && rows.size() > m_document->size()) {
        refuseAtOnce({.kind = ErrorKind::InvalidInput,
                      .userText = tr("A playlist can have %L1 items.").arg(web::maxPlaylistItems)},
                     text);
        return false;
    }
    RowList after;
    RowList added;
    for (const ListedRow &row : rows) {
        if (row.position >= 0) {
            after.push_back(wanted[static_cast<std::size_t>(row.position)]);
            continue;
        }
        after.push_back(newRow(row.medium));
        added.push_back(after.back());
    }
    if (after == wanted)
        return false;
    push(after, added, text);
    return true;
}

Editor::RemovalCost Editor::costOfRemoving(const std::vector<int> &positions) const
{
    std::vector<int> sorted = normalised(positions, m_document->wanted().size());
    // What has not been read yet is not known to cost anything.
    std::erase_if(sorted, [this](int position) { return !m_document->rowAt(position).loaded; });
    const Plan plan =
        makePlan(m_document->wanted(), withRemoved(m_document->wanted(), sorted),
                 [this](RowId id) -> const Row & { return m_document->row(id); },
                 {.positionsHonoured = m_synchronizer->honoursPositions(), .rangeCap = 0, .preferToMove = {}});
    return {.copiesLosingDate = static_cast<int>(plan.readded.size()),
            .impossible = static_cast<int>(plan.impossible.size())};
}

void Editor::resume()
{
    m_synchronizer->resume();
}

void Editor::discardUnsaved()
{
    m_synchronizer->cancel();
}

void Editor::setSaveWay(std::optional<SaveWay> way)
{
    m_synchronizer->setWay(way);
}

std::optional<SaveChoice> Editor::saveChoice() const
{
    return m_synchronizer->choice();
}

void Editor::choose(SaveWay way)
{
    m_synchronizer->choose(way);
}

void Editor::setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
{
    m_synchronizer->setRetryDelays(shortest, longest);
}

void Editor::retryRefused()
{
    if (m_refusal.isEmpty())
        return;
    const Refusal refusal = std::exchange(m_refusal, {});
    const RowList after = merged(refusal.atSpotify, refusal.wanted, m_document->wanted());
    if (after != m_document->wanted())
        push(after, {}, tr("Try again"));
}

QString Editor::refusedText() const
{
    return textOf(m_refusal, *m_document);
}

void Editor::onRefused(const Error &error)
{
    m_refusal = {.atSpotify = m_document->server(), .wanted = m_document->wanted()};
    Q_EMIT refused(error, latestEdit());
}

QString Editor::latestEdit() const
{
    for (int step = m_undoStack.index() - 1; step >= 0; --step) {
        if (dynamic_cast<const EditCommand *>(m_undoStack.command(step)))
            return m_undoStack.command(step)->text();
    }
    return {};
}

void Editor::refuseAtOnce(const Error &error, const QString &what)
{
    m_refusal = {};
    Q_EMIT refused(error, what);
}

void Editor::push(const RowList &after, const RowList &touched, const QString &text)
{
    const RowList before = m_document->wanted();
    // Its entry in the journal is about to be replaced.
    if (m_document->isComplete())
        m_unfinished->finish();
    m_journal->setWhat(text);
    m_undoStack.push(new EditCommand(*this, before, after, touched, text));
}

void Editor::announce(const RowList &touched)
{
    const std::vector<int> positions = positionsOf(touched, m_document->wanted());
    if (!positions.empty())
        Q_EMIT stepped(positions);
}

void Editor::apply(const RowList &before, const RowList &after)
{
    m_document->setWanted(merged(before, after, m_document->wanted()));
}

} // namespace segue::playlist
