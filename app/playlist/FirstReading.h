// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QList>

namespace segue::playlist
{

class Document;

/// Fills a document with its list, page by page. GUI thread; the document must outlive it.
///
/// The user may edit before all pages are there: before the first one, while an earlier reading has failed, or when
/// reading begins anew because somebody else changed the list. Nothing of that is thrown away: the pages are gathered
/// then, and merged with the edits once they are whole.
class FirstReading
{
public:
    explicit FirstReading(Document &document) : m_document(document) {}

    /// The list has so many positions; earlier pages are void.
    void begin(int total);
    void take(int offset, const QList<web::PlaylistEntry> &entries);
    /// Every position has been taken since begin().
    void end();

    /// Positions that have been taken, of total().
    [[nodiscard]] int count() const;
    [[nodiscard]] int total() const;

private:
    [[nodiscard]] RowList identified();

    Document &m_document;
    bool m_gathers = false;
    QList<web::PlaylistEntry> m_gathered;
    int m_count = 0;
};

} // namespace segue::playlist
