// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/UnfinishedEdit.h"

#include "app/playlist/Document.h"
#include "app/playlist/Recovery.h"
#include "app/store/Store.h"

#include <utility>

namespace segue::playlist
{

UnfinishedEdit::UnfinishedEdit(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::completed, this, [this] {
        // An edit made while the list was read takes its place in the journal.
        if (m_finishWanted || !m_document.isInSync())
            finish();
    });
}

void UnfinishedEdit::finish()
{
    if (!m_entry)
        return;
    if (!m_document.isComplete()) {
        m_finishWanted = true;
        return;
    }
    m_finishWanted = false;
    const store::JournalEntry entry = *std::exchange(m_entry, std::nullopt);
    const RowList after = playlist::recovered(m_document, entry);
    if (after != m_document.server())
        Q_EMIT recovered(after,
                         entry.what.isEmpty() ? tr("Finish what was not saved") : tr("Finish “%1”").arg(entry.what));
    else if (m_document.isInSync())
        removeFromStore(); // it was all done, so nothing is sent that would take it away
    Q_EMIT settled();
}

void UnfinishedEdit::forget()
{
    if (!std::exchange(m_entry, std::nullopt))
        return;
    m_finishWanted = false;
    // Of a list that is not in sync the entry is another one already.
    if (m_document.isInSync())
        removeFromStore();
    Q_EMIT settled();
}

void UnfinishedEdit::removeFromStore()
{
    if (m_store)
        m_store->removeUnfinished(m_document.details().id, this, [](const Result<Nothing> &) {});
}

} // namespace segue::playlist
