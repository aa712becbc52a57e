// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/EditJournal.h"

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

EditJournal::EditJournal(store::Store *store, const Document &document, QObject *parent)
    : QObject(parent), m_store(store), m_document(document)
{
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

void EditJournal::keep(const QString &what, std::function<void()> done, Form form)
{
    const int number = ++m_latest;
    const auto finish = [this, number, done = std::move(done)] {
        if (number == m_latest)
            done();
    };
    if (!m_store) {
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
        return;
    }
    m_kept = true;
    m_store->putUnfinished(entryOf(m_document, what, form), this, [this, finish](const Result<Nothing> &result) {
        tell(result);
        finish();
    });
}

void EditJournal::drop()
{
    ++m_latest;
    if (!std::exchange(m_kept, false) || !m_store)
        return;
    m_store->removeUnfinished(m_document.details().id, this, [this](const Result<Nothing> &result) { tell(result); });
}

void EditJournal::remember(store::VersionSource source, const QString &reason, std::function<void()> done)
{
    if (!m_store) {
        if (done)
            QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
        return;
    }
    const store::NewVersion version{.playlistId = m_document.details().id,
                                    .at = QDateTime::currentDateTimeUtc(),
                                    .source = source,
                                    .reason = reason,
                                    .rows = listRows(m_document, m_document.server())};
    m_store->addVersion(version, this, [this, done = std::move(done)](const Result<store::AddedVersion> &result) {
        if (!result)
            tell(Unexpected(result.error()));
        if (done)
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
