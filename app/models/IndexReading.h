// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/IndexValues.h"
#include "app/web/Call.h"
#include "app/web/Values.h"

#include <QList>
#include <QString>

namespace segue::web
{
class Api;
}

namespace segue::models
{

/// What the index keeps of an entry.
[[nodiscard]] store::IndexedEntry indexedEntry(const web::MediumPtr &medium, bool playabilityTold);

/// One playlist that is being read for the index, page by page and each when it is wanted. GUI thread.
class IndexReading
{
public:
    enum class Step {
        More,     ///< the next page is to be asked for
        Whole,    ///< see list()
        Unsteady, ///< it changes faster than it can be read
    };

    /// Of the playlist as the library tells of it now. `api` must outlive this.
    IndexReading(web::Api &api, const web::Playlist &playlist);
    IndexReading(const IndexReading &) = delete;
    IndexReading &operator=(const IndexReading &) = delete;
    /// Cancels what is under way.
    ~IndexReading();

    [[nodiscard]] const QString &playlistId() const { return m_playlistId; }
    /// From before its first page.
    [[nodiscard]] const QString &snapshotId() const { return m_snapshotId; }

    /// Asks for the next page, or once more for the one that failed. Not while isAsking(). No outcome once this is
    /// gone; `done` may end it.
    void readPage(QObject *context, const Done<Step> &done);
    [[nodiscard]] bool isAsking() const { return m_call.isActive(); }
    /// How many pages have failed, by which it was the playlist's own fault perhaps.
    [[nodiscard]] int failures() const { return m_failures; }
    void countFailure() { ++m_failures; }

    [[nodiscard]] store::IndexedList list() const;

private:
    Step take(const web::EntryPage &page);

    web::Api &m_api;
    const QString m_playlistId;
    const QString m_snapshotId;
    web::Call m_call;
    QList<store::IndexedEntry> m_entries;
    int m_total = -1;
    int m_restarts = 0;
    int m_failures = 0;
};

} // namespace segue::models
