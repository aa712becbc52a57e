// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/EditJournal.h"

#include "app/playlist/Document.h"
#include "app/store/Store.h"

#include <algorithm>

namespace segue::playlist
{

namespace
{

store::ListRow listRow(const Row &row)
{
    return {.uri = row.uri(), .addedAt = row.entry.addedAt, .addedBy = row.entry.addedBy};
}

store::ListRows listRows(const Document &document, const RowList &list)
{
    store::ListRows rows;
    rows.reserve(static_cast<qsizetype>(list.size()));
    for (const RowId id : list)
        rows.append(listRow(document.row(id)));
    return rows;
}

store::JournalEntry entryFrom(const Document &document, const QString &what, const RowList &server,
                              const store::ListRows &serverRows)
{
    store::JournalEntry entry;
    entry.playlistId = document.details().id;
    entry.playlistName = document.details().name;
    entry.savedAt = QDateTime::currentDateTimeUtc();
    entry.what = what;
    entry.snapshotId = document.details().snapshotId;
    entry.server = serverRows;
    RowId highest = 0;
    for (const RowList *list : {&server, &document.wanted()}) {
        for (const RowId id : *list)
            highest = std::max(highest, id);
    }
    std::vector<int> place(static_cast<std::size_t>(highest) + 1, -1);
    for (std::size_t i = 0; i < server.size(); ++i)
        place[server[i]] = static_cast<int>(i);
    entry.wanted.reserve(document.size());
    for (const RowId id : document.wanted()) {
        store::WantedRow row{.serverIndex = place[id], .added = {}};
        if (row.serverIndex < 0)
            row.added = document.row(id).entry;
        entry.wanted.append(std::move(row));
    }
    return entry;
}

/// Whether both have the same rows.
bool isReordered(const RowList &a, const RowList &b)
{
    if (a.size() != b.size())
        return false;
    RowId highest = 0;
    for (const RowId id : a)
        highest = std::max(highest, id);
    std::vector<bool> has(static_cast<std::size_t>(highest) + 1, false);
    for (const RowId id : a)
        has[id] = true;
    return std::all_of(b.begin(), b.end(), [&has](RowId id) { return id < has.size() && has[id]; });
}

} // namespace

EditJournal::EditJournal(const Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::completed, this, [this] { remember(store::VersionSource::Seen); });
}

store::JournalEntry EditJournal::entryOf(const Document &document, const QString &what, Form form)
{
    if (form == Form::Replacement)
        return entryFrom(document, what, {}, {});
    return entryFrom(document, what, document.server(), listRows(document, document.server()));
}

void EditJournal::keep(Form form)
{
    const int revision = m_document.wantedRevision();
    if (!m_store || !m_document.isComplete() || m_document.isInSync() || m_asked.covers(revision, form))
        return;
    m_asked = {.revision = revision, .form = form};
    if (!m_writing)
        write();
}

void EditJournal::write()
{
    m_writing = true;
    // A replaced list that is interrupted is a cut-off list: what it was goes into the history before.
    if (m_asked.form == Form::Replacement)
        remember(store::VersionSource::Seen, [this] { put(); });
    else
        put();
}

void EditJournal::put()
{
    if (m_asked.revision != m_document.wantedRevision()) {
        m_writing = false; // whoever changes the list asks again
        return;
    }
    m_underWay = m_asked;
    m_entry = true;
    store::JournalEntry entry;
    if (m_underWay.form == Form::Replacement) {
        entry = entryFrom(m_document, m_what, {}, {});
    } else {
        updateBase();
        entry = entryFrom(m_document, m_what, m_baseList, m_base);
    }
    m_store->putUnfinished(entry, this, [this](const Result<Nothing> &result) { written(result); });
}

void EditJournal::written(const Result<Nothing> &result)
{
    m_writing = false;
    tell(result);
    if (m_asked.revision != m_document.wantedRevision())
        return; // whoever changes the list asks again
    if (!m_underWay.covers(m_asked.revision, m_asked.form)) {
        write();
        return;
    }
    m_settled = m_underWay;
    Q_EMIT settled();
}

/// Rows are told by where they stand in a list that Spotify had, whichever: that of the first edit goes on serving
/// until Spotify has other rows. To look up ten thousand addresses and dates for each drag would hold the window up.
void EditJournal::updateBase()
{
    const RowList &server = m_document.server();
    if (m_baseLasts && isReordered(m_baseList, server))
        return;
    m_baseList = server;
    m_base = listRows(m_document, server);
    // The dates of rows that were just added are not Spotify's yet, and will not do for long.
    m_baseLasts = std::all_of(server.begin(), server.end(), [this](RowId id) { return m_document.row(id).confirmed; });
}

bool EditJournal::isSettled(Form form) const
{
    return !m_store || m_settled.covers(m_document.wantedRevision(), form);
}

void EditJournal::drop()
{
    m_asked = {};
    m_settled = {};
    m_baseLasts = false;
    m_baseList.clear();
    m_base.clear();
    if (!std::exchange(m_entry, false) || !m_store)
        return;
    m_store->removeUnfinished(m_document.details().id, this, [this](const Result<Nothing> &result) { tell(result); });
}

void EditJournal::remember(store::VersionSource source)
{
    remember(source, [] {});
}

void EditJournal::remember(store::VersionSource source, std::function<void()> done)
{
    if (!m_store)
        return;
    const store::NewVersion version{.playlistId = m_document.details().id,
                                    .at = QDateTime::currentDateTimeUtc(),
                                    .source = source,
                                    .reason = source == store::VersionSource::Made ? m_what : QString(),
                                    .rows = listRows(m_document, m_document.server())};
    m_store->addVersion(version, this, [this, done = std::move(done)](const Result<store::AddedVersion> &result) {
        if (!result)
            tell(Unexpected(result.error()));
        done();
    });
}

void EditJournal::tell(const Result<Nothing> &result)
{
    if (result) {
        m_told = false;
        return;
    }
    if (!std::exchange(m_told, true))
        Q_EMIT failed(result.error());
}

} // namespace segue::playlist
