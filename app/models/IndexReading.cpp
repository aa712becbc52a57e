// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/IndexReading.h"

#include "app/web/Api.h"

namespace segue::models
{

using store::EntryState;

namespace
{

/// A list that changes faster than it can be read is left for later.
constexpr int mostRestarts = 3;

} // namespace

store::IndexedEntry indexedEntry(const web::MediumPtr &medium, bool playabilityTold)
{
    if (!medium)
        return {};
    EntryState state = EntryState::Ordinary;
    if (medium->isLocal)
        state = EntryState::Local;
    else if (!playabilityTold)
        state = EntryState::Untold;
    else if (!medium->isPlayable)
        state = EntryState::Unavailable;
    return {.uri = medium->uri, .state = state};
}

IndexReading::IndexReading(web::Api &api, const web::Playlist &playlist)
    : m_api(api), m_playlistId(playlist.id), m_snapshotId(playlist.snapshotId)
{
}

IndexReading::~IndexReading()
{
    m_call.cancel();
}

void IndexReading::readPage(QObject *context, const Done<Step> &done)
{
    m_call = m_api.entryLinks(m_playlistId, static_cast<int>(m_entries.size()), web::itemsPageLimit, context,
                              [this, done](const Result<web::EntryPage> &page) {
                                  // It may end this, and what is captured with it.
                                  const Done<Step> tell = done;
                                  m_call = {};
                                  if (page)
                                      tell(take(*page));
                                  else
                                      tell(Unexpected(page.error()));
                              });
}

IndexReading::Step IndexReading::take(const web::EntryPage &page)
{
    if (m_total >= 0 && m_total != page.total) {
        // Somebody edits it meanwhile: what was read may stand elsewhere now.
        m_entries.clear();
        m_total = -1;
        return ++m_restarts > mostRestarts ? Step::Unsteady : Step::More;
    }
    m_total = page.total;
    for (const web::PlaylistEntry &entry : page.entries)
        m_entries.append(indexedEntry(entry.medium, true));
    return m_entries.size() >= page.total || page.entries.isEmpty() ? Step::Whole : Step::More;
}

store::IndexedList IndexReading::list() const
{
    return {.playlistId = m_playlistId,
            .snapshotId = m_snapshotId,
            .readAt = QDateTime::currentDateTimeUtc(),
            .entries = m_entries};
}

} // namespace segue::models
