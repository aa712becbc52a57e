// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "app/web/Call.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace segue::playlist
{

class Editor;

/// Where reading a list does not tell what can be played, asks for it where the user looks: a request for each page
/// that has been on screen, when nothing more urgent is to do. Those rows are unavailable from then on. GUI thread; the
/// editor must outlive it.
class PlayabilityMarks : public QObject
{
    Q_OBJECT

public:
    explicit PlayabilityMarks(const Editor &editor, QObject *parent = nullptr);

    /// Positions on screen. Asked for once the list is read and saved: until then positions are not those of Spotify.
    void look(int first, int last);

private:
    void ask();
    void take(int offset, const web::EntryPage &page);
    void mark(RowId id);
    [[nodiscard]] int nextOffset() const;

    const Editor &m_editor;
    QSet<RowId> m_asked;
    QHash<RowId, web::Restriction> m_unavailable;
    web::Call m_call;
    int m_first = 0;
    int m_last = -1;
    bool m_refused = false; ///< another question would end the same way
};

} // namespace segue::playlist
