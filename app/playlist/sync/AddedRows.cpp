// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/AddedRows.h"

#include "app/playlist/Document.h"

#include <algorithm>

namespace segue::playlist
{

AddedRows::AddedRows(web::Api &api, Document &document, QObject *parent)
    : QObject(parent), m_api(api), m_document(document)
{
}

bool AddedRows::confirm()
{
    if (m_gaveUp)
        return false;
    const RowList &list = m_document.server();
    const auto first =
        std::find_if(list.begin(), list.end(), [this](RowId id) { return !m_document.row(id).confirmed; });
    if (first == list.end())
        return false;
    const int offset = static_cast<int>(first - list.begin());
    m_api.entries(m_document.details().id, offset, web::itemsPageLimit, web::Priority::Normal, this,
                  [this, offset](const Result<web::EntryPage> &result) { take(offset, result); });
    return true;
}

void AddedRows::take(int offset, const Result<web::EntryPage> &result)
{
    if (!result) {
        // Not worth a message: the rows are saved, only their dates are not known. The next reading tells.
        m_gaveUp = true;
        Q_EMIT done();
        return;
    }
    if (!fits(offset, *result)) {
        m_gaveUp = true;
        Q_EMIT mismatch();
        return;
    }
    const RowList list = m_document.server();
    for (qsizetype i = 0; i < result->entries.size(); ++i) {
        const RowId id = list[static_cast<std::size_t>(offset + i)];
        if (!m_document.row(id).confirmed)
            m_document.updateRow(id, result->entries.at(i));
    }
    Q_EMIT done();
}

bool AddedRows::fits(int offset, const web::EntryPage &page) const
{
    const RowList &list = m_document.server();
    if (page.entries.isEmpty() || page.total != static_cast<int>(list.size()))
        return false;
    for (qsizetype i = 0; i < page.entries.size(); ++i) {
        const auto position = static_cast<std::size_t>(offset + i);
        const web::PlaylistEntry &entry = page.entries.at(i);
        if (position >= list.size() || !m_document.row(list[position]).mayBe(entry))
            return false;
    }
    return true;
}

} // namespace segue::playlist
