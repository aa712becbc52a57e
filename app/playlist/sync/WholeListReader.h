// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ListReader.h"

namespace segue::playlist
{

/// Reads all entries of one playlist and hands them over in one piece. GUI thread; the Api must outlive it.
class WholeListReader : public QObject
{
    Q_OBJECT

public:
    WholeListReader(web::Api &api, const QString &playlistId, ListReader::As as = ListReader::As::Edited,
                    QObject *parent = nullptr);

    /// As ListReader::start(). Ends in done() or failed().
    void start(int expectedTotal);

    /// Neither signal comes.
    void stop() { m_reader.stop(); }

Q_SIGNALS:
    void done(const QList<segue::web::PlaylistEntry> &entries);
    void failed(const segue::Error &error);

private:
    ListReader m_reader;
    QList<web::PlaylistEntry> m_entries;
};

} // namespace segue::playlist
