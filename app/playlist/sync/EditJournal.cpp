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

} // namespace

EditJournal::EditJournal(const Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::completed, this, [this] { remember(store::VersionSource::Seen); });
}

store::JournalEntry EditJournal::entryOf(const Document &document, const QString &what, Form form)
{
    store::JournalEntry entry;
    entry.playlistId = document.details().id;
    entry.playlistName = document.details().name;
    entry.savedAt = QDateTime::currentDateTimeUtc();
    entry.what = what;
    entry.snapshotId = document.details().snapshotId;
    const RowList server = form == Form::Difference ? document.server() : RowList();
    entry.server = listRows(document, server);
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
        entry.wanted.append(row);
    }
    return entry;
}

void EditJournal::keep(Form form)
{
    const int revision = m_document.wantedRevision();
    if (!m_store || !m_document.isComplete() || m_document.isInSync() || m_asked.covers(revision, form))
        return;
    m_asked = {.revision = revision, .form = form};
    if (form == Form::Difference) {
        put(form);
        return;
    }
    // A replaced list that is interrupted is a cut-off list: what it was goes into the history before.
    remember(store::VersionSource::Seen, [this, revision, form] {
        if (m_asked.covers(revision, form))
            put(form);
    });
}

void EditJournal::put(Form form)
{
    m_entry = true;
    m_store->putUnfinished(entryOf(m_document, m_what, form), this, [this, asked = m_asked](const auto &result) {
        tell(result);
        if (!m_asked.covers(asked.revision, asked.form))
            return;
        m_settled = asked;
        Q_EMIT settled();
    });
}

bool EditJournal::isSettled(Form form) const
{
    return !m_store || m_settled.covers(m_document.wantedRevision(), form);
}

void EditJournal::drop()
{
    m_asked = {};
    m_settled = {};
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
