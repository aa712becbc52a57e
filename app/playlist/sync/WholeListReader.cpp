// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/WholeListReader.h"

namespace segue::playlist
{

WholeListReader::WholeListReader(web::Api &api, const QString &playlistId, ListReader::As as, QObject *parent)
    : QObject(parent), m_reader(api, playlistId, as)
{
    connect(&m_reader, &ListReader::totalKnown, this, [this](int total) {
        m_entries.clear();
        m_entries.resize(total);
    });
    connect(&m_reader, &ListReader::page, this, [this](int offset, const QList<web::PlaylistEntry> &entries) {
        for (qsizetype i = 0; i < entries.size() && offset + i < m_entries.size(); ++i)
            m_entries[offset + i] = entries.at(i);
    });
    connect(&m_reader, &ListReader::finished, this, [this] { Q_EMIT done(std::exchange(m_entries, {})); });
    connect(&m_reader, &ListReader::failed, this, &WholeListReader::failed);
}

void WholeListReader::start(int expectedTotal)
{
    m_entries.clear();
    m_reader.start(expectedTotal);
}

} // namespace segue::playlist
