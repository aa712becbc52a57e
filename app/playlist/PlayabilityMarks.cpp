// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/PlayabilityMarks.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/web/Api.h"

#include <algorithm>
#include <memory>

namespace segue::playlist
{

PlayabilityMarks::PlayabilityMarks(const Editor &editor, QObject *parent) : QObject(parent), m_editor(editor)
{
    const Document *document = &editor.document();
    connect(document, &Document::aboutToReset, this, [this] {
        m_asked.clear();
        m_unavailable.clear();
    });
    for (const auto signal : {&Document::completed, &Document::serverChanged})
        connect(document, signal, this, &PlayabilityMarks::ask, Qt::QueuedConnection);
    // Whoever reads them again learns nothing of it, and takes the mark away.
    connect(document, &Document::rowsChanged, this, [this, document](int first, int last) {
        if (m_unavailable.isEmpty())
            return;
        for (int position = first; position <= last && position < document->size(); ++position)
            mark(document->wanted()[static_cast<std::size_t>(position)]);
    });
}

void PlayabilityMarks::look(int first, int last)
{
    m_first = first;
    m_last = last;
    ask();
}

/// Of the first page on screen that has not been asked for; −1 for none.
int PlayabilityMarks::nextOffset() const
{
    const RowList &list = m_editor.document().server();
    const int last = std::min(m_last, static_cast<int>(list.size()) - 1);
    for (int position = std::max(m_first, 0); position <= last; ++position) {
        if (!m_asked.contains(list[static_cast<std::size_t>(position)]))
            return position - position % web::itemsPageLimit;
    }
    return -1;
}

void PlayabilityMarks::ask()
{
    const Document &document = m_editor.document();
    if (m_refused || m_call.isActive() || m_editor.api().tellsPlayability() || !document.isComplete() ||
        !document.isInSync())
        return;
    const int offset = nextOffset();
    if (offset < 0)
        return;
    m_call =
        m_editor.api().entriesInMarket(document.details().id, offset, web::itemsPageLimit, web::Priority::Background,
                                       this, [this, offset](const Result<web::EntryPage> &page) {
                                           m_call = {};
                                           if (page)
                                               take(offset, *page);
                                           else
                                               m_refused = !page.error().isPassing(); // else at the next look
                                       });
}

void PlayabilityMarks::take(int offset, const web::EntryPage &page)
{
    const Document &document = m_editor.document();
    const RowList list = document.server();
    if (page.total != static_cast<int>(list.size()))
        return; // another list: it will be read again
    for (qsizetype i = 0; i < page.entries.size() && offset + i < page.total; ++i) {
        const RowId id = list[static_cast<std::size_t>(offset + i)];
        const web::MediumPtr &medium = page.entries.at(i).medium;
        if (document.row(id).uri() != (medium ? medium->uri : QString()))
            return;
        m_asked.insert(id);
        if (medium && !medium->isLocal && !medium->isPlayable) {
            m_unavailable.insert(id, medium->restriction);
            mark(id);
        }
    }
    if (!page.entries.isEmpty())
        ask();
}

void PlayabilityMarks::mark(RowId id)
{
    const auto why = m_unavailable.constFind(id);
    const Row &row = m_editor.document().row(id);
    if (why == m_unavailable.cend() || !row.confirmed || !row.entry.medium || !row.entry.medium->isPlayable)
        return;
    auto medium = std::make_shared<web::Medium>(*row.entry.medium);
    medium->isPlayable = false;
    medium->restriction = *why;
    web::PlaylistEntry entry = row.entry;
    entry.medium = std::move(medium);
    m_editor.document().updateRow(id, entry);
}

} // namespace segue::playlist
