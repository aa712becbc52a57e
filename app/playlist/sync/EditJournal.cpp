// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/EditJournal.h"

#include "app/playlist/Document.h"
#include "app/store/Store.h"

#include <utility>

namespace segue::playlist
{

EditJournal::EditJournal(const Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::completed, this, [this] { remember(store::VersionSource::Seen); });
}

void EditJournal::keep(Form form)
{
    const int revision = m_document.wantedRevision();
    if (!m_store || !m_document.isComplete() || m_asked.covers(revision, form))
        return;
    if (m_document.isInSync() && m_possible.empty()) {
        drop(); // what was taken back is not to be offered at the next start
        return;
    }
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
    if (!m_base.servesFor(m_document.server(), m_possible))
        m_base = JournalBase(m_document, m_possible);
    store::JournalEntry entry = entryOf(m_document, m_base, m_underWay.form);
    entry.what = m_what;
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

bool EditJournal::isSettled(Form form) const
{
    return !m_store || m_settled.covers(m_document.wantedRevision(), form);
}

void EditJournal::drop()
{
    m_asked = {};
    m_settled = {};
    m_possible.clear();
    m_base = {};
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
                                    .rows = listRowsOf(m_document, m_document.server())};
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
