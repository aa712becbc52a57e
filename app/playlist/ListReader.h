// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Api.h"

#include <QHash>
#include <QObject>

namespace segue::playlist
{

/// Reads all entries of one playlist, many pages at a time. GUI thread; the Api must outlive it.
///
/// Pages arrive in any order. A total that changes while reading means that somebody edits the list meanwhile: what
/// was read is worth nothing then, and the reader starts over, up to a bound.
class ListReader : public QObject
{
    Q_OBJECT

public:
    enum class As {
        Edited, ///< as edits need them
        Played, ///< as the account's country gets them, see web::Api::entriesInMarket()
    };
    ListReader(web::Api &api, QString playlistId, As as = As::Edited, QObject *parent = nullptr);
    ~ListReader() override;

    /// `expectedTotal`: what the library said, or −1. With it all pages are asked for at once.
    void start(int expectedTotal);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Positions on screen: their pages go first.
    void prioritise(int first, int last);

Q_SIGNALS:
    /// Before the first page, and again when reading starts over: earlier pages are void.
    void totalKnown(int total);
    void page(int offset, const QList<segue::web::PlaylistEntry> &entries);
    /// Every position has been in a page since the last totalKnown.
    void finished();
    void failed(const segue::Error &error);

private:
    void restart(int expectedTotal);
    void ask(int offset, web::Priority priority);
    void take(int offset, const Result<web::EntryPage> &result);
    void end();

    web::Api &m_api;
    const QString m_playlistId;
    const As m_as;
    QHash<int, web::Call> m_calls; ///< by offset; answered ones are taken out
    std::vector<bool> m_answered;  ///< by page
    int m_total = -1;
    int m_missingPages = 0;
    int m_restarts = 0;
    int m_visibleFirst = 0;
    int m_visibleLast = 0;
    bool m_running = false;
};

} // namespace segue::playlist
